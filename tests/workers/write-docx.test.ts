import mammoth from "mammoth";
import { expect, test } from "vitest";
import type { WordFile } from "#app/services/ports/word-files.ts";
import { run } from "#app/workers/write-docx.ts";

const file = (over: Partial<WordFile>): WordFile => ({
  title: "Title",
  subtitle: null,
  author: "Kestrel",
  language: "en-GB",
  mark: "Draft",
  lead: [],
  sections: [],
  fillIn: "fill in",
  ...over,
});

async function textOf(one: WordFile): Promise<string> {
  const { bytes } = await run(one);
  return (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;
}

const paragraph = (text: string) => ({
  heading: text.slice(0, 40),
  asides: [text.slice(0, 40)],
  blocks: [{ kind: "paragraph" as const, spans: [{ text }] }],
});

test("markup, emoji and right-to-left text come through as they are", async () => {
  const hostile = `<w:p>&amp;</w:p> ]]> "quoted" 🚀👩‍💻 שלום مرحبا %s \\u0000 {{x}}`;
  expect(await textOf(file({ title: hostile, sections: [paragraph(hostile)] }))).toContain(hostile);
});

test("what XML cannot hold is replaced, and the file still opens", async () => {
  const text = await textOf(file({ author: "A\u0000B", sections: [paragraph("a\u0000b\u0008c\uffffd\ud800e")] }));
  expect(text).toContain("a\ufffdb\ufffdc\ufffdd\ufffde");
});

test("a hundred thousand characters in one cell survive", async () => {
  const long = "wörd ".repeat(20_000);
  const blocks = [{ kind: "table" as const, caption: "Long", header: ["A"], rows: [[[{ text: long }]]] }];
  expect(await textOf(file({ sections: [{ heading: "H", asides: [], blocks }] }))).toContain(long.trim());
});

test("a register of five hundred systems has a row for each", async () => {
  const rows = Array.from({ length: 500 }, (_, at) =>
    Array.from({ length: 6 }, (__, column) => [{ text: `cell ${at}.${column}` }]),
  );
  const blocks = [{ kind: "table" as const, caption: "Systems", header: ["1", "2", "3", "4", "5", "6"], rows }];
  const text = await textOf(file({ sections: [{ heading: "H", asides: [], blocks }] }));
  expect(text.match(/cell \d+\.0/g)).toHaveLength(500);
});

test("headings, header rows, blanks and properties are real", async () => {
  const blocks = [
    { kind: "paragraph" as const, spans: [{ blank: "Who?" }] },
    { kind: "table" as const, caption: "", header: ["Point"], rows: [[[{ text: "x" }]]] },
  ];
  const { bytes } = await run(file({ title: "A & B", sections: [{ heading: "Part", asides: [], blocks }] }));
  const buffer = Buffer.from(bytes);
  const { value: html } = await mammoth.convertToHtml({ buffer });
  expect(html).toContain("<h1>Part</h1>");
  expect(html).toMatch(/<thead><tr><th><p><strong>Point/);
  expect(html).toContain("[fill in: Who?]");
});
