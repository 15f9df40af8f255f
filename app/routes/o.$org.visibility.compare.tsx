import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useLocation } from "@remix-run/react";
import { z } from "zod";
import { mostCompetitors, pagesOfCompetitor } from "#app/domain/visibility/site-proof.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import {
  addCompetitor,
  auditCompetitorsAgain,
  type ComparisonProgress,
  changeCompetitor,
  loadComparison,
} from "#app/services/visibility/compare-competitors.server.ts";
import { textOf } from "#app/strings/catalogue.ts";
import { siteWorkText } from "#app/strings/en/site-work.ts";
import { visibilityText } from "#app/strings/en/visibility.ts";
import { EmptyState } from "#app/ui/controls/empty-state.tsx";
import { TextInput } from "#app/ui/controls/fields.tsx";
import { Form, SubmitButton } from "#app/ui/controls/form.tsx";
import { Notice, UndoBanner } from "#app/ui/controls/notice.tsx";
import { useStates } from "#app/ui/controls/use-states.ts";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { useText } from "#app/ui/text/use-text.ts";
import { CompetitorTable } from "#app/ui/visibility/competitor-table.tsx";
import { SiteComparisonPanels } from "#app/ui/visibility/site-comparison.tsx";
import { SiteTabs } from "#app/ui/visibility/site-tabs.tsx";

export const meta: MetaFunction = () => [{ title: `${siteWorkText.tabCompare} – Groundwork` }];

export const loader = orgLoader("assessment:read", async ({ request, deps, actor, params }) => {
  const view = await loadComparison(deps, actor);
  if (!view.ok) throw notFound();
  const taken = new URL(request.url).searchParams;
  const removed = taken.get("removed");
  return {
    ...view.value,
    base: `/o/${params.org}`,
    removed: removed === null ? null : { id: removed, name: (taken.get("name") ?? "").slice(0, 200) },
  };
});

const CompareForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("add"),
    name: z.string().trim().max(200, siteWorkText.nameTooLong).default(""),
    homepage: z.string({ error: visibilityText.typeAddress }).trim().max(2_048, visibilityText.typeAddress),
  }),
  z.object({ intent: z.literal("again") }),
  z.object({ intent: z.literal("remove"), id: z.string().min(1), name: z.string().max(200) }),
  z.object({ intent: z.literal("restore"), id: z.string().min(1) }),
]);

export const action = orgAction("assessment:run", async ({ request, deps, actor, params }) => {
  const form = await readForm(request, CompareForm);
  if (!form.ok)
    return data({ intent: "add", errors: form.failure.errors, values: form.failure.typed }, { status: 422 });
  const asked = form.value;
  const here = `/o/${params.org}/visibility/compare`;
  const result =
    asked.intent === "add"
      ? await addCompetitor(deps, actor, asked)
      : asked.intent === "again"
        ? await auditCompetitorsAgain(deps, actor)
        : await changeCompetitor(deps, actor, { id: asked.id, keep: asked.intent === "restore" });
  if (result.ok) {
    if (asked.intent !== "remove") return redirect(here);
    return redirect(`${here}?${new URLSearchParams({ removed: asked.id, name: asked.name })}`);
  }
  const { failure } = result;
  const t = textOf(siteWorkText, "en");
  const words = textOf(visibilityText, "en");
  const error =
    failure.kind === "not-a-website"
      ? words("notAWebsite", { because: failure.because })
      : failure.kind === "over-limit"
        ? words("overLimit", { limit: failure.limit, used: failure.used })
        : failure.kind === "too-many"
          ? t("tooMany", { most: failure.most })
          : failure.kind === "own-site"
            ? t("ownSite")
            : failure.kind === "known"
              ? t("knownSite")
              : failure.kind === "not-found"
                ? t("notFound")
                : words("forbidden");
  const values = asked.intent === "add" ? { name: asked.name, homepage: asked.homepage } : {};
  const field = asked.intent === "add" ? "homepage" : "form";
  return data({ intent: asked.intent, errors: { [field]: [error] }, values }, { status: failureStatus(failure) });
});

/** One that begins or ends changes more than its line. */
function stepOf({ audits }: ComparisonProgress): string {
  return audits.map(({ id, status }) => `${id} ${status}`).join();
}

export default function ComparePage() {
  const t = useText(siteWorkText);
  const words = useText(visibilityText);
  const { comparison, competitors, hasAudit, mayRun, base, removed } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { pathname } = useLocation();
  const audits = competitors.filter(({ status }) => status === "queued" || status === "running");
  const open = { open: audits.length, audits };
  const live = useStates<ComparisonProgress>(open, audits.length === 0 ? null : `${pathname}/events`, stepOf);
  const lines = competitors.map((line) => ({ ...line, ...live.audits.find(({ id }) => id === line.id) }));
  const refused = result === undefined || result.intent === "add" ? undefined : result.errors;
  return (
    <Page area="visibility" title={<Title />} lead={t("compareLead", { pages: pagesOfCompetitor })}>
      <SiteTabs base={base} here="compare" />
      {removed === null || competitors.some(({ id }) => id === removed.id) ? null : (
        <UndoBanner action={`${base}/visibility/compare`} fields={{ intent: "restore", id: removed.id }}>
          {t("removed", { name: removed.name })}
        </UndoBanner>
      )}
      {hasAudit || competitors.length === 0 ? null : (
        <Notice tone="warn">
          {t("needAudit")}{" "}
          <a className="link" href={`${base}/visibility`}>
            {words("auditNow")}
          </a>
        </Notice>
      )}
      {mayRun || competitors.length > 0 ? null : <EmptyState>{t("compareViewer")}</EmptyState>}
      {comparison === null ? null : <SiteComparisonPanels comparison={comparison} />}
      {competitors.length === 0 ? null : (
        <CompetitorTable competitors={lines} base={base} mayRun={mayRun} errors={refused} />
      )}
      {mayRun && competitors.length < mostCompetitors ? (
        <Panel title={t("addTitle")}>
          <Form
            key={competitors.length}
            id="add"
            hidden={{ intent: "add" }}
            errors={refused === undefined ? result?.errors : undefined}
            values={result?.values}
          >
            <TextInput name="homepage" label={t("addHomepage")} help={t("addHelp")} required inputMode="url" />
            <TextInput name="name" label={t("addName")} />
            <SubmitButton>{t("add")}</SubmitButton>
          </Form>
        </Panel>
      ) : null}
    </Page>
  );
}

/** Where our site stands, as far as the scores say. */
function Title(): string {
  const t = useText(siteWorkText);
  const { comparison } = useLoaderData<typeof loader>();
  if (comparison === null) return t("compareTitleNone");
  const scores = comparison.sites.map(({ score }) => score?.value ?? null);
  const [own, ...others] = scores;
  if (own == null || others.includes(null) || comparison.sameMethod.includes(false))
    return t("compareTitleUnknown", { count: others.length });
  const place = 1 + others.filter((each) => each !== null && each > own).length;
  return place === 1
    ? t("compareTitleAhead", { count: others.length })
    : t("compareTitlePlace", { place, count: scores.length });
}
