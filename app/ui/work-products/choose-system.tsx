import { workProductText } from "#app/strings/en/work-products.ts";
import { LinkButton } from "../controls/button.tsx";
import { EmptyState } from "../controls/empty-state.tsx";
import { Panel } from "../layout/page.tsx";
import { DataTable } from "../tables/data-table.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

export type SubjectRow = {
  readonly id: string;
  readonly name: string;
  readonly purpose: string | null;
  readonly duties: number;
  readonly number: number;
  readonly keptAt: string | null;
};

type ChooseSystemProps = { systems: readonly SubjectRow[]; base: string; product: string; mayEdit: boolean };

/** The systems a document can be about, those that a duty asks for first. */
export function ChooseSystem({ systems, base, product, mayEdit }: ChooseSystemProps) {
  const t = useText(workProductText);
  const f = useFormat();
  if (systems.length === 0) {
    const action = mayEdit ? <LinkButton to={`${base}/systems/new`}>{t("addSystem")}</LinkButton> : undefined;
    return <EmptyState action={action}>{t("noSystems")}</EmptyState>;
  }
  return (
    <Panel>
      <DataTable
        caption={t("chooseSystem")}
        rows={[...systems].sort((a, b) => b.duties - a.duties)}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `${base}/documents/${product}?system=${id}`}
        columns={[
          { key: "name", header: t("system"), cell: ({ name }) => name },
          { key: "purpose", header: t("purpose"), wideOnly: true, cell: ({ purpose }) => purpose ?? "–" },
          { key: "duties", header: t("askedBy"), cell: ({ duties }) => t("duties", { count: duties }) },
          {
            key: "version",
            header: t("lastVersion"),
            cell: ({ number, keptAt }) =>
              keptAt === null ? t("notKept") : t("versionOf", { number, date: f.date(keptAt.slice(0, 10)) }),
          },
        ]}
      />
    </Panel>
  );
}
