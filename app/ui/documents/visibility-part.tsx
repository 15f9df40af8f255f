import type { VisibilityFigures } from "#app/domain/reports/readiness-report.ts";
import { reportText } from "#app/strings/en/reports.ts";
import { DataTable } from "../tables/data-table.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

export function VisibilityPart({ visibility }: { visibility: VisibilityFigures }) {
  const t = useText(reportText);
  const f = useFormat();
  return (
    <section>
      <h2>{t("visibilityPart")}</h2>
      <p>{t("visibilityNote", { homepage: visibility.homepage })}</p>
      {visibility.closed.length === 0 ? null : (
        <ul>
          {visibility.closed.map(({ name, pages }) => (
            <li
              key={name}
            >{`${t("closedFor", { engine: name })} ${t("onPages", { pages, audited: visibility.audited })}`}</li>
          ))}
        </ul>
      )}
      <DataTable
        caption={t("visibilityPart")}
        rows={visibility.fixes}
        rowKey={({ title }) => title}
        columns={[
          { key: "fix", header: t("fix"), cell: ({ title }) => title },
          {
            key: "effect",
            header: t("effect"),
            align: "end",
            cell: ({ effect }) =>
              `${f.signed(effect.value, 1)} (${f.number(effect.low, 1)} – ${f.number(effect.high, 1)})`,
          },
          { key: "pages", header: t("pages"), align: "end", cell: ({ pages }) => f.number(pages) },
        ]}
      />
    </section>
  );
}
