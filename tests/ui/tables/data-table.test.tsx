import { expect, test } from "vitest";
import { DataTable } from "#app/ui/tables/data-table.tsx";
import { tableState } from "#app/ui/tables/table-state.ts";
import { render, textIn } from "#tests/ui/render.tsx";

const columns = [
  { key: "title", header: "Role", cell: (row: { title: string }) => row.title, sortable: true },
  { key: "payroll", header: "Payroll", cell: () => "900", align: "end", sortable: true },
] as const;

test("the first cell heads its row and is its link; figures are sorted largest first", async () => {
  const html = await render(
    <DataTable
      caption="Roles"
      columns={columns}
      rows={[{ title: "Driver" }]}
      rowKey={(row) => row.title}
      rowHref={() => "driver"}
      state={tableState("http://x/?sort=title")}
    />,
  );
  expect(html).toContain('<th scope="row"><a href="driver">Driver</a></th>');
  expect(html).toContain('aria-sort="ascending"');
  expect(html).toContain("?sort=-payroll");
});

test("pages are shown when there is more than one, and an empty table says so", async () => {
  const state = tableState("http://x/?page=2", { size: 1 });
  const html = await render(
    <DataTable
      caption="Roles"
      columns={columns}
      rows={[{ title: "Driver" }]}
      rowKey={(row) => row.title}
      state={state}
      total={3}
    />,
  );
  expect(textIn(html)).toContain("2 – 2 of 3");
  expect(html).toContain('rel="next"');
  const empty = { caption: "Roles", columns, rows: [], rowKey: () => "" };
  expect(textIn(await render(<DataTable {...empty} />))).toContain("Nothing here yet.");
  const filtered = tableState("http://x/?filter=pilot");
  expect(textIn(await render(<DataTable {...empty} state={filtered} />))).toContain("Nothing matches this filter.");
});

test("there is a filter over rows, and over none only where the filter hides them", async () => {
  const table = (rows: readonly { title: string }[], filter: string) =>
    render(
      <DataTable
        caption="Roles"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.title}
        state={tableState(`http://x/?filter=${filter}`)}
        empty="No role yet."
        filterable
      />,
    );
  expect(await table([{ title: "Driver" }], "")).toContain('type="search"');
  expect(await table([], "")).not.toContain('type="search"');
  expect(textIn(await table([], ""))).toContain("No role yet.");
  const hidden = await table([], "pilot");
  expect(hidden).toContain('type="search"');
  expect(textIn(hidden)).toContain("Nothing matches this filter.");
});
