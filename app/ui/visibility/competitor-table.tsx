import type { CompetitorLine } from "#app/domain/visibility/compare-sites.ts";
import { siteWorkText } from "#app/strings/en/site-work.ts";
import { visibilityText } from "#app/strings/en/visibility.ts";
import { Button } from "../controls/button.tsx";
import { ErrorSummary, type FieldErrors } from "../controls/error-summary.tsx";
import { Form, SubmitButton } from "../controls/form.tsx";
import { Panel } from "../layout/page.tsx";
import { DataTable } from "../tables/data-table.tsx";
import { useText } from "../text/use-text.ts";
import { asSentence } from "./audit-end.tsx";
import { statusWords } from "./marks.tsx";

type CompetitorTableProps = {
  competitors: readonly CompetitorLine[];
  base: string;
  mayRun: boolean;
  /** Why the last button here did not do what it says. */
  errors: FieldErrors | undefined;
};

/** The sites compared, how their audits stand, and the way to take one out. */
export function CompetitorTable({ competitors, base, mayRun, errors }: CompetitorTableProps) {
  const t = useText(siteWorkText);
  const words = useText(visibilityText);
  const open = competitors.some(({ status }) => status === "queued" || status === "running");
  return (
    <Panel title={t("bySite")}>
      <DataTable
        caption={t("bySite")}
        rows={competitors}
        rowKey={({ id }) => id}
        columns={[
          { key: "site", header: t("site"), cell: ({ name }) => name },
          {
            key: "address",
            header: words("website"),
            wideOnly: true,
            cell: ({ homepage }) => <span className="[overflow-wrap:anywhere]">{homepage}</span>,
          },
          {
            key: "state",
            header: t("siteState"),
            cell: ({ status, auditId, failure, progress }) => {
              if (status === "none" || auditId === null) return t("statusNone");
              const word = words(statusWords[status]);
              const more = status === "running" && progress !== null ? ` ${progress.done}/${progress.planned}` : "";
              return (
                <>
                  <a className="link" href={`${base}/visibility/audits/${auditId}`}>
                    {word}
                    {more}
                  </a>
                  {status === "failed" && failure !== null ? (
                    <span className="block text-caption text-ink-soft">{asSentence(failure)}</span>
                  ) : null}
                </>
              );
            },
          },
          {
            key: "change",
            header: <span className="sr-only">{t("remove")}</span>,
            cell: ({ id, name }) =>
              mayRun ? (
                <form method="post">
                  <input type="hidden" name="id" value={id} />
                  <input type="hidden" name="name" value={name} />
                  <Button variant="quiet" name="intent" value="remove" aria-label={`${t("remove")}: ${name}`}>
                    {t("remove")}
                  </Button>
                </form>
              ) : null,
          },
        ]}
      />
      <ErrorSummary errors={errors} formId="again" />
      {open ? (
        <noscript>
          <p className="mt-3">
            <a className="link" href={`${base}/visibility/compare`}>
              {t("lookAgain")}
            </a>
          </p>
        </noscript>
      ) : null}
      {mayRun && !open ? (
        <div className="mt-3">
          <Form id="again" hidden={{ intent: "again" }}>
            <SubmitButton variant="quiet">{t("again")}</SubmitButton>
          </Form>
        </div>
      ) : null}
    </Panel>
  );
}
