import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { Answer } from "#app/domain/readiness/answers.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { type PublicArgs, publicAction, publicLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { findGuests } from "#app/http/session.server.ts";
import { findQuickCheck, loadQuickStep, type QuickStep } from "#app/services/readiness/quick-check.server.ts";
import { runReadinessAssessment } from "#app/services/readiness/run-readiness-assessment.server.ts";
import { saveAnswers } from "#app/services/readiness/save-answers.server.ts";
import { readinessText } from "#app/strings/en/readiness.ts";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { Form, FormActions, SubmitButton } from "#app/ui/controls/form.tsx";
import { Notice } from "#app/ui/controls/notice.tsx";
import { Progress } from "#app/ui/controls/progress.tsx";
import { PlainFrame } from "#app/ui/layout/plain-frame.tsx";
import { Behaviours } from "#app/ui/readiness/question-field.tsx";
import { useText } from "#app/ui/text/use-text.ts";

export const meta: MetaFunction = () => [{ title: readinessText.quickTitle }];

/** The visitor's quick check and the step that the address names; without one, the way to the start. */
async function find({ request, context, deps, params }: PublicArgs) {
  const check = await findQuickCheck(deps, await findGuests(request, context), context.requestId);
  if (check === null) throw redirect("/quick-check");
  const step = await loadQuickStep(deps, check, Number(params.step));
  if (step === null) throw notFound();
  return { check, step, query: new URL(request.url).search };
}

export const loader = publicLoader(async (args) => {
  const { step, query } = await find(args);
  return { ...step, query };
});

const StepForm = z.object({
  level: z.union([z.enum(["unknown", "na"]), z.enum(["1", "2", "3", "4", "5"]).transform(Number)], {
    error: readinessText.quickChoose,
  }),
  version: z.coerce.number().int().min(0),
});

export const action = publicAction(async (args) => {
  const { check, step, query } = await find(args);
  const form = await readForm(args.request, StepForm);
  if (!form.ok) return data({ errors: form.failure.errors, conflict: false }, { status: 422 });
  const { level, version } = form.value;
  const given = {
    question: step.question.id,
    level: level as Answer["level"],
    evidence: 0,
    note: null,
    version,
  } as const;
  const saved = await saveAnswers(args.deps, check.actor, [given]);
  if (!saved.ok) throw notFound();
  if (saved.value.conflicts.length > 0) return data({ errors: {}, conflict: true }, { status: 409 });
  if (step.step < step.of) return redirect(`/quick-check/${step.step + 1}${query}`);
  const decision = new URLSearchParams(query).get("for");
  const known = args.deps.knowledge.readiness.decisions.some(({ id }) => id === decision);
  await runReadinessAssessment(args.deps, check.actor, known && decision !== null ? { decision } : {});
  return redirect("/quick-check/result");
});

/** One question at a time; answering saves it and goes on. */
export default function Step() {
  const step: QuickStep & { query: string } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  const t = useText(readinessText);
  const last = step.step === step.of;
  const back = step.step === 1 ? "/quick-check" : `/quick-check/${step.step - 1}${step.query}`;
  return (
    <PlainFrame title={t("quickStep", { step: step.step, of: step.of })} lead={step.pillarTitle}>
      <Progress label={t("quickAnswered")} done={step.answered} total={step.of} />
      <div className="mt-5" key={step.step}>
        {posted?.conflict ? <Notice tone="warn">{t("conflictTitle")}</Notice> : null}
        <Form action={step.query} errors={posted?.errors} hidden={{ version: String(step.answer?.version ?? 0) }}>
          <Behaviours question={step.question} name="level" level={step.answer?.level ?? null} required />
          <FormActions>
            <SubmitButton>{t(last ? "quickLast" : "quickNext")}</SubmitButton>
            <LinkButton to={back} variant="quiet">
              {t("quickBack")}
            </LinkButton>
          </FormActions>
        </Form>
      </div>
    </PlainFrame>
  );
}
