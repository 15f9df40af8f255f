import { type DefaultTreeAdapterTypes, parse, serializeOuter } from "parse5";
import type { Block, Cell, DocumentDefinition } from "#app/services/ports/document-definition.ts";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Points between the margins of an A4 page. */
const contentWidth = 500;

/**
 * Our own documents' HTML as a definition for pdfmake: headings, paragraphs, lists, tables and SVG. `colours` gives the values of the
 * theme's variables, which pdfmake does not know. Anything else contributes its text.
 */
export function htmlToDefinition(html: string, colours: Readonly<Record<string, string>>): DocumentDefinition {
  const document = parse(html);
  const content: Block[] = [];
  for (const body of elementsNamed(document, "body")) collect(body, content, colours);
  const [title] = elementsNamed(document, "head").flatMap((head) => elementsNamed(head, "title"));
  const [root] = elementsNamed(document, "html");
  const language = root?.attrs.find(({ name }) => name === "lang")?.value ?? "en";
  return { title: title === undefined ? "" : textOf(title), language, content };
}

function collect(parent: Element, out: Block[], colours: Readonly<Record<string, string>>): void {
  for (const child of parent.childNodes) {
    if (!isElement(child)) continue;
    const { tagName } = child;
    if (tagName === "h1" || tagName === "h2" || tagName === "h3") out.push({ text: textOf(child), style: tagName });
    else if (tagName === "p") out.push({ text: textOf(child), style: hasClass(child, "quiet") ? "quiet" : "p" });
    else if (tagName === "ul") out.push({ ul: elementsNamed(child, "li").map(textOf), style: "p" });
    else if (tagName === "svg") out.push({ svg: plainSvg(child, colours), width: contentWidth, margin: [0, 6, 0, 8] });
    else if (tagName === "table") out.push(tableOf(child));
    else collect(child, out, colours);
  }
}

function tableOf(table: Element): Block {
  const rows = elementsNamed(table, "tr").map((row) => row.childNodes.filter(isElement));
  const width = Math.max(1, ...rows.map((cells) => cells.length));
  const body = rows.map((cells) =>
    Array.from({ length: width }, (_, at): Cell => {
      const cell = cells[at];
      const head = cell?.tagName === "th" && cell.attrs.some(({ name, value }) => name === "scope" && value === "col");
      return {
        text: cell === undefined ? "" : textOf(cell),
        style: head ? "head" : cell && hasClass(cell, "end") ? "end" : "cell",
      };
    }),
  );
  const headerRows = body.findIndex((row) => row.every(({ style }) => style !== "head"));
  return {
    table: { headerRows: Math.max(headerRows, 0), widths: columnWidths(body), body },
    layout: "lightHorizontalLines",
    style: "table",
  };
}

/** Short columns take what they need; the others share the rest. */
function columnWidths(body: readonly (readonly Cell[])[]): readonly string[] {
  const columns = body[0]?.length ?? 0;
  return Array.from({ length: columns }, (_, at) => {
    const longest = Math.max(0, ...body.map((row) => row[at]?.text.length ?? 0));
    return longest <= 16 ? "auto" : "*";
  });
}

/** The drawing with colours instead of variables, and without the light edge around text, which pdfmake would draw over it. */
function plainSvg(svg: Element, colours: Readonly<Record<string, string>>): string {
  return serializeOuter(svg)
    .replace(/ stroke="[^"]*" stroke-width="3" stroke-linejoin="round" paint-order="stroke"/g, "")
    .replace(/var\(--([\w-]+)\)/g, (_, name: string) => colours[name] ?? "#000000")
    .replace(/<svg /, '<svg xmlns="http://www.w3.org/2000/svg" ');
}

function isElement(node: Node): node is Element {
  return "tagName" in node;
}

function hasClass(element: Element, name: string): boolean {
  return element.attrs.some((attr) => attr.name === "class" && attr.value.split(" ").includes(name));
}

function elementsNamed(parent: Node, name: string): readonly Element[] {
  if (!("childNodes" in parent)) return [];
  return parent.childNodes.flatMap((child) => {
    if (!isElement(child)) return [];
    return child.tagName === name ? [child] : elementsNamed(child, name);
  });
}

function textOf(node: Node): string {
  const read = (one: Node): string =>
    "value" in one ? one.value : "childNodes" in one ? one.childNodes.map(read).join("") : "";
  return read(node).replace(/\s+/g, " ").trim();
}
