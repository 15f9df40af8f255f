import { createContext, type ReactElement, type ReactNode, useContext, useId } from "react";
import { interfaceText } from "#app/strings/en/interface.ts";
import { useText } from "../text/use-text.ts";
import { labelSize } from "./marks.tsx";
import { markup } from "./markup.ts";
import { paint } from "./paint.ts";

/** A chart's values as a table: for those who hear, copy or check them. The first cell of a row is its heading. */
export type ChartTable = {
  readonly head: readonly string[];
  readonly rows: readonly { readonly href?: string; readonly cells: readonly string[] }[];
};

/** Every chart has these. `description` says in a sentence what is to be seen. */
export type ChartProps = { title: string; description?: string };

/** What a drawing gets: its width, whether it is the narrow one, and a prefix for ids inside it. */
export type Drawing = { readonly width: number; readonly narrow: boolean; readonly id: string };

const PaperContext = createContext(false);

/** On paper a chart is drawn once, without its disclosure. */
export function OnPaper({ children }: { children: ReactNode }) {
  return <PaperContext.Provider value={true}>{children}</PaperContext.Provider>;
}

type ChartFrameProps = ChartProps & {
  table: ChartTable;
  /** Width of the drawing in a container of 440 px or more. */
  wide?: number;
  /** The drawing holds links, which a picture would hide from whoever hears it. */
  links?: boolean;
  draw: (drawing: Drawing) => { readonly height: number; readonly body: ReactElement };
};

/** Title, description, the drawing at two widths of which the container shows one, and the table behind a disclosure. */
export function ChartFrame({ title, description, table, wide = 490, links = false, draw }: ChartFrameProps) {
  const onPaper = useContext(PaperContext);
  const id = useId().replace(/:/g, "");
  const t = useText(interfaceText);
  function svg(drawing: Drawing, className: string) {
    const { height, body } = draw(drawing);
    const named = `${drawing.id}-title`;
    const described = `${drawing.id}-description`;
    return (
      <svg
        viewBox={`0 0 ${drawing.width} ${Math.ceil(height)}`}
        role={links ? "group" : "img"}
        fontSize={labelSize}
        fill={paint.ink}
        aria-labelledby={named}
        {...(description === undefined ? {} : { "aria-describedby": described })}
        className={className}
      >
        <title id={named}>{title}</title>
        {description === undefined ? null : <desc id={described}>{description}</desc>}
        {body}
      </svg>
    );
  }
  const drawn = onPaper ? (
    svg({ width: wide, narrow: false, id }, "chart-wide")
  ) : (
    <>
      {svg({ width: wide, narrow: false, id: `${id}w` }, "chart-wide")}
      {svg({ width: 330, narrow: true, id: `${id}n` }, "chart-narrow")}
      <details className="screen-only mt-2 text-caption">
        <summary className="py-0.5 text-ink-soft">{t("showTable")}</summary>
        <div className="scroll-x mt-1">
          <ValuesTable title={title} table={table} />
        </div>
      </details>
    </>
  );
  // biome-ignore lint/security/noDangerouslySetInnerHtml: `markup` escapes every text and attribute
  return <figure className="chart" dangerouslySetInnerHTML={{ __html: markup(drawn) }} />;
}

/** The table behind a chart, for documents that show it openly. */
export function ValuesTable({ title, table }: { title: string; table: ChartTable }) {
  return (
    <table className="data-table text-caption">
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr>
          {table.head.map((cell) => (
            <th key={cell} scope="col">
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(({ href, cells }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a drawing never move
          <tr key={at}>
            {cells.map((cell, column) =>
              column === 0 ? (
                <th key={table.head[column]} scope="row">
                  {href === undefined ? cell : <a href={href}>{cell}</a>}
                </th>
              ) : (
                <td key={table.head[column]}>{cell}</td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
