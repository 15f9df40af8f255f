import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { publicAction, publicLoader } from "#app/http/org-route.server.ts";
import { limitRate } from "#app/http/rate-limit.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { findGuests, rememberGuest } from "#app/http/session.server.ts";
import { findQuickCheck, nextQuickStep, startQuickCheck } from "#app/services/readiness/quick-check.server.ts";
import { readinessText } from "#app/strings/en/readiness.ts";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { Radios } from "#app/ui/controls/fields.tsx";
import { Form, FormActions, SubmitButton } from "#app/ui/controls/form.tsx";
import { SiteFrame } from "#app/ui/layout/site-frame.tsx";
import { useText } from "#app/ui/text/use-text.ts";

export const meta: MetaFunction = () => [{ title: readinessText.quickTitle }];

export const loader = publicLoader(async ({ request, context, deps }) => {
  const begun = await findQuickCheck(deps, await findGuests(request, context), context.requestId);
  return {
    decisions: deps.knowledge.readiness.decisions.map(({ id, title }) => ({ value: id, label: title })),
    resume: begun === null ? null : await nextQuickStep(deps, begun),
  };
});

export const action = publicAction(async ({ request, context, deps }) => {
  await limitRate(context, { thing: "quick-check", points: 20, minutes: 60 });
  const form = await readForm(request, z.looseObject({ for: z.string().max(60).optional() }));
  const wanted = form.ok ? form.value.for : undefined;
  const started = await startQuickCheck(deps, context.requestId);
  const cookie = await rememberGuest(request, context, started.actor.organizationId);
  const query = wanted === undefined ? "" : `?${new URLSearchParams({ for: wanted })}`;
  return redirect(`/quick-check/1${query}`, { headers: { "Set-Cookie": cookie } });
});

/** What the check is, what becomes of the answers, and the decision that it is for. */
export default function QuickCheckStart() {
  const { decisions, resume } = useLoaderData<typeof loader>();
  const t = useText(readinessText);
  return (
    <SiteFrame>
      <div className="max-w-2xl space-y-4">
        <h1 className="text-title">{t("quickTitle")}</h1>
        <p className="text-heading text-ink-soft">{t("quickLead")}</p>
        <p>{t("quickGets")}</p>
        <Form>
          <Radios
            name="for"
            label={t("quickDecision")}
            help={t("decisionHelp")}
            required
            options={decisions}
            defaultValue={decisions[0]?.value ?? ""}
          />
          <FormActions>
            <SubmitButton variant={resume === null ? "primary" : "quiet"}>
              {t(resume === null ? "quickStart" : "quickStartAgain")}
            </SubmitButton>
            {resume === null ? null : (
              <LinkButton to={resume.step === null ? "result" : String(resume.step)}>
                {resume.step === null ? t("quickLast") : t("quickResume", { step: resume.step })}
              </LinkButton>
            )}
          </FormActions>
        </Form>
        <p className="text-caption text-ink-soft">{t("quickKept")}</p>
      </div>
    </SiteFrame>
  );
}
