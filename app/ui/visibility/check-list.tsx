import type { CheckResult } from "#app/domain/visibility/visibility-audit.ts";
import { visibilityText } from "#app/strings/en/visibility.ts";
import { Badge } from "../controls/badge.tsx";
import { Disclosure } from "../controls/disclosure.tsx";
import { DataTable } from "../tables/data-table.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { GradeWord, OutcomeBadge } from "./marks.tsx";

export type ShownCheck = CheckResult & {
  readonly contested: boolean;
  readonly sources: readonly string[];
  readonly reviewBy: string | null;
};

/** How well the effect of a check is known, from whom, and when that is looked at again. */
function KnownEffect({ check }: { check: ShownCheck }) {
  const t = useText(visibilityText);
  const f = useFormat();
  return (
    <div className="max-w-xs text-caption">
      <GradeWord grade={check.evidenceGrade} contested={check.contested} />: {check.effect}
      <span className="block text-ink-soft">
        {check.sources.join("; ")}
        {check.reviewBy === null ? null : ` (${t("reviewBy", { date: f.date(check.reviewBy) })})`}
      </span>
    </div>
  );
}

/** Checks with what was seen, how well the effect is known, and what to do. */
export function CheckList({ caption, checks }: { caption: string; checks: readonly ShownCheck[] }) {
  const t = useText(visibilityText);
  return (
    <DataTable
      caption={caption}
      rows={checks}
      rowKey={(check) => check.id}
      columns={[
        {
          key: "check",
          header: t("check"),
          cell: (check) => (
            <div className="max-w-xl min-w-44 [overflow-wrap:anywhere]">
              {check.title}
              <span className="block font-normal">{check.evidence}</span>
              {check.fix === null ? null : <span className="block font-normal text-ink-soft">{check.fix}</span>}
              {check.diff === null ? null : (
                <pre className="mt-1 rounded-panel bg-raised p-2 text-caption font-normal whitespace-pre-wrap">
                  {check.diff}
                </pre>
              )}
              <div className="mt-1 font-normal md:hidden print:hidden">
                <Disclosure summary={<span className="text-caption">{t("knownEffect")}</span>}>
                  <KnownEffect check={check} />
                </Disclosure>
              </div>
            </div>
          ),
        },
        {
          key: "outcome",
          header: t("seen"),
          cell: (check) =>
            check.evidenceGrade === "folklore" ? <Badge>{t("weighsNothing")}</Badge> : <OutcomeBadge check={check} />,
        },
        {
          key: "weight",
          header: t("weight"),
          align: "end",
          cell: (check) => (check.penalty > 0 ? t("penalty", { points: check.penalty }) : check.weight),
        },
        {
          key: "effect",
          header: t("knownEffect"),
          wideOnly: true,
          cell: (check) => <KnownEffect check={check} />,
        },
      ]}
    />
  );
}
