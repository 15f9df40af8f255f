import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { PillarId } from "#app/domain/readiness/pack.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { loadReadiness } from "#app/services/readiness/load-readiness.server.ts";
import { runReadinessAssessment } from "#app/services/readiness/run-readiness-assessment.server.ts";
import { readinessText } from "#app/strings/en/readiness.ts";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { Disclosure } from "#app/ui/controls/disclosure.tsx";
import { EmptyState } from "#app/ui/controls/empty-state.tsx";
import { NumberInput, Select } from "#app/ui/controls/fields.tsx";
import { Form, SubmitButton } from "#app/ui/controls/form.tsx";
import { Notice } from "#app/ui/controls/notice.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { ReadinessResult } from "#app/ui/readiness/result.tsx";
import { TopActions } from "#app/ui/readiness/top-actions.tsx";
import { verdictLead, verdictTitle } from "#app/ui/readiness/verdict-title.ts";
import { useText } from "#app/ui/text/use-text.ts";

export const loader = orgLoader("assessment:read", async ({ deps, actor }) => {
  const view = await loadReadiness(deps, actor);
  if (!view.ok) throw notFound();
  return view.value;
});

/** A decision, weights by pillar as `weight:data`, or neither to bring the result up to date. */
const RunForm = z.looseObject({ decision: z.string().optional() }).transform(({ decision, ...rest }, context) => {
  const weights: Partial<Record<PillarId, number>> = {};
  for (const [name, value] of Object.entries(rest)) {
    if (!name.startsWith("weight:")) continue;
    const weight = Number(String(value).replace(",", "."));
    if (weight >= 0.01 && weight <= 100) weights[name.slice("weight:".length) as PillarId] = weight;
    else context.addIssue({ code: "custom", path: [name], message: "A number from 0.01 to 100" });
  }
  return {
    ...(decision === undefined ? {} : { decision }),
    ...(Object.keys(weights).length === 0 ? {} : { weights }),
  };
});

export const action = orgAction("assessment:run", async ({ request, deps, actor, params }) => {
  const form = await readForm(request, RunForm);
  if (!form.ok) return data({ errors: form.failure.errors, values: form.failure.typed }, { status: 422 });
  const result = await runReadinessAssessment(deps, actor, form.value);
  if (!result.ok) {
    const errors = { decision: [result.failure.kind] };
    return data({ errors, values: {} }, { status: failureStatus(result.failure) });
  }
  return redirect(`/o/${params.org}/readiness`);
});

export default function Readiness() {
  const view = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const t = useText(readinessText);
  const { result } = view;
  if (result === null)
    return (
      <Page area="readiness" title={view.answered > 0 ? t("titleBegun", { count: view.answered }) : t("titleEmpty")}>
        <EmptyState
          action={
            <>
              <LinkButton to="answers">{t(view.answered > 0 ? "continue" : "start")}</LinkButton>
              {view.answered > 0 ? (
                <Form>
                  <SubmitButton variant="quiet">{t("quickLast")}</SubmitButton>
                </Form>
              ) : null}
            </>
          }
        >
          {t("emptyText")}
        </EmptyState>
      </Page>
    );
  return (
    <Page
      area="readiness"
      title={verdictTitle(t, result)}
      lead={verdictLead(t, result)}
      asOf={result.asOf}
      action={
        <>
          <LinkButton to="summary" variant="quiet">
            {t("summary")}
          </LinkButton>
          <LinkButton to="answers">{t("continue")}</LinkButton>
        </>
      }
    >
      {view.stale ? (
        <Notice tone="warn">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <span>{t("stale")}</span>
            <Form>
              <SubmitButton variant="quiet">{t("refresh")}</SubmitButton>
            </Form>
          </div>
        </Notice>
      ) : null}
      <ReadinessResult
        result={result}
        questions={view.questions}
        indicators={view.indicators}
        pillarHref={(pillar) => `readiness/${pillar}`}
        earlier={view.earlier}
      />
      <Panel title={t("topActions")} link={{ to: "../plan", label: t("openPlan") }}>
        <TopActions actions={view.actions} currency={view.currency} />
      </Panel>
      <Panel>
        <Form id="decision" errors={failed?.errors} values={failed?.values}>
          <Select
            name="decision"
            label={t("decisionLabel")}
            help={t("decisionHelp")}
            required
            options={view.decisions.map(({ id, title }) => ({ value: id, label: title }))}
            defaultValue={view.decision}
          />
          <SubmitButton variant="quiet">{t("apply")}</SubmitButton>
        </Form>
      </Panel>
      <Disclosure summary={t("weights")} open={failed !== undefined}>
        <p className="mb-3 text-ink-soft">{t("weightsHelp")}</p>
        <Form id="weights" errors={failed?.errors} values={failed?.values}>
          <div className="grid gap-3 sm:grid-cols-2">
            {view.pillars.map(({ id, title, weight }) => (
              <NumberInput key={id} name={`weight:${id}`} label={title} required defaultValue={weight} />
            ))}
          </div>
          <SubmitButton variant="quiet">{t("apply")}</SubmitButton>
        </Form>
      </Disclosure>
    </Page>
  );
}
