import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import {
  enterVendorAnswer,
  loadVendorAnswers,
  longestAnswer,
} from "#app/services/work-products/vendor-answers.server.ts";
import { textOf } from "#app/strings/catalogue.ts";
import { registersText } from "#app/strings/en/registers.ts";
import { workProductText } from "#app/strings/en/work-products.ts";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { TextArea } from "#app/ui/controls/fields.tsx";
import { Form, SubmitButton } from "#app/ui/controls/form.tsx";
import { Page } from "#app/ui/layout/page.tsx";
import { defaultReader } from "#app/ui/text/locale.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";

export const loader = orgLoader("assessment:read", async ({ deps, actor, params }) => {
  const view = await loadVendorAnswers(deps, actor, params.system ?? "");
  if (!view.ok) throw notFound();
  return { ...view.value, base: `/o/${params.org}` };
});

const Answer = z.object({
  question: z.string(),
  version: z.coerce.number().int().min(0),
  answer: z.string().optional(),
});

export const action = orgAction("facts:edit", async ({ request, deps, actor, params }) => {
  const form = await readForm(request, Answer);
  if (!form.ok) return data({ ...form.failure, question: "" }, { status: 422 });
  const { question, version, answer = "" } = form.value;
  const kept = await enterVendorAnswer(deps, actor, { system: params.system ?? "", question, version, answer });
  if (kept.ok) return redirect(`/o/${params.org}/documents/answers/${params.system}#${question}`);
  if (kept.failure.kind === "not-found") throw notFound();
  const say = textOf(registersText, defaultReader.locale);
  const message = kept.failure.kind === "too-long" ? say("tooLong", { most: longestAnswer }) : say("conflict");
  const errors: Record<string, readonly string[]> = { answer: [message] };
  return data(
    { kind: kept.failure.kind, errors, typed: { answer }, question },
    { status: failureStatus(kept.failure) },
  );
});

export default function VendorAnswersPage() {
  const { system, questions, open, mayEdit, base } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const t = useText(registersText);
  const own = useText(workProductText);
  const f = useFormat();
  const letter = `${base}/documents/vendor-questionnaire?system=${system.id}`;
  return (
    <Page
      area="compliance"
      title={t("vendorTitle", { count: open, system: system.name })}
      lead={t("vendorLead")}
      trail={[
        { to: `${base}/documents`, label: own("area") },
        { to: letter, label: system.name },
      ]}
      action={
        <LinkButton to={letter} variant="quiet">
          {t("toLetter")}
        </LinkButton>
      }
    >
      {questions.map(({ id, question, why, answer, version, at, by }) => {
        const failed = result?.question === id ? result : undefined;
        return (
          <section key={id} id={id} className="panel scroll-mt-4">
            <h2 className="font-semibold">{question}</h2>
            <p className="mb-3 text-caption text-ink-soft">
              {t("vendorWhy", { why })}{" "}
              {answer === null || at === null
                ? null
                : t("vendorKept", { name: by ?? t("vendorBy"), date: f.date(at.slice(0, 10)) })}
            </p>
            {mayEdit ? (
              <Form
                id={`answer-${id}`}
                hidden={{ question: id, version: String(version) }}
                errors={failed?.errors}
                values={failed?.typed ?? { answer }}
              >
                <TextArea name="answer" label={t("vendorAnswer")} rows={2} />
                <SubmitButton variant="quiet">{t("save")}</SubmitButton>
              </Form>
            ) : (
              <p className="whitespace-pre-line">{answer ?? t("none")}</p>
            )}
          </section>
        );
      })}
    </Page>
  );
}
