import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useLocation, useParams } from "@remix-run/react";
import { z } from "zod";
import type { AuditId } from "#app/domain/kernel/ids.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { auditAgain } from "#app/services/visibility/audit-again.server.ts";
import { cancelSiteAudit } from "#app/services/visibility/cancel-site-audit.server.ts";
import { loadAudit, pagesAtOnce } from "#app/services/visibility/load-audit.server.ts";
import { textOf } from "#app/strings/catalogue.ts";
import { siteWorkText } from "#app/strings/en/site-work.ts";
import { visibilityText } from "#app/strings/en/visibility.ts";
import { Badge } from "#app/ui/controls/badge.tsx";
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
import { AuditEnd, asSentence } from "#app/ui/visibility/audit-end.tsx";
import { PagePath, PageTitle, pageSegment, stateWords } from "#app/ui/visibility/marks.tsx";

export const meta: MetaFunction = () => [{ title: `${visibilityText.area} – Groundwork` }];

export const loader = orgLoader("assessment:read", async ({ request, deps, actor, params }) => {
  const table = tableState(request.url, { size: pagesAtOnce });
  const audit = await loadAudit(deps, actor, params.audit as AuditId, table.page);
  if (!audit.ok) throw notFound();
  return { ...audit.value, table };
});

const AuditForm = z.object({ intent: z.enum(["cancel", "again"]) });

export const action = orgAction("assessment:run", async ({ request, deps, actor, params }) => {
  const form = await readForm(request, AuditForm);
  if (!form.ok) return data({ errors: form.failure.errors }, { status: 422 });
  const id = params.audit as AuditId;
  const page = (audit: string) => `/o/${params.org}/visibility/audits/${audit}`;
  if (form.value.intent === "cancel") {
    const cancelled = await cancelSiteAudit(deps, actor, id);
    // One that ended meanwhile is shown as it ended.
    if (cancelled.ok || cancelled.failure.kind === "not-found") return redirect(page(id));
    return data({ errors: { form: [visibilityText.forbidden] } }, { status: failureStatus(cancelled.failure) });
  }
  const again = await auditAgain(deps, actor, id);
  if (again.ok) return redirect(page(again.value));
  const { failure } = again;
  if (failure.kind === "already-running") return redirect(page(failure.auditId));
  const t = textOf(visibilityText, "en");
  const own = textOf(siteWorkText, "en");
  const error =
    failure.kind === "not-a-website"
      ? t("notAWebsite", { because: failure.because })
      : failure.kind === "over-limit"
        ? t("overLimit", { limit: failure.limit, used: failure.used })
        : failure.kind === "not-proven"
          ? own("notProven", { most: failure.most })
          : failure.kind === "not-found"
            ? own("notFound")
            : t("forbidden");
  return data({ errors: { form: [error] } }, { status: failureStatus(failure) });
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
  const own = useText(siteWorkText);
  const { pathname } = useLocation();
  const { org } = useParams();
  const back = `/o/${org}/visibility${audit.isCompetitor ? "/compare" : ""}`;
  const first = {
    status: audit.status,
    done: audit.progress?.done ?? 0,
    planned: audit.progress?.planned ?? audit.pageLimit,
    now: audit.progress?.now ?? "",
  };
  const listed = t(audit.status === "done" ? "pagesOfAudit" : "pagesSoFar");
  const open = audit.status === "queued" || audit.status === "running";
  const state = useStates(first, open ? `${pathname}/events` : null, stepOf);
  return (
    <Page
      area="visibility"
      title={t(audit.unread === null ? titles[audit.status] : "auditTitleNothing", {
        homepage: audit.homepage,
        done: state.done,
        planned: state.planned,
        count: audit.read,
      })}
      lead={open ? t("auditLead") : audit.unread === null ? undefined : t("auditNothing")}
      trail={[{ to: back, label: own(audit.isCompetitor ? "tabCompare" : "tabOverview") }]}
      action={
        audit.status === "done" ? (
          <LinkButton to={back} variant="quiet">
            {t("seeResult")}
          </LinkButton>
        ) : null
      }
    >
      {open ? (
        <noscript>
          <meta httpEquiv="refresh" content="3" />
        </noscript>
      ) : null}
      {audit.failure === null || audit.status === "done" ? null : (
        <Notice tone={open ? "warn" : "bad"}>
          {open ? t("retrying", { because: audit.failure }) : asSentence(audit.failure)}
        </Notice>
      )}
      {audit.unread === null ? null : (
        <Notice tone="warn">
          <ul>
            {audit.unread.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </Notice>
      )}
      {audit.status === "failed" || audit.status === "cancelled" || audit.unread !== null ? (
        <AuditEnd
          advice={audit.advice}
          anyPages={audit.total > 0}
          mayTryAgain={audit.mayTryAgain}
          errors={result?.errors}
          other={audit.isCompetitor ? null : back}
        />
      ) : null}
      {open ? (
        <Panel>
          <Progress label={t("reading")} done={state.done} total={state.planned} now={state.now} />
          {audit.mayCancel ? (
            <div className="mt-4">
              <Form errors={result?.errors} hidden={{ intent: "cancel" }}>
                <SubmitButton variant="quiet">{t("cancel")}</SubmitButton>
              </Form>
            </div>
          ) : null}
        </Panel>
      ) : null}
      {audit.pages.length === 0 ? null : (
        <Panel title={listed}>
          <DataTable
            caption={listed}
            rows={audit.pages}
            state={audit.table}
            total={audit.total}
            rowKey={(page) => page.url}
            rowHref={(page) => `../pages/${pageSegment(page.url)}?audit=${audit.id}`}
            columns={[
              { key: "page", header: t("page"), cell: (page) => <PagePath url={page.url} /> },
              {
                key: "title",
                header: t("title"),
                wideOnly: true,
                cell: (page) => <PageTitle title={page.title ?? ""} />,
              },
              {
                key: "state",
                header: t("state"),
                cell: ({ state: became, detail }) =>
                  became === "audited" ? (
                    t(stateWords[became])
                  ) : (
                    <>
                      <Badge tone="warn">{t(stateWords[became])}</Badge>
                      <span className="block max-w-md text-caption text-ink-soft [overflow-wrap:anywhere]">
                        {detail}
                      </span>
                    </>
                  ),
              },
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
