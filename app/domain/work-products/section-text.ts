import type { Block, Span, Spans } from "./work-product.ts";

const blank = /\[fill in: ([^\]\n]*)\]/g;

/**
 * A section as text that a person edits: a line is a paragraph, `- ` a list, `> ` a note, `| a | b |` a row of a table whose
 * first row is its header, `= ` its caption, and `[fill in: …]` a blank.
 */
export function writeSection(blocks: readonly Block[]): string {
  return blocks.map(writeBlock).join("\n\n");
}

function writeBlock(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return guarded(written(block.spans));
    case "note":
      return `> ${written(block.spans)}`;
    case "list":
      return block.items.map((item) => `- ${written(item)}`).join("\n");
    case "table": {
      const rows = [block.header.map((text) => [{ text }]), ...block.rows];
      const lines = rows.map((cells) => `| ${cells.map((cell) => written(cell).replaceAll("|", "\\|")).join(" | ")} |`);
      return [...(block.caption === "" ? [] : [`= ${block.caption}`]), ...lines].join("\n");
    }
  }
}

function written(spans: Spans): string {
  return spans
    .map((span) => ("blank" in span ? `[fill in: ${span.blank.replaceAll("]", ")")}]` : span.text))
    .join("")
    .replace(/[\r\n\u2028\u2029]+/g, " ");
}

/** A paragraph that begins as something else would keeps its meaning behind a backslash. */
function guarded(text: string): string {
  return /^(- |> |\| |= |\\)/.test(text) ? `\\${text}` : text;
}

/** What a person typed, as blocks. Every text is one: what is no list, note or table is a paragraph. */
export function readSection(text: string): Block[] {
  const blocks: Block[] = [];
  const lines = text.split(/\r\n|[\r\n\u2028\u2029]/);
  let caption = "";
  for (let at = 0; at < lines.length; ) {
    const line = (lines[at] ?? "").trimEnd();
    const kind = kindOf(line);
    if (kind === "list" || kind === "table") {
      const run: string[] = [];
      while (at < lines.length && kindOf((lines[at] ?? "").trimEnd()) === kind) run.push((lines[at++] ?? "").trimEnd());
      if (kind === "list") blocks.push({ kind, items: run.map((one) => read(one.slice(2))) });
      else blocks.push(readTable(run, caption));
      caption = "";
      continue;
    }
    at += 1;
    if (line.trim() === "") continue;
    if (kind === "caption" && kindOf((lines[at] ?? "").trimEnd()) === "table") caption = line.slice(2);
    else if (kind === "note") blocks.push({ kind, spans: read(line.slice(2)) });
    else blocks.push({ kind: "paragraph", spans: read(line.startsWith("\\") ? line.slice(1) : line) });
  }
  return blocks;
}

function kindOf(line: string): "list" | "note" | "table" | "caption" | "paragraph" {
  if (line.startsWith("- ")) return "list";
  if (line.startsWith("> ")) return "note";
  if (line.startsWith("= ")) return "caption";
  return line.startsWith("| ") && line.endsWith(" |") && line.length > 3 ? "table" : "paragraph";
}

function readTable(lines: readonly string[], caption: string): Block {
  const cells = lines.map((line) =>
    line
      .slice(2, -2)
      .split(/ ?(?<!\\)\| ?/)
      .map((cell) => cell.replaceAll("\\|", "|")),
  );
  const [header = [], ...rows] = cells;
  const width = header.length;
  return {
    kind: "table",
    caption,
    header,
    rows: rows.map((row) => Array.from({ length: width }, (_, at) => read(row[at] ?? ""))),
  };
}

function read(text: string): Spans {
  const spans: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(blank)) {
    if (match.index > from) spans.push({ text: text.slice(from, match.index) });
    spans.push({ blank: match[1] ?? "" });
    from = match.index + match[0].length;
  }
  if (from < text.length || spans.length === 0) spans.push({ text: text.slice(from) });
  return spans;
}
