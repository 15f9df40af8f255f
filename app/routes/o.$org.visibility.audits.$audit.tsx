import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useLocation, useParams } from "@remix-run/react";
import type { AuditId } from "#app/domain/kernel/ids.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { cancelSiteAudit } from "#app/services/visibility/cancel-site-audit.server.ts";
import { loadAudit, pagesAtOnce } from "#app/services/visibility/load-audit.server.ts";
import { visibilityText } from "#app/strings/en/visibility.ts";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { Form, SubmitButton } from "#app/ui/controls/form.tsx";
import { Notice } from "#app/ui/controls/notice.tsx";
import { Progress } from "#app/ui/controls/progress.tsx";
import { useStates } from "#app/ui/controls/use-states.ts";
import { Figure } from "#app/ui/figures/figure.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { DataTable } from "#app/ui/tables/data-table.tsx";
import { tableState } from "#app/ui/tables/table-state.ts";
import { useText } from "#app/ui/text/use-text.ts";
import { pageSegment, pathOf, stateWords } from "#app/ui/visibility/marks.tsx";

export const meta: MetaFunction = () => [{ title: `${visibilityText.area} – Groundwork` }];

export const loader = orgLoader("assessment:read", async ({ request, deps, actor, params }) => {
  const table = tableState(request.url, { size: pagesAtOnce });
  const audit = await loadAudit(deps, actor, params.audit as AuditId, table.page);
  if (!audit.ok) throw notFound();
  return { ...audit.value, table };
});

export const action = orgAction("assessment:run", async ({ deps, actor, params }) => {
  const result = await cancelSiteAudit(deps, actor, params.audit as AuditId);
  if (!result.ok) return data({ failure: result.failure.kind }, { status: failureStatus(result.failure) });
  return redirect(`/o/${params.org}/visibility/audits/${params.audit}`);
});

const titles = {
  queued: "auditTitleQueued",
  running: "auditTitleRunning",
  done: "auditTitleDone",
  failed: "auditTitleFailed",
  cancelled: "auditTitleCancelled",
} as const;

/** A page more, or the end, brings new rows. */
function stepOf({ status, done }: { status: string; done: number }): string {
  return `${status} ${done}`;
}

export default function AuditPage() {
  const t = useText(visibilityText);
  const audit = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { pathname } = useLocation();
  const { org } = useParams();
  const first = {
    status: audit.status,
    done: audit.progress?.done ?? 0,
    planned: audit.progress?.planned ?? audit.pageLimit,
    now: audit.progress?.now ?? "",
  };
  const open = audit.status === "queued" || audit.status === "running";
  const state = useStates(first, open ? `${pathname}/events` : null, stepOf);
  return (
    <Page
      area="visibility"
      title={t(titles[audit.status], { homepage: audit.homepage, done: state.done, planned: state.planned })}
      lead={open ? t("auditLead") : undefined}
      action={
        open ? null : (
          <LinkButton to={`/o/${org}/visibility${audit.isCompetitor ? "/compare" : ""}`} variant="quiet">
            {audit.status === "done" ? t("seeResult") : t("tryAgain")}
          </LinkButton>
        )
      }
    >
      {open ? (
        <noscript>
          <meta httpEquiv="refresh" content="3" />
        </noscript>
      ) : null}
      {audit.failure === null || audit.status === "done" ? null : (
        <Notice tone={open ? "warn" : "bad"}>{open ? t("retrying", { because: audit.failure }) : audit.failure}</Notice>
      )}
      {result?.failure === undefined ? null : <Notice tone="warn">{t("forbidden")}</Notice>}
      {open ? (
        <Panel>
          <Progress label={t("reading")} done={state.done} total={state.planned} now={state.now} />
          {audit.mayCancel ? (
            <div className="mt-4">
              <Form>
                <SubmitButton variant="quiet">{t("cancel")}</SubmitButton>
              </Form>
            </div>
          ) : null}
        </Panel>
      ) : null}
      {audit.pages.length === 0 ? null : (
        <Panel title={t("pagesSoFar")}>
          <DataTable
            caption={t("pagesSoFar")}
            rows={audit.pages}
            state={audit.table}
            total={audit.total}
            rowKey={(page) => page.url}
            rowHref={(page) => `../pages/${pageSegment(page.url)}?audit=${audit.id}`}
            columns={[
              { key: "page", header: t("page"), cell: (page) => pathOf(page.url) },
              { key: "title", header: t("title"), wideOnly: true, cell: (page) => page.title ?? "" },
              { key: "state", header: t("state"), cell: (page) => t(stateWords[page.state]) },
              {
                key: "score",
                header: t("score"),
                align: "end",
                cell: (page) => <Figure estimate={page.score} unit="points" />,
              },
            ]}
          />
        </Panel>
      )}
    </Page>
  );
}
