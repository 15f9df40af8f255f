import type { MatrixCell } from "#app/domain/compliance/evidence/coverage-matrix.ts";
import { coverageText } from "#app/strings/en/coverage-and-gaps.ts";
import { evidenceStatesText } from "#app/strings/en/evidence-states.ts";
import { toneClasses } from "../controls/badge.tsx";
import { useText } from "../text/use-text.ts";
import { signs, tones } from "./state-badge.tsx";

type CoverageTableProps = {
  controls: readonly { readonly id: string; readonly title: string }[];
  rows: readonly { readonly law: string; readonly title: string; readonly cells: readonly (MatrixCell | null)[] }[];
  hrefOf: (control: string) => string;
  lawHref: (law: string) => string;
};

/** Laws by controls. The sign and the words say the state; the colour only repeats it. */
export function CoverageTable({ controls, rows, hrefOf, lawHref }: CoverageTableProps) {
  const t = useText(coverageText);
  const states = useText(evidenceStatesText);
  const words = (cell: MatrixCell) =>
    t("cell", { state: states(`state_${cell.state}`), shown: cell.shown, duties: cell.duties });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="scroll-x relative" aria-label={t("matrixCaption")} tabIndex={0}>
      <table className="data-table coverage text-caption">
        <caption className="sr-only">{t("matrixCaption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("matrixLaw")}</th>
            {controls.map(({ id, title }) => (
              <th key={id} scope="col">
                <a href={hrefOf(id)} className="upright">
                  {title}
                </a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ law, title, cells }) => (
            <tr key={law}>
              <th scope="row">
                <a href={lawHref(law)}>{title}</a>
              </th>
              {cells.map((cell, at) => (
                <td key={controls[at]?.id}>
                  {cell === null ? (
                    <span className="sr-only">{t("matrixEmpty")}</span>
                  ) : (
                    <a
                      href={`${hrefOf(controls[at]?.id ?? "")}#${law}`}
                      className={`cell ${toneClasses[tones[cell.state]]}`}
                      title={words(cell)}
                    >
                      <span aria-hidden="true">
                        {signs[cell.state]} {cell.shown}/{cell.duties}
                      </span>
                      <span className="sr-only">{words(cell)}</span>
                    </a>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
