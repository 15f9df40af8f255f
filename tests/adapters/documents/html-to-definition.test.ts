import { expect, test } from "vitest";
import { htmlToDefinition } from "#app/adapters/documents/html-to-definition.ts";

const page = (body: string) =>
  htmlToDefinition(`<!doctype html><html lang="de"><head><title>T</title></head><body>${body}</body></html>`, {
    ink: "#111111",
  });

test("headings, paragraphs and lists keep their text and order", () => {
  expect(page("<h1>A  b</h1><section><p class='quiet'>c</p><ul><li>d <b>e</b></li></ul></section>")).toEqual({
    title: "T",
    language: "de",
    content: [
      { text: "A b", style: "h1" },
      { text: "c", style: "quiet" },
      { ul: ["d e"], style: "p" },
    ],
  });
});

test("tables are rectangular, and only headings of columns are heads", () => {
  const [table] = page(
    '<table><caption>x</caption><thead><tr><th scope="col">Role</th><th scope="col">Heads</th></tr></thead><tbody><tr><th scope="row">Driver</th></tr></tbody></table>',
  ).content;
  expect(table).toMatchObject({
    table: {
      headerRows: 1,
      body: [
        [
          { text: "Role", style: "head" },
          { text: "Heads", style: "head" },
        ],
        [
          { text: "Driver", style: "cell" },
          { text: "", style: "cell" },
        ],
      ],
    },
  });
});

test("drawings get colours for variables, and text loses its light edge", () => {
  const [drawing] = page(
    '<figure><svg viewBox="0 0 9 9"><text fill="var(--ink)" stroke="var(--surface)" stroke-width="3" stroke-linejoin="round" paint-order="stroke">a</text></svg></figure>',
  ).content;
  expect(drawing && "svg" in drawing && drawing.svg).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text fill="#111111">a</text></svg>',
  );
});
