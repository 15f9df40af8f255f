import { visibilityText } from "#app/strings/en/visibility.ts";
import { Notice } from "../controls/notice.tsx";
import { useStates } from "../controls/use-states.ts";
import { Panel } from "../layout/page.tsx";
import { DataTable } from "../tables/data-table.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { asSentence } from "./audit-end.tsx";
import { statusWords } from "./marks.tsx";

type Entry = {
  readonly id: string;
  readonly homepage: string;
  readonly status: keyof typeof statusWords;
  readonly at: number;
  readonly failure: string | null;
  /** Null before it ended. */
  readonly pagesRead: number | null;
};

/** Earlier audits, each with a page of its own and, where it failed, the reason. */
export function AuditHistory({ history, base }: { history: readonly Entry[]; base: string }) {
  const t = useText(visibilityText);
  const f = useFormat();
  if (history.length === 0) return null;
  return (
    <Panel title={t("history")}>
      <DataTable
        caption={t("history")}
        rows={history}
        rowKey={(row) => row.id}
        rowHref={(row) => `${base}/visibility/audits/${row.id}`}
        columns={[
          { key: "when", header: t("when"), cell: (row) => f.moment(row.at) },
          {
            key: "website",
            header: t("website"),
            wideOnly: true,
            cell: (row) => <span className="[overflow-wrap:anywhere]">{row.homepage}</span>,
          },
          {
            key: "state",
            header: t("state"),
            cell: ({ status, failure, pagesRead }) => (
              <>
                {t(statusWords[status])}
                {status === "done" && pagesRead !== null ? `, ${t("historyRead", { count: pagesRead })}` : null}
                {status === "failed" && failure !== null ? (
                  <span className="block text-caption text-ink-soft">{asSentence(failure)}</span>
                ) : null}
              </>
            ),
          },
        ]}
      />
    </Panel>
  );
}

/** Says of an older result that the newest audit gave no figures, and why. */
export function LastWithoutFigures({ last, base }: { last: Entry | undefined; base: string }) {
  const t = useText(visibilityText);
  const f = useFormat();
  if (last === undefined) return null;
  const failed = last.status === "failed";
  if (!failed && (last.status !== "done" || last.pagesRead !== 0)) return null;
  const of = { homepage: last.homepage, date: f.moment(last.at) };
  return (
    <Notice tone="warn" title={t(failed ? "lastFailed" : "lastReadNothing")}>
      {failed ? t("lastFailedLead", { ...of, because: asSentence(last.failure ?? "") }) : t("lastReadNothingLead", of)}{" "}
      <a className="link" href={`${base}/visibility/audits/${last.id}`}>
        {t("seeAudit")}
      </a>
    </Notice>
  );
}

type Running = { readonly id: string; readonly progress: { readonly now: string } | null };

function statusOf({ status }: { status: string }): string {
  return status;
}

/** An audit is on its way, what it does now, and where it can be followed. The page is loaded again when it ends. */
export function RunningNotice({ running, base }: { running: Running | null; base: string }) {
  return running === null ? null : <Following running={running} base={base} />;
}

function Following({ running, base }: { running: Running; base: string }) {
  const t = useText(visibilityText);
  const first = { status: "running", now: running.progress?.now ?? "" };
  const { now } = useStates(first, `${base}/visibility/audits/${running.id}/events`, statusOf);
  return (
    <Notice tone="accent" title={t("running")}>
      <span className="[overflow-wrap:anywhere]">{now}</span>{" "}
      <a className="link" href={`${base}/visibility/audits/${running.id}`}>
        {t("follow")}
      </a>
    </Notice>
  );
}
