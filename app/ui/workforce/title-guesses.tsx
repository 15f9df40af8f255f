import { titlesText } from "#app/strings/en/titles.ts";
import { Button } from "../controls/button.tsx";
import { Notice } from "../controls/notice.tsx";
import { Panel } from "../layout/page.tsx";
import { DataTable } from "../tables/data-table.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import type { CardTitle } from "./title-card.tsx";

type Guesses = { readonly count: number; readonly heads: number; readonly first: readonly CardTitle[] };

const usual = 70;

/** Every guess from a probability on, shown before it is accepted. */
export function GuessesForm({ guesses, above }: { guesses: Guesses | null; above: number | null }) {
  const t = useText(titlesText);
  const f = useFormat();
  return (
    <Panel title={t("guesses")}>
      <p className="mb-3 text-ink-soft">{t("guessesLead")}</p>
      <form method="get" className="flex flex-wrap items-end gap-3">
        <div className="space-y-1">
          <label htmlFor="above" className="block">
            {t("above")}
          </label>
          <input id="above" name="above" className="input max-w-32" inputMode="decimal" defaultValue={above ?? usual} />
        </div>
        <Button variant="quiet">{t("preview")}</Button>
      </form>
      {guesses === null ? null : guesses.count === 0 ? (
        <p className="pt-4 text-ink-soft">{t("none")}</p>
      ) : (
        <form method="post" className="space-y-3 pt-4">
          <DataTable
            caption={t("previewTitle", {
              count: guesses.count,
              people: t("people", { count: Math.round(guesses.heads) }),
            })}
            captionHidden={false}
            columns={[
              { key: "title", header: t("titleHeader"), cell: (row) => row.title },
              {
                key: "heads",
                header: t("headsHeader"),
                align: "end",
                cell: (row) => (row.heads === null ? t("few") : f.number(Math.round(row.heads))),
              },
              { key: "guess", header: t("guess"), cell: (row) => row.candidates[0]?.title ?? "" },
              {
                key: "likely",
                header: t("likely"),
                align: "end",
                cell: (row) => f.share(row.candidates[0]?.probability ?? 0),
              },
            ]}
            rows={guesses.first}
            rowKey={(row) => row.key}
          />
          {guesses.first.length < guesses.count ? (
            <p className="text-caption text-ink-soft">{t("previewMore", { shown: guesses.first.length })}</p>
          ) : null}
          <input type="hidden" name="above" value={above ?? usual} />
          <Button name="intent" value="accept">
            {t("accept", { count: guesses.count })}
          </Button>
        </form>
      )}
    </Panel>
  );
}

type Last = { readonly count: number; readonly first: string };

/** What was decided last, and the way back. */
export function LastDecisions({ last, saved }: { last: Last | null; saved: number | null }) {
  const t = useText(titlesText);
  if (last === null) return null;
  return (
    <Notice>
      <form method="post" className="flex flex-wrap items-center gap-3">
        <span>
          {saved === null ? null : `${t("uploaded", { count: saved })} `}
          {t("last", { count: last.count, first: `“${last.first}”` })}
        </span>
        <Button variant="quiet" name="intent" value="undo">
          {t("undo")}
        </Button>
      </form>
    </Notice>
  );
}
