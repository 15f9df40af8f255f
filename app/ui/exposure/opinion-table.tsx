import type { DutyOpinion, OpinionView, RunSays } from "#app/domain/exposure/opinion-view.ts";
import { dutyOpinionText } from "#app/strings/en/duty-opinion.ts";
import { Badge } from "../controls/badge.tsx";
import { DataTable } from "../tables/data-table.tsx";
import { useText } from "../text/use-text.ts";
import { useTroubles } from "./opinion-words.ts";

/** Each duty with our label and what the two runs said. Words of a model and of a roster stand here as text and nothing else. */
export function OpinionTable({ view }: { view: OpinionView }) {
  const t = useText(dutyOpinionText);
  return (
    <DataTable
      caption={t("table")}
      rows={view.duties}
      rowKey={({ text }) => text}
      columns={[
        {
          key: "duty",
          header: t("duty"),
          cell: ({ text }) => (
            <span dir="auto" className="break-words">
              {text}
            </span>
          ),
        },
        { key: "ours", header: t("ours"), cell: ({ own }) => <Label {...own} /> },
        ...([0, 1] as const).map((at) => ({
          key: `run-${at}`,
          header: t("run", { number: at + 1 }),
          cell: (duty: DutyOpinion) => <Said says={duty.runs[at]} own={duty.own.exposure} />,
        })),
        {
          key: "agreement",
          header: t("agreement"),
          cell: ({ runsAgree }) =>
            runsAgree === null ? (
              <span className="text-ink-soft">{t("cannotSay")}</span>
            ) : (
              <Badge tone={runsAgree ? "quiet" : "warn"}>{runsAgree ? t("agree") : t("differ")}</Badge>
            ),
        },
      ]}
    />
  );
}

function Label({ exposure, automation }: DutyOpinion["own"]) {
  const t = useText(dutyOpinionText);
  return (
    <span className="whitespace-nowrap">
      <abbr title={t(exposure)}>{exposure}</abbr> · <abbr title={t(automation)}>{automation}</abbr>
    </span>
  );
}

function Said({ says, own }: { says: RunSays; own: string }) {
  const t = useText(dutyOpinionText);
  const words = useTroubles();
  if (says.kind === "failed")
    return <span className="text-ink-soft">{t("failed", { because: words([says.because]) })}</span>;
  if (says.kind !== "label") return <span className="text-ink-soft">{t(says.kind)}</span>;
  return (
    <>
      <Label {...says} />{" "}
      <span className="text-caption text-ink-soft">{says.exposure === own ? t("sameAsOurs") : t("otherThanOurs")}</span>
      {says.reason === "" ? null : (
        <span dir="auto" className="block min-w-44 text-caption text-ink-soft break-words">
          {says.reason}
        </span>
      )}
    </>
  );
}
