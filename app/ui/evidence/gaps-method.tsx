import type { Grade, Ranking } from "#app/domain/compliance/evidence/control-pack.ts";
import { coverageText } from "#app/strings/en/coverage-and-gaps.ts";
import { Disclosure } from "../controls/disclosure.tsx";
import { Panel } from "../layout/page.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

type Graded = { readonly judgedOn: string; readonly reviewBy: string; readonly classes: readonly Grade[] };

type GapsMethodProps = {
  method: {
    readonly ranking: Pick<Ranking, "need" | "halvingDays" | "undatedDays">;
    readonly effort: Graded;
    readonly penalties: Graded & {
      readonly laws: readonly {
        readonly law: string;
        readonly title: string;
        readonly class: string | null;
        readonly why: string | null;
      }[];
    };
  };
};

/** The formula by which gaps are ranked, with every number and class it counts with. */
export function GapsMethod({ method: { ranking, effort, penalties } }: GapsMethodProps) {
  const t = useText(coverageText);
  const f = useFormat();
  const { need, halvingDays, undatedDays } = ranking;
  return (
    <Panel title={t("gapsMethod")}>
      <p>{t("formula")}</p>
      <ul className="mt-2 list-disc space-y-1 pl-5 text-ink-soft">
        <li>
          {t("methodNeed", {
            missing: f.number(need.missing, 1),
            expired: f.number(need.expired, 1),
            judge: f.number(need["needs-judgement"], 1),
          })}
        </li>
        <li>{t("methodUrgency", { days: halvingDays, undated: undatedDays })}</li>
        <li>
          {t("methodPenalty")}
          <Classes classes={penalties.classes} />
        </li>
        <li>
          {t("methodEffort")}
          <Classes classes={effort.classes} />
        </li>
      </ul>
      <p className="mt-2 text-caption text-ink-soft">
        {t("methodJudged", { date: f.date(penalties.judgedOn), by: f.date(penalties.reviewBy) })}
      </p>
      {penalties.laws.length === 0 ? null : (
        <Disclosure summary={t("methodLaws")}>
          <ul className="list-disc space-y-1 pl-5 text-ink-soft">
            {penalties.laws.map(({ law, title, class: grade, why }) => (
              <li key={law}>{t("methodLaw", { law: title, class: grade ?? t("methodUnknown"), why: why ?? "" })}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Panel>
  );
}

function Classes({ classes }: { classes: readonly Grade[] }) {
  const t = useText(coverageText);
  return (
    <ul className="list-disc pl-5">
      {classes.map(({ id, title, points, meaning }) => (
        <li key={id}>{t("methodClass", { title, points, meaning })}</li>
      ))}
    </ul>
  );
}
