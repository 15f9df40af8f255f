import type { DutiesCompared } from "#app/domain/exposure/compare-duties.ts";
import { dutiesText } from "#app/strings/en/duties.ts";
import { Figure } from "../figures/figure.tsx";
import { DataTable } from "../tables/data-table.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

/** The score before and after with the activities whose share of time moved most. */
export function DutiesChange({ compared }: { compared: DutiesCompared }) {
  const t = useText(dutiesText);
  const f = useFormat();
  return (
    <>
      <dl className="mb-3 flex flex-wrap gap-x-8 gap-y-2">
        {(["before", "after"] as const).map((when) => (
          <div key={when}>
            <dt className="text-caption text-ink-soft">{t(when)}</dt>
            <dd>
              <Figure estimate={compared[when]} unit="share" absent="not-assessable" size="key" />
            </dd>
          </div>
        ))}
      </dl>
      {compared.moved.length === 0 ? (
        <p className="text-ink-soft">{t("movedNone")}</p>
      ) : (
        <>
          <p className="mb-2 text-ink-soft">{t("movedText")}</p>
          <DataTable
            caption={t("movedText")}
            rows={compared.moved}
            rowKey={({ activity }) => activity}
            columns={[
              { key: "activity", header: t("neighbour"), cell: ({ label }) => label },
              { key: "before", header: t("timeBefore"), align: "end", cell: ({ before }) => f.share(before, 1) },
              { key: "after", header: t("timeAfter"), align: "end", cell: ({ after }) => f.share(after, 1) },
              {
                key: "score",
                header: t("exposure"),
                align: "end",
                cell: ({ score }) => <Figure estimate={score} unit="share" />,
              },
            ]}
          />
        </>
      )}
    </>
  );
}
