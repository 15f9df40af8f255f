import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { type PublicArgs, publicAction, publicLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { findGuests } from "#app/http/session.server.ts";
import { loadReadiness } from "#app/services/readiness/load-readiness.server.ts";
import { findQuickCheck } from "#app/services/readiness/quick-check.server.ts";
import { runReadinessAssessment } from "#app/services/readiness/run-readiness-assessment.server.ts";
import { readinessText } from "#app/strings/en/readiness.ts";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { Select } from "#app/ui/controls/fields.tsx";
import { Form, FormActions, SubmitButton } from "#app/ui/controls/form.tsx";
import { Panel } from "#app/ui/layout/page.tsx";
import { SiteFrame } from "#app/ui/layout/site-frame.tsx";
import { ReadinessResult } from "#app/ui/readiness/result.tsx";
import { verdictLead, verdictTitle } from "#app/ui/readiness/verdict-title.ts";
import { useText } from "#app/ui/text/use-text.ts";

export const meta: MetaFunction = () => [{ title: readinessText.quickResultTitle }];

async function find({ request, context, deps }: PublicArgs) {
  const check = await findQuickCheck(deps, await findGuests(request, context), context.requestId);
  if (check === null) throw redirect("/quick-check");
  return check;
}

/** The result that the last answer made. */
export const loader = publicLoader(async (args) => {
  const { actor, slug } = await find(args);
  const view = await loadReadiness(args.deps, actor);
  if (!view.ok || view.value.result === null) throw redirect("/quick-check");
  const { result, decisions, decision, questions, indicators } = view.value;
  return { result, decisions, decision, questions, indicators, slug };
});

/** The same answers for another decision. */
export const action = publicAction(async (args) => {
  const { actor } = await find(args);
  const form = await readForm(args.request, z.object({ for: z.string().max(60) }));
  if (form.ok) await runReadinessAssessment(args.deps, actor, { decision: form.value.for });
  return redirect("/quick-check/result");
});

export default function QuickCheckResult() {
  const { result, decisions, decision, questions, indicators, slug } = useLoaderData<typeof loader>();
  const t = useText(readinessText);
  return (
    <SiteFrame>
      <h1 className="text-title">{verdictTitle(t, result)}</h1>
      <p className="mt-1 max-w-3xl text-ink-soft">
        {verdictLead(t, result)} {t("quickNarrow")}
      </p>
      <div className="mt-5 space-y-4">
        <ReadinessResult result={result} questions={questions} indicators={indicators} />
        <Panel title={t("quickSave")}>
          <p className="mb-3 max-w-3xl">{t("quickSaveText")}</p>
          <FormActions>
            <LinkButton to="/sign-up">{t("quickSignUp")}</LinkButton>
            <LinkButton to="/quick-check/1" variant="quiet">
              {t("quickChange")}
            </LinkButton>
            <LinkButton to={`/o/${slug}/readiness`} variant="quiet">
              {t("quickDeeper")}
            </LinkButton>
          </FormActions>
        </Panel>
        <Panel title={t("quickOther")}>
          <Form>
            <Select
              name="for"
              label={t("decisionLabel")}
              help={t("decisionHelp")}
              required
              options={decisions.map(({ id, title }) => ({ value: id, label: title }))}
              defaultValue={decision}
            />
            <SubmitButton variant="quiet">{t("apply")}</SubmitButton>
          </Form>
        </Panel>
      </div>
    </SiteFrame>
  );
}
