import type { ShownStanding } from "#app/domain/compliance/shown-change.ts";
import { complianceText } from "#app/strings/en/compliance.ts";
import { radarText } from "#app/strings/en/radar.ts";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

type Standing = ShownStanding | null;

/** How a duty stood before a change and after it, side by side. What is equal is quiet. */
export function BeforeAfter({ before, after }: { before: Standing; after: Standing }) {
  const t = useText(radarText);
  const words = useStandingWords();
  const [was, is] = [words(before), words(after)];
  return (
    <div className="scroll-x">
      <table className="data-table text-caption">
        <thead>
          <tr>
            {(["what", "before", "after"] as const).map((key) => (
              <th key={key} scope="col">
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(["applies", "stateHead", "date", "systems"] as const).map((key) => (
            <tr key={key}>
              <th scope="row">{t(key)}</th>
              <td className="text-ink-soft">{was[key]}</td>
              <td className={was[key] === is[key] ? "text-ink-soft" : "font-semibold"}>{is[key]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function useStandingWords() {
  const own = useText(radarText);
  const t = useText(complianceText);
  const f = useFormat();
  return (standing: Standing) => {
    if (standing === null) return { applies: own("doesNotApply"), stateHead: "", date: "", systems: "" };
    const { applies, state, appliesFrom, dateOpen, systems } = standing;
    return {
      applies: t(`applies_${applies}`),
      stateHead: t(`group_${state}`),
      date: appliesFrom === null ? t(dateOpen ? "dateOpen" : "sinceBefore") : f.date(appliesFrom),
      systems: systems.length === 0 ? t("wholeOrganization") : systems.join(", "),
    };
  };
}
