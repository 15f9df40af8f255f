import {
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type ISectionOptions,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { Block, Span, Spans } from "#app/domain/work-products/work-product.ts";
import type { WordFile } from "#app/services/ports/word-files.ts";
import { serve } from "./serve.ts";

/** Twentieths of a point between the margins of A4. */
const contentWidth = 9638;
const quiet = "5A5E63";

// What XML 1.0 has no way to write: control characters, and halves of characters.
const unwritable = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

function writable(text: string): string {
  return text.replace(unwritable, "\ufffd");
}

/** The first letter decides in which direction a paragraph is read. */
function readsLeftwards(text: string): boolean {
  return /^\P{L}*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u.test(text);
}

type Style = { readonly bold?: boolean; readonly italics?: boolean; readonly color?: string; readonly size?: number };

function runs(spans: Spans, file: WordFile, style: Style = {}): TextRun[] {
  return spans.map((span: Span) => {
    if ("blank" in span) {
      const text = writable(`[${file.fillIn}: ${span.blank}]`);
      return new TextRun({ ...style, text, shading: { type: ShadingType.CLEAR, fill: "FFF3C4", color: "auto" } });
    }
    return new TextRun({ ...style, text: writable(span.text), rightToLeft: readsLeftwards(span.text) });
  });
}

function textOf(spans: Spans): string {
  return spans.map((span) => ("blank" in span ? span.blank : span.text)).join("");
}

function paragraph(spans: Spans, file: WordFile, style: Style = {}, more: object = {}): Paragraph {
  return new Paragraph({ children: runs(spans, file, style), bidirectional: readsLeftwards(textOf(spans)), ...more });
}

const line = { style: BorderStyle.SINGLE, size: 4, color: "B9BCC0" };
const borders = { top: line, bottom: line, left: line, right: line };

/** Long columns take the room that short ones leave. */
function widths(header: readonly string[], rows: readonly (readonly Spans[])[]): number[] {
  const weight = header.map((text, at) => {
    const longest = rows.slice(0, 200).reduce((most, row) => Math.max(most, textOf(row[at] ?? []).length), text.length);
    return Math.min(Math.max(longest, 8), 60);
  });
  const sum = weight.reduce((total, one) => total + one, 0);
  return weight.map((one) => Math.round((one / sum) * contentWidth));
}

function table(block: Extract<Block, { kind: "table" }>, file: WordFile): Table {
  const columnWidths = widths(block.header, block.rows);
  const cell = (spans: Spans, at: number, style: Style, fill?: string) =>
    new TableCell({
      children: [paragraph(spans, file, { size: 18, ...style }, { spacing: { before: 30, after: 30 } })],
      width: { size: columnWidths[at] ?? 1000, type: WidthType.DXA },
      margins: { left: 80, right: 80 },
      ...(fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, fill, color: "auto" } }),
      borders,
    });
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: block.header.map((text, at) => cell([{ text }], at, { bold: true }, "EEF0F2")),
  });
  const body = block.rows.map(
    (row) => new TableRow({ children: row.map((spans, at) => cell(spans, at, at === 0 ? { bold: true } : {})) }),
  );
  return new Table({
    rows: [head, ...body],
    columnWidths,
    width: { size: contentWidth, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
  });
}

function blockOf(block: Block, file: WordFile): (Paragraph | Table)[] {
  switch (block.kind) {
    case "paragraph":
      return [paragraph(block.spans, file, {}, { spacing: { after: 120 } })];
    case "note":
      return [
        paragraph(
          block.spans,
          file,
          { italics: true, color: quiet },
          { indent: { left: 280 }, spacing: { after: 120 } },
        ),
      ];
    case "list":
      return block.items.map((item) => paragraph(item, file, {}, { numbering: { reference: "points", level: 0 } }));
    case "table": {
      const caption =
        block.caption === ""
          ? []
          : [
              paragraph(
                [{ text: block.caption }],
                file,
                { bold: true, size: 19 },
                { keepNext: true, spacing: { before: 160, after: 60 } },
              ),
            ];
      return [...caption, table(block, file), new Paragraph({ spacing: { after: 80 } })];
    }
  }
}

function content(file: WordFile): ISectionOptions["children"] {
  const small = (text: string) => paragraph([{ text }], file, { color: quiet, size: 18 }, { spacing: { after: 60 } });
  return [
    paragraph([{ text: file.title }], file, {}, { heading: HeadingLevel.TITLE }),
    ...(file.subtitle === null
      ? []
      : [paragraph([{ text: file.subtitle }], file, { bold: true, size: 26 }, { spacing: { after: 120 } })]),
    paragraph([{ text: file.mark }], file, { bold: true, color: "8A1F11" }, { spacing: { after: 120 } }),
    ...file.lead.map((text) => paragraph([{ text }], file, {}, { spacing: { after: 120 } })),
    ...file.sections.flatMap(({ heading, asides, blocks }) => [
      paragraph([{ text: heading }], file, {}, { heading: HeadingLevel.HEADING_1 }),
      ...asides.map(small),
      ...blocks.flatMap((block) => blockOf(block, file)),
    ]),
  ];
}

/** Writes a document that a word processor opens, with headings, header rows of tables, page numbers and the mark on every page. */
export async function run(file: WordFile): Promise<{ bytes: Uint8Array }> {
  const heading = { bold: true, color: "1B1D1F", font: "Calibri" };
  const document = new Document({
    title: writable(file.title),
    creator: writable(file.author),
    lastModifiedBy: writable(file.author),
    description: writable(file.mark),
    features: { updateFields: false },
    styles: {
      default: {
        document: {
          run: {
            font: "Calibri",
            size: 21,
            language: { value: file.language, eastAsia: file.language, bidirectional: file.language },
          },
        },
        title: { run: { ...heading, size: 40 }, paragraph: { spacing: { after: 120 } } },
        heading1: {
          run: { ...heading, size: 28 },
          paragraph: { spacing: { before: 320, after: 100 }, keepNext: true },
        },
      },
    },
    numbering: {
      config: [
        {
          reference: "points",
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: "•",
              style: { paragraph: { indent: { left: 420, hanging: 260 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1250, bottom: 1130, left: 1134, right: 1134 } },
        },
        headers: {
          default: new Header({ children: [paragraph([{ text: file.mark }], file, { color: quiet, size: 16 })] }),
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                children: [
                  new TextRun({ text: writable(`${file.title} · `), color: quiet, size: 16 }),
                  new TextRun({
                    children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES],
                    color: quiet,
                    size: 16,
                  }),
                ],
              }),
            ],
          }),
        },
        children: content(file),
      },
    ],
  });
  return { bytes: new Uint8Array(await Packer.toBuffer(document)) };
}

serve("write-docx", run);
