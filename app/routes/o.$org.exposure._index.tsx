import { data, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { ExposureTotals } from "#app/domain/exposure/exposure-assessment.ts";
import type { ExposureGroup, ExposureLine } from "#app/domain/exposure/exposure-view.ts";
import { largestRoles } from "#app/domain/exposure/largest-roles.ts";
import { smallestGroup } from "#app/domain/tenancy/small-groups.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { loadExposureReport } from "#app/services/exposure/load-exposure-report.server.ts";
import { runExposureAssessment } from "#app/services/exposure/run-exposure-assessment.server.ts";
import { exposureText } from "#app/strings/en/exposure.ts";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { EmptyState } from "#app/ui/controls/empty-state.tsx";
import { Form, SubmitButton } from "#app/ui/controls/form.tsx";
import { Notice } from "#app/ui/controls/notice.tsx";
import { Attribution } from "#app/ui/exposure/attribution.tsx";
import { exposureSorting } from "#app/ui/exposure/exposure-sorting.ts";
import { Groups } from "#app/ui/exposure/groups.tsx";
import { RolePicture } from "#app/ui/exposure/role-picture.tsx";
import { RoleTable } from "#app/ui/exposure/role-table.tsx";
import { Scenario } from "#app/ui/exposure/scenario.tsx";
import { Totals } from "#app/ui/exposure/totals.tsx";
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
  if (result === null) return { ...rest, result: null };
  const state = tableState(request.url, { sort: "-hours", size: 50 });
  const { lines, ...shown } = result;
  const drawn = largestRoles(
    lines.flatMap(({ figures, ...line }) => (figures === null ? [] : [{ ...line, ...figures }])),
  );
  const waiting = lines.find(waits) ?? null;
  return {
    ...rest,
    result: {
      ...shown,
      state,
      page: pageOf(lines, state, exposureSorting),
      drawn,
      firstWaiting: waiting === null ? null : { id: waiting.id, title: waiting.title },
    },
  };
});

/** Whether a person has to say which occupation a role is. */
function waits({ state, absent }: ExposureLine): boolean {
  return absent !== "small" && (state === "unconfirmed" || state === "unmatched");
}

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
  const { result, roles, mayRun } = useLoaderData<typeof loader>();
  const t = useText(exposureText);
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
  const { totals, currency, firstWaiting } = result;
  return (
    <Page
      area="exposure"
      title={<Answer totals={totals} departments={result.groups.department} />}
      lead={
        totals === null ? undefined : t("lead", { low: f.share(totals.score.low), high: f.share(totals.score.high) })
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
      {totals === null ? null : (
        <Totals totals={totals} currency={currency} waiting={result.waiting} notAssessable={result.notAssessable} />
      )}
      {result.hidden === 0 ? null : <Notice>{t("hidden", { count: result.hidden })}</Notice>}
      <RolePicture drawn={result.drawn} currency={currency} />
      <Groups groups={result.groups} />
      <Panel title={t("roles")} link={{ to: "method", label: t("method") }}>
        <RoleTable page={result.page} state={result.state} currency={currency} />
      </Panel>
      <Scenario timeline={result.timeline} mayRun={mayRun} />
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

type AnswerProps = { totals: ExposureTotals | null; departments: readonly ExposureGroup[] };

/** The share of hours, and between which departments it lies; groups of single persons are not named. */
function Answer({ totals, departments }: AnswerProps) {
  const t = useText(exposureText);
  const f = useFormat();
  if (totals === null) return t("titleNone");
  const share = f.share(totals.score.value);
  const named = departments.flatMap(({ name, headcount, score }) =>
    name === null || headcount < smallestGroup ? [] : [{ name, score }],
  );
  const highest = named[0];
  const lowest = named.at(-1);
  if (highest === undefined || lowest === undefined || named.length < 2) return t("titlePlain", { share });
  const [low, high] = [f.share(lowest.score.value), f.share(highest.score.value)];
  return t("title", { share, low, lowest: lowest.name, high, highest: highest.name });
}
