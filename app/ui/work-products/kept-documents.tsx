import { workProductText } from "#app/strings/en/work-products.ts";
import { DataTable } from "../tables/data-table.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

type KeptDocument = {
  readonly product: string;
  /** The id of a system; empty for the organization. */
  readonly subject: string;
  readonly title: string;
  readonly system: string | null;
  readonly number: number;
  readonly keptAt: string;
  readonly keptBy: string | null;
};

/** The documents that were kept, the one changed last first, each with the way to its versions. */
export function KeptDocuments({ kept, base }: { kept: readonly KeptDocument[]; base: string }) {
  const t = useText(workProductText);
  const f = useFormat();
  const address = ({ product, subject }: KeptDocument, more = "") =>
    `${base}/documents/${product}${more}${subject === "" ? "" : `?system=${subject}`}`;
  return (
    <DataTable
      caption={t("keptTitle")}
      rows={kept}
      rowKey={({ product, subject }) => `${product} ${subject}`}
      rowHref={(row) => address(row)}
      columns={[
        { key: "title", header: t("document"), cell: ({ title }) => title },
        {
          key: "system",
          header: t("keptAbout"),
          cell: ({ subject, system }) => (subject === "" ? t("organization") : (system ?? t("removedSystem"))),
        },
        {
          key: "kept",
          header: t("lastVersion"),
          cell: ({ number, keptAt, keptBy }) =>
            keptBy === null
              ? t("versionOf", { number, date: f.date(keptAt.slice(0, 10)) })
              : t("versionBy", { number, date: f.date(keptAt.slice(0, 10)), name: keptBy }),
        },
        {
          key: "versions",
          header: <span className="sr-only">{t("versions")}</span>,
          wideOnly: true,
          cell: (row) => <a href={address(row, "/versions")}>{t("versions")}</a>,
        },
      ]}
    />
  );
}
