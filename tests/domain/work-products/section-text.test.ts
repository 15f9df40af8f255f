import fc from "fast-check";
import { expect, test } from "vitest";
import { readSection, writeSection } from "#app/domain/work-products/section-text.ts";
import type { Block, Spans } from "#app/domain/work-products/work-product.ts";

const visible = (spans: Spans) =>
  spans.map((span) => ("blank" in span ? `[fill in: ${span.blank}]` : span.text)).join("");

test("a section of every kind of block reads back as it was written", () => {
  const blocks: Block[] = [
    { kind: "paragraph", spans: [{ text: "We use " }, { blank: "Which system?" }, { text: "." }] },
    { kind: "note", spans: [{ text: "Counsel checks it." }] },
    { kind: "list", items: [[{ text: "one" }], [{ text: "two" }]] },
    {
      kind: "table",
      caption: "Systems",
      header: ["Name", "Use"],
      rows: [[[{ text: "A | B" }], [{ blank: "What for?" }]]],
    },
  ];
  expect(readSection(writeSection(blocks))).toEqual(blocks);
});

test("a paragraph that begins like a list, a note, a row or a caption stays a paragraph", () => {
  for (const text of ["- no list", "> no note", "| no row |", "= no caption", "\\ no escape"]) {
    const blocks: Block[] = [{ kind: "paragraph", spans: [{ text }] }];
    expect(readSection(writeSection(blocks))).toEqual(blocks);
  }
});

test("whatever is typed is kept: reading it, writing it and reading it again gives the same", () => {
  const typed = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc
      .array(fc.constantFrom("- a", "> b", "| c | d |", "= e", "\\f", "", "[fill in: g]", "h | i", "|", "| |", "- "), {
        maxLength: 12,
      })
      .map((lines) => lines.join("\n")),
  );
  fc.assert(
    fc.property(typed, (text) => {
      const once = readSection(text);
      const again = readSection(writeSection(once));
      const flat = (blocks: readonly Block[]) =>
        blocks.map((block) =>
          block.kind === "table"
            ? [block.header, block.rows.map((row) => row.map(visible))]
            : block.kind === "list"
              ? block.items.map(visible)
              : visible(block.spans),
        );
      expect(flat(again)).toEqual(flat(once));
    }),
  );
});
