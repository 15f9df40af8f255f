import { data, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { ExposureGroup, WeightedShares } from "#app/domain/exposure/exposure-assessment.ts";
import { groupShares, type Weights } from "#app/domain/exposure/exposure-view.ts";
import { smallestGroup } from "#app/domain/tenancy/small-groups.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { loadExposureReport } from "#app/services/exposure/load-exposure-report.server.ts";
import { runExposureAssessment } from "#app/services/exposure/run-exposure-assessment.server.ts";
import { exposureText } from "#app/strings/en/exposure.ts";
import { redeploymentText } from "#app/strings/en/redeployment.ts";
import { scenariosText } from "#app/strings/en/scenarios.ts";
import { Anchor } from "#app/ui/controls/anchor.tsx";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { EmptyState } from "#app/ui/controls/empty-state.tsx";
import { Form, SubmitButton } from "#app/ui/controls/form.tsx";
import { Notice } from "#app/ui/controls/notice.tsx";
import { Attribution } from "#app/ui/exposure/attribution.tsx";
import { exposureSorting } from "#app/ui/exposure/exposure-sorting.ts";
import { Groups } from "#app/ui/exposure/groups.tsx";
import { NationalMix } from "#app/ui/exposure/national-mix.tsx";
import { RolePicture } from "#app/ui/exposure/role-picture.tsx";
import { RoleTable } from "#app/ui/exposure/role-table.tsx";
import { Scenario } from "#app/ui/exposure/scenario.tsx";
import { Totals } from "#app/ui/exposure/totals.tsx";
import { WeightsSwitch } from "#app/ui/exposure/weights-switch.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { pageOf, tableState } from "#app/ui/tables/table-state.ts";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";

export const loader = orgLoader("assessment:read", async ({ request, deps, actor, params }) => {
  const url = new URL(request.url);
  if (url.searchParams.has("format")) throw redirect(`/o/${params.org}/exposure/export${url.search}`);
  const report = await loadExposureReport(deps, actor);
  if (!report.ok) throw notFound();
  const { result, ...rest } = report.value;
  if (result === null) return { ...rest, base: `/o/${params.org}`, result: null };
  const state = tableState(request.url, { sort: "-hours", size: 50 });
  const byPayroll = result.totals?.byPayroll ?? null;
  const weights: Weights = url.searchParams.get("weights") === "payroll" && byPayroll !== null ? "payroll" : "hours";
  const { lines, ...shown } = result;
  return {
    ...rest,
    base: `/o/${params.org}`,
    result: {
      ...shown,
      state,
      weights,
      shares: weights === "payroll" ? byPayroll : result.totals,
      page: pageOf(lines, state, exposureSorting),
    },
  };
});

const RunForm = z.object({ scenario: z.enum(["slow", "central", "fast"]).optional() });

export const action = orgAction("assessment:run", async ({ request, deps, actor, params }) => {
  const form = await readForm(request, RunForm);
  if (!form.ok) return data(form.failure, { status: 422 });
  const { scenario } = form.value;
  const result = await runExposureAssessment(deps, actor, scenario === undefined ? {} : { scenario });
  if (!result.ok) return data(result.failure, { status: failureStatus(result.failure) });
  return redirect(`/o/${params.org}/exposure`);
});

export default function ExposurePage() {
  const { result, roles, mayRun, base } = useLoaderData<typeof loader>();
  const t = useText(exposureText);
  const own = useText(scenariosText);
  const way = useText(redeploymentText);
  const f = useFormat();
  if (result === null) {
    const next =
      roles === 0 ? (
        <LinkButton to="../workforce">{t("addRoles")}</LinkButton>
      ) : mayRun ? (
        <RunAgain first />
      ) : undefined;
    return (
      <Page area="exposure" title={t("titleEmpty")}>
        <EmptyState {...(roles === 0 ? { title: t("emptyNoRoles") } : {})} action={next}>
          {t("emptyText")}
        </EmptyState>
      </Page>
    );
  }
  const { totals, shares, weights, currency, firstWaiting } = result;
  return (
    <Page
      area="exposure"
      title={<Answer shares={shares} weights={weights} departments={result.groups.department} />}
      lead={
        totals === null || shares === null ? undefined : (
          <>
            <p>{t("lead", { low: f.share(shares.score.low), high: f.share(shares.score.high) })}</p>
            <p className="mt-1">
              {own("covered", { covered: f.share(totals.coverage), unconfirmed: f.share(result.unconfirmed) })}{" "}
              {weights === "payroll" ? `${own("coveredPay", { known: f.share(totals.payKnown) })} ` : null}
              {result.unconfirmed > 0 ? (
                <Anchor to={`${base}/workforce/titles`} className="link">
                  {own("confirmTitles")}
                </Anchor>
              ) : null}
            </p>
          </>
        )
      }
      asOf={result.asOf}
      action={
        firstWaiting === null ? (
          <LinkButton to="method" variant="quiet">
            {t("method")}
          </LinkButton>
        ) : (
          <LinkButton to={firstWaiting.id}>{t("confirmFirst", { role: firstWaiting.title })}</LinkButton>
        )
      }
    >
      {result.stale ? (
        <Notice tone="warn">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <span>{t("stale")}</span>
            {mayRun ? <RunAgain /> : null}
          </div>
        </Notice>
      ) : null}
      {totals?.byPayroll == null ? null : <WeightsSwitch weights={weights} kept={result.state.kept} />}
      {totals === null || shares === null ? null : (
        <Totals
          totals={totals}
          shares={shares}
          weights={weights}
          currency={currency}
          waiting={result.waiting}
          notAssessable={result.notAssessable}
        />
      )}
      {result.hidden === 0 ? null : <Notice>{t("hidden", { count: result.hidden })}</Notice>}
      <RolePicture drawn={result.drawn} currency={currency} />
      <Groups groups={result.groups} weights={weights} withoutSmall={result.hidden > 0} />
      {result.comparison === null || totals === null ? null : <NationalMix comparison={result.comparison} />}
      <Panel title={t("roles")} link={{ to: "method", label: t("method") }}>
        <RoleTable page={result.page} state={result.state} currency={currency} />
        <p className="mt-3">
          <Anchor to="paths" className="link">
            {way("ways")}
          </Anchor>
        </p>
      </Panel>
      <Scenario
        timeline={result.timeline}
        currency={currency}
        sources={result.sources}
        base={`${base}/exposure/scenarios`}
        mayRun={mayRun}
      />
      <Attribution />
    </Page>
  );
}

function RunAgain({ first = false }: { first?: boolean }) {
  const t = useText(exposureText);
  return (
    <Form>
      <SubmitButton variant={first ? "primary" : "quiet"}>{first ? t("run") : t("runAgain")}</SubmitButton>
    </Form>
  );
}

type AnswerProps = { shares: WeightedShares | null; weights: Weights; departments: readonly ExposureGroup[] };

/** The exposed share, and between which departments it lies; groups of single persons are not named. */
function Answer({ shares, weights, departments }: AnswerProps) {
  const t = useText(exposureText);
  const own = useText(scenariosText);
  const f = useFormat();
  if (shares === null) return t("titleNone");
  const share = f.share(shares.score.value);
  const named = departments
    .flatMap((group) => {
      const score = groupShares(group, weights)?.score;
      return group.name === null || group.headcount < smallestGroup || score === undefined
        ? []
        : [{ name: group.name, score }];
    })
    .sort((a, b) => b.score.value - a.score.value);
  const highest = named[0];
  const lowest = named.at(-1);
  if (highest === undefined || lowest === undefined || named.length < 2)
    return own(weights === "payroll" ? "titlePayPlain" : "titleHoursPlain", { share });
  const [low, high] = [f.share(lowest.score.value), f.share(highest.score.value)];
  return own(weights === "payroll" ? "titlePay" : "titleHours", {
    share,
    low,
    lowest: lowest.name,
    high,
    highest: highest.name,
  });
}
