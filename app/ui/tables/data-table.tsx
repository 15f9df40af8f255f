import { Form } from "@remix-run/react";
import { Fragment, type ReactNode } from "react";
import { interfaceText } from "#app/strings/en/interface.ts";
import { useText } from "../text/use-text.ts";
import { ScrollRegion } from "./scroll-region.tsx";
import { type TableState, tableHref } from "./table-state.ts";

export type Column<Row> = {
  readonly key: string;
  readonly header: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand at the end of their column. */
  readonly align?: "start" | "end";
  /** Needs a `state`, and the same key in the loader's sorting. */
  readonly sortable?: boolean;
  /** Left out on a phone. */
  readonly wideOnly?: boolean;
  /** On a phone only: what columns that are left out there say, in one. */
  readonly narrowOnly?: boolean;
};

type DataTableProps<Row> = {
  caption: string;
  /** False shows the caption; it is always there for those who hear the page. */
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Makes the first cell a link. A plain `<a>`: a router link a row is the costliest habit of a page. */
  rowHref?: (row: Row) => string;
  /** What stands below a row over its whole width: usually a disclosure. */
  detail?: (row: Row) => ReactNode;
  /** With a state come sorting, filter and pages. There is no filter over a table that is empty without one. */
  state?: TableState;
  total?: number;
  filterable?: boolean;
  csv?: boolean;
  empty?: ReactNode;
};

/** A table rendered on the server: sort, filter and page are links and a form, so they work without script and can be shared. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, captionHidden = true, columns, rows, rowKey, rowHref, detail, state, total = rows.length } = props;
  const { filterable = false, csv = false, empty } = props;
  const t = useText(interfaceText);
  const classes = columns.map(({ align, wideOnly, narrowOnly }) =>
    [align === "end" ? "end" : "", wideOnly === true ? "wide-only" : "", narrowOnly === true ? "narrow-only" : ""]
      .filter((each) => each !== "")
      .join(" "),
  );
  return (
    <div>
      {state !== undefined && (filterable || csv) && (total > 0 || state.filter !== "") ? (
        <TableTools state={state} filterable={filterable} csv={csv} caption={caption} />
      ) : null}
      <ScrollRegion label={caption}>
        <table className="data-table">
          <caption className={captionHidden ? "sr-only" : "pb-2 text-left font-semibold"}>{caption}</caption>
          <thead>
            <tr>
              {columns.map((column, at) => (
                <HeaderCell key={column.key} column={column} state={state} className={classes[at] ?? ""} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Fragment key={rowKey(row)}>
                <tr className={detail === undefined ? undefined : "with-detail"}>
                  {columns.map((column, at) => {
                    const content = column.cell(row);
                    if (at > 0) {
                      return (
                        <td key={column.key} className={classes[at] || undefined}>
                          {content}
                        </td>
                      );
                    }
                    return (
                      <th key={column.key} scope="row" className={classes[at] || undefined}>
                        {rowHref === undefined ? content : <a href={rowHref(row)}>{content}</a>}
                      </th>
                    );
                  })}
                </tr>
                {detail === undefined ? null : (
                  <tr className="detail">
                    <td colSpan={columns.length}>{detail(row)}</td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {rows.length === 0 ? (
        <p className="py-4 text-ink-soft">
          {state === undefined || state.filter === "" ? (empty ?? t("nothingYet")) : t("noRows")}
        </p>
      ) : null}
      {state === undefined ? null : <Pages state={state} total={total} />}
    </div>
  );
}

type HeaderCellProps<Row> = { column: Column<Row>; state: TableState | undefined; className: string };

function HeaderCell<Row>({ column, state, className }: HeaderCellProps<Row>) {
  const t = useText(interfaceText);
  if (state === undefined || column.sortable !== true) {
    return (
      <th scope="col" className={className || undefined}>
        {column.header}
      </th>
    );
  }
  const up = state.sort === column.key;
  const down = state.sort === `-${column.key}`;
  // Figures are wanted largest first, words in their order.
  const first = column.align === "end" ? `-${column.key}` : column.key;
  const other = column.align === "end" ? column.key : `-${column.key}`;
  const next = state.sort === first ? other : first;
  return (
    <th scope="col" className={className || undefined} aria-sort={up ? "ascending" : down ? "descending" : "none"}>
      <a href={tableHref(state, { sort: next })} data-keep-scroll="" className="hover:text-ink hover:underline">
        {column.header}
        <span aria-hidden="true">{up ? " ↑" : down ? " ↓" : ""}</span>
        <span className="sr-only">{up ? `, ${t("sortedUp")}` : down ? `, ${t("sortedDown")}` : ""}</span>
      </a>
    </th>
  );
}

type TableToolsProps = { state: TableState; filterable: boolean; csv: boolean; caption: string };

function TableTools({ state, filterable, csv, caption }: TableToolsProps) {
  const t = useText(interfaceText);
  return (
    <div className="screen-only mb-2 flex flex-wrap items-center justify-between gap-3">
      {filterable ? (
        <Form method="get" className="flex flex-wrap items-center gap-2" aria-label={`${t("filter")}: ${caption}`}>
          {state.kept.map(([name, value]) => (
            <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
          ))}
          {state.sort === "" ? null : <input type="hidden" name="sort" value={state.sort} />}
          <input
            key={state.filter}
            type="search"
            name="filter"
            defaultValue={state.filter}
            aria-label={t("filter")}
            className="input max-w-56"
          />
          <button type="submit" className="button">
            {t("filter")}
          </button>
          {state.filter === "" ? null : (
            <a href={tableHref(state, { filter: "" })} className="link px-2 py-1">
              {t("clear")}
            </a>
          )}
        </Form>
      ) : (
        <span />
      )}
      {csv ? (
        <a href={tableHref(state, {}, "csv")} className="link py-1 text-caption" download>
          {t("csv")}
        </a>
      ) : null}
    </div>
  );
}

/** Links to the page before and behind of a list whose state stands in the address; nothing where one page holds it all. */
export function Pages({ state, total }: { state: TableState; total: number }) {
  const t = useText(interfaceText);
  if (total <= state.size) return null;
  const last = Math.ceil(total / state.size);
  const from = (state.page - 1) * state.size + 1;
  return (
    <nav aria-label={t("pagination")} className="screen-only flex items-center justify-between gap-3 pt-3 text-caption">
      <span className="text-ink-soft">
        {t("shown", { from, to: Math.min(from + state.size - 1, total), count: total })}
      </span>
      <span className="flex gap-4">
        {state.page > 1 ? (
          <a href={tableHref(state, { page: state.page - 1 })} rel="prev" className="link py-1">
            {t("previous")}
          </a>
        ) : null}
        {state.page < last ? (
          <a href={tableHref(state, { page: state.page + 1 })} rel="next" className="link py-1">
            {t("next")}
          </a>
        ) : null}
      </span>
    </nav>
  );
}
