import { type DutyView, sureEnough } from "#app/domain/exposure/duties-view.ts";
import { noActivity } from "#app/domain/workforce/role.ts";
import { dutiesText } from "#app/strings/en/duties.ts";
import { Disclosure } from "../controls/disclosure.tsx";
import { Figure } from "../figures/figure.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

/** What a duty counts as and with how much time, and the known activities that it was compared with. */
export function DutyEvidence({ duty }: { duty: DutyView }) {
  const t = useText(dutiesText);
  const f = useFormat();
  const { neighbours, task, chosen } = duty;
  const [nearest] = neighbours;
  const share = f.share(duty.share);
  const says =
    task.activity === noActivity
      ? t("countsNone", { share })
      : chosen !== null
        ? t("countsChosen", { label: chosen, share })
        : nearest === undefined
          ? t("countsUnknown", { share })
          : t(nearest.probability < sureEnough ? "countsUnsure" : "countsAs", {
              label: nearest.label,
              likely: f.share(nearest.probability),
              share,
            });
  return (
    <div className="mt-2 text-caption text-ink-soft">
      <p>{says}</p>
      {neighbours.length === 0 ? null : (
        <Disclosure summary={t("evidence", { count: neighbours.length })}>
          <table className="data-table">
            <thead>
              <tr>
                <th scope="col">{t("neighbour")}</th>
                <th scope="col" className="end">
                  {t("probability")}
                </th>
                <th scope="col" className="end">
                  {t("exposure")}
                </th>
                <th scope="col" className="end">
                  {t("usualShare")}
                </th>
              </tr>
            </thead>
            <tbody>
              {neighbours.map(({ id, label, probability, score, usualShare }) => (
                <tr key={id}>
                  <th scope="row">{label}</th>
                  <td className="end">{f.share(probability)}</td>
                  <td className="end">
                    <Figure estimate={score} unit="share" />
                  </td>
                  <td className="end">{usualShare === null ? t("notUsual") : f.share(usualShare, 1)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Disclosure>
      )}
    </div>
  );
}
