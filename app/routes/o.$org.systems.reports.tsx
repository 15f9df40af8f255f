import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { decideReports, loadToolReports, undoDecision } from "#app/services/systems/sort-tool-reports.server.ts";
import { createToolLink, linkDays, revokeToolLink } from "#app/services/systems/tool-link.server.ts";
import { complianceText } from "#app/strings/en/compliance.ts";
import { toolReportsText } from "#app/strings/en/tool-reports.ts";
import { Button } from "#app/ui/controls/button.tsx";
import { Disclosure } from "#app/ui/controls/disclosure.tsx";
import { EmptyState } from "#app/ui/controls/empty-state.tsx";
import { Notice } from "#app/ui/controls/notice.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { ToolGroup } from "#app/ui/systems/tool-group.tsx";
import { ToolLinkPanel } from "#app/ui/systems/tool-link-panel.tsx";
import { useText } from "#app/ui/text/use-text.ts";

export const loader = orgLoader("facts:edit", async ({ deps, actor, params }) => {
  const view = await loadToolReports(deps, actor);
  if (!view.ok) throw notFound();
  return { ...view.value, days: [...linkDays], base: `/o/${params.org}` };
});

const Decided = z.object({
  intent: z.enum(["open", "close", "add", "merge", "dismiss", "undo"]),
  days: z.coerce.number().catch(30),
  key: z.string().max(200).default(""),
  /** Ids of reports with spaces between: those that stood on the page. */
  ids: z.string().max(60_000).default(""),
  system: z.string().max(60).default(""),
  reason: z.string().max(2_000).default(""),
});

export const action = orgAction("facts:edit", async ({ request, deps, actor, params }) => {
  const form = await readForm(request, Decided);
  if (!form.ok) throw notFound();
  const { intent, days, key, system, reason } = form.value;
  const ids = form.value.ids.split(" ").filter(Boolean);
  const here = `/o/${params.org}/systems/reports`;
  const failed = (failure: { readonly kind: string }) => {
    if (failure.kind === "forbidden") throw notFound();
    return data({ key, kind: failure.kind, made: undefined }, { status: failureStatus(failure) });
  };
  if (intent === "open") {
    const made = await createToolLink(deps, actor, days);
    if (!made.ok) return failed(made.failure);
    return data({ key: "", kind: null, made: `${deps.origin}/tools/${made.value.token}` }, { status: 201 });
  }
  if (intent === "close") {
    const closed = await revokeToolLink(deps, actor);
    return closed.ok ? redirect(here) : failed(closed.failure);
  }
  if (intent === "undo") {
    const undone = await undoDecision(deps, actor, ids);
    return undone.ok ? redirect(here) : failed(undone.failure);
  }
  const decision =
    intent === "merge" ? { kind: intent, system } : intent === "dismiss" ? { kind: intent, reason } : { kind: intent };
  const decided = await decideReports(deps, actor, { ids, decision });
  return decided.ok ? redirect(here) : failed(decided.failure);
});

export default function ToolReportsPage() {
  const view = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const t = useText(toolReportsText);
  const area = useText(complianceText);
  const { base, groups, departments, waiting } = view;
  const errorOf = (key: string) => {
    if (result?.key !== key || key === "") return null;
    if (result.kind === "reason-missing") return { field: "reason" as const, message: t("reasonMissing") };
    return result.kind === "not-found" ? { field: "system" as const, message: t("chooseSystem") } : null;
  };
  return (
    <Page
      area="compliance"
      title={t("title", { count: waiting })}
      lead={t("lead")}
      trail={[
        { to: `${base}/systems`, label: area("tabSystems") },
        { to: `${base}/systems/reports`, label: t("area") },
      ]}
    >
      {result?.kind === "decided-before" ? <Notice tone="warn">{t("decidedBefore")}</Notice> : null}
      {groups.length === 0 ? <EmptyState>{t("empty")}</EmptyState> : null}
      {groups.map((group) => (
        <ToolGroup key={group.key} group={group} systems={view.systems} error={errorOf(group.key)} />
      ))}
      {departments.shown.length === 0 ? null : (
        <Panel title={t("departments")}>
          <ul>
            {departments.shown.map(({ department, reports }) => (
              <li key={department}>
                {department}: {t("reports", { count: reports })}
              </li>
            ))}
          </ul>
          {departments.hidden ? <p className="text-caption text-ink-soft">{t("departmentsHidden")}</p> : null}
        </Panel>
      )}
      <ToolLinkPanel link={view.link} made={result?.made} mayOpen={view.mayOpen} days={view.days} />
      <Decisions />
    </Page>
  );
}

function Decisions() {
  const { decided } = useLoaderData<typeof loader>();
  const t = useText(toolReportsText);
  if (decided.length === 0) return null;
  return (
    <Disclosure summary={t("decided", { count: decided.length })}>
      <ul className="space-y-1">
        {decided.map(({ state, tool, system, reason, ids }) => {
          const values = {
            tool,
            reports: t("reports", { count: ids.length }),
            system: system ?? t("gone"),
            reason: reason ?? "",
          };
          const words =
            state === "dismissed"
              ? t("did_dismissed", values)
              : state === "added"
                ? t("did_added", values)
                : t("did_merged", values);
          return (
            <li key={ids[0]}>
              <form method="post" className="flex flex-wrap items-center gap-3">
                <input type="hidden" name="ids" value={ids.join(" ")} />
                <span>{words}</span>
                <Button variant="quiet" name="intent" value="undo" aria-label={`${t("undo")}: ${words}`}>
                  {t("undo")}
                </Button>
              </form>
            </li>
          );
        })}
      </ul>
    </Disclosure>
  );
}
