import { type Tone, toneClasses } from "../controls/badge.tsx";
import type { ChartProps } from "./chart-frame.tsx";

/** A state in words; the colour and the sign repeat it. */
export type MatrixCell = { readonly state: Exclude<Tone, "accent">; readonly word: string };

type StateMatrixProps = ChartProps & {
  /** What the rows are, for the corner of the table. */
  corner?: string;
  columns: readonly string[];
  rows: readonly { readonly label: string; readonly href?: string; readonly cells: readonly MatrixCell[] }[];
};

const signs: Readonly<Record<MatrixCell["state"], string>> = { good: "✓", bad: "✕", warn: "!", quiet: "·" };

/** States of rows by columns: AI agents by pages, duties by systems. It is a table already, so it has no other behind it. */
export function StateMatrix({ title, description, corner = "", columns, rows }: StateMatrixProps) {
  return (
    <figure>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="scroll-x" aria-label={title} tabIndex={0}>
        <table className="data-table text-caption">
          <caption className="sr-only">
            {title}
            {description === undefined ? "" : `. ${description}`}
          </caption>
          <thead>
            <tr>
              <th scope="col">{corner}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, href, cells }) => (
              <tr key={label}>
                <th scope="row">{href === undefined ? label : <a href={href}>{label}</a>}</th>
                {cells.map(({ state, word }, at) => (
                  <td key={columns[at]}>
                    <span className={`badge whitespace-nowrap ${toneClasses[state]}`}>
                      <span aria-hidden="true">{signs[state]} </span>
                      {word}
                    </span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </figure>
  );
}
