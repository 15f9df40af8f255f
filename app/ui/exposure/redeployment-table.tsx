import type { OwnWay } from "#app/domain/exposure/ways-of-organization.ts";
import { redeploymentText } from "#app/strings/en/redeployment.ts";
import { Badge } from "../controls/badge.tsx";
import { Figure } from "../figures/figure.tsx";
import { type Column, DataTable } from "../tables/data-table.tsx";
import { useText } from "../text/use-text.ts";
import { useWayWords } from "./way-words.ts";

/** Skills named in a table; the page of a way has all of them. */
const skillsNamed = 4;

type RedeploymentTableProps = {
  ways: readonly OwnWay[];
  /** Where the page of a way is. */
  hrefOf: (way: OwnWay) => string;
  caption: string;
};

/** Less exposed work within reach: how exposed it is, how near, what it pays, what to learn. */
export function RedeploymentTable({ ways, hrefOf, caption }: RedeploymentTableProps) {
  const t = useText(redeploymentText);
  const columns = useWayColumns(hrefOf);
  return (
    <DataTable caption={caption} rows={ways} rowKey={({ onet }) => onet} empty={t("waysNone")} columns={columns} />
  );
}

/** The columns of a way forward, for every table that shows some. */
export function useWayColumns(hrefOf: (way: OwnWay) => string): Column<OwnWay>[] {
  const t = useText(redeploymentText);
  const words = useWayWords();
  const quiet = (said: string | null) =>
    said === null ? null : <span className="block text-caption text-ink-soft">{said}</span>;
  return [
    {
      key: "title",
      header: t("occupation"),
      cell: (way) => (
        <>
          <a className="link" href={hrefOf(way)}>
            {way.title}
          </a>
          {way.paysLess ? (
            <>
              {" "}
              <Badge>{t("paysLess")}</Badge>
            </>
          ) : null}
          {quiet(t(way.relation))}
          {quiet(words.own(way))}
          {/* What a phone has no columns for. */}
          <span className="block text-caption md:hidden">
            {t("pay")}: {words.payUs(way)}. {t("skillsToAdd")}: {words.raises(way, skillsNamed)}
          </span>
        </>
      ),
    },
    {
      key: "score",
      header: t("exposed"),
      align: "end",
      cell: (way) => (
        <>
          <Figure estimate={way.score} unit="share" />
          {quiet(words.sure(way))}
        </>
      ),
    },
    {
      key: "distance",
      header: t("skills"),
      cell: (way) => (
        <>
          {words.nearness(way)}
          {quiet(words.distance(way))}
          {quiet(words.inCommon(way))}
        </>
      ),
    },
    {
      key: "pay",
      header: t("pay"),
      wideOnly: true,
      cell: (way) => (
        <>
          {words.payUs(way)}
          {quiet(words.payOwn(way))}
        </>
      ),
    },
    { key: "skills", header: t("skillsToAdd"), wideOnly: true, cell: (way) => words.raises(way, skillsNamed) },
    { key: "preparation", header: t("preparation"), wideOnly: true, cell: (way) => words.preparation(way) },
  ];
}
