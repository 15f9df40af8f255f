import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import {
  approvePlanVersion,
  rejectPlanVersion,
  revertToPlanVersion,
} from "#app/services/planning/decide-plan.server.ts";
import { loadPlanVersion } from "#app/services/planning/load-plan-versions.server.ts";
import { planningText } from "#app/strings/en/planning.ts";
import { Button } from "#app/ui/controls/button.tsx";
import { Disclosure } from "#app/ui/controls/disclosure.tsx";
import { Form, FormActions } from "#app/ui/controls/form.tsx";
import { Notice } from "#app/ui/controls/notice.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { DiffTable } from "#app/ui/planning/diff-table.tsx";
import { PlanBody } from "#app/ui/planning/plan-body.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";

export const meta: MetaFunction = () => [{ title: `${planningText.versions} – Groundwork` }];

export const loader = orgLoader("plan:read", async ({ deps, actor, params }) => {
  const page = await loadPlanVersion(deps, actor, { number: Number(params.version) });
  if (!page.ok) throw notFound();
  const { head, ...rest } = page.value;
  const { number, status, because, inputHash, seed, knowledgeVersion } = head;
  return { ...rest, number, status, because, inputHash, seed, knowledgeVersion };
});

const Decision = z.object({ intent: z.enum(["approve", "reject", "revert"]) });
const decide = { approve: approvePlanVersion, reject: rejectPlanVersion, revert: revertToPlanVersion } as const;
const trouble = {
  forbidden: planningText.notAllowed,
  "not-found": planningText.versionsNone,
  "already-decided": planningText.alreadyDecided,
  infeasible: planningText.infeasible,
} as const;

export const action = orgAction("plan:approve", async ({ request, deps, actor, params }) => {
  const form = await readForm(request, Decision);
  if (!form.ok) return data({ error: planningText.alreadyDecided }, { status: 422 });
  const result = await decide[form.value.intent](deps, actor, { number: Number(params.version) });
  if (!result.ok) return data({ error: trouble[result.failure.kind] }, { status: failureStatus(result.failure) });
  return redirect(form.value.intent === "reject" ? `/o/${params.org}/plan/versions` : `/o/${params.org}/plan`);
});

const titles = {
  proposed: "versionProposed",
  approved: "versionApproved",
  superseded: "versionSuperseded",
  rejected: "versionRejected",
} as const;

export default function PlanVersionPage() {
  const t = useText(planningText);
  const f = useFormat();
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { plan, diff, number, status, mayApprove } = page;
  const summary = diff?.summary ?? t("firstPlan");
  const money = (amount: number) => f.money({ amount, currency: plan.currency });
  return (
    <Page
      area="plan"
      title={t(titles[status], { number, summary })}
      lead={t("versionLead", { because: page.because })}
      trail={[{ to: "../plan/versions", label: t("versions") }]}
      asOf={plan.asOf}
    >
      {result === undefined ? null : <Notice tone="bad">{result.error}</Notice>}
      {mayApprove ? (
        <Form>
          <FormActions>
            {status === "proposed" ? (
              <>
                {plan.status === "infeasible" ? null : (
                  <Button name="intent" value="approve">
                    {t("approve")}
                  </Button>
                )}
                <Button name="intent" value="reject" variant="quiet">
                  {t("reject")}
                </Button>
              </>
            ) : null}
            {(status === "superseded" || status === "rejected") && plan.status !== "infeasible" ? (
              <Button name="intent" value="revert" variant="quiet">
                {t("revert")}
              </Button>
            ) : null}
          </FormActions>
        </Form>
      ) : null}
      <Panel title={t("changesTitle")}>
        {diff === null || diff.changes.length === 0 ? (
          <p>{t("noChanges")}</p>
        ) : (
          <>
            <p className="mb-3 text-ink-soft">
              {t("totals", {
                hoursBefore: diff.totals.hours.before,
                hoursAfter: diff.totals.hours.after,
                costBefore: money(diff.totals.cost.before),
                costAfter: money(diff.totals.cost.after),
              })}
            </p>
            <DiffTable changes={diff.changes} />
          </>
        )}
      </Panel>
      <PlanBody plan={plan} pools={page.pools} base=".." today={page.today} />
      <Disclosure summary={t("recompute")}>
        <p>
          {t(plan.truncated ? "truncatedText" : "recomputeText", {
            hash: page.inputHash.slice(0, 16),
            seed: String(page.seed),
            knowledge: page.knowledgeVersion,
          })}
        </p>
        <p>{t("posteriors", { count: plan.posteriors })}</p>
      </Disclosure>
    </Page>
  );
}
