import { type HtmlElement, type HtmlNode, isElement, isHtml } from "./html-tree.ts";

/** What the extractor never reads, whatever is in it. */
const left = new Set(["script", "style", "template", "noscript", "svg", "math", "iframe", "object", "canvas", "link"]);
const empty = new Set(["area", "base", "br", "col", "embed", "hr", "img", "input", "meta", "source", "track", "wbr"]);
/** Attributes by which the extractor judges an element. */
const kept = new Set(
  "id class style hidden role rel href src alt itemprop itemtype itemscope property name content dir lang aria-hidden aria-modal data-readable".split(
    " ",
  ),
);
const longestAttribute = 500;

/** Writes a tree of HTML as well-formed markup, scripts and drawings left out, without recursion. */
export function plainMarkup(root: HtmlNode): string {
  const out: string[] = [];
  const pending: (HtmlNode | string)[] = [root];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next === "string") out.push(next);
    else if (isElement(next)) {
      const tag = next.tagName;
      if (!isHtml(next) || left.has(tag) || !/^[a-z][a-z0-9-]*$/.test(tag)) continue;
      if (empty.has(tag)) out.push(`<${tag}${attributes(next)}/>`);
      else {
        out.push(`<${tag}${attributes(next)}>`);
        pending.push(`</${tag}>`);
        pushChildren(next, pending);
      }
    } else if (next.nodeName === "#text" && "value" in next) out.push(escaped(next.value));
    else pushChildren(next, pending);
  }
  return out.join("");
}

function pushChildren(node: HtmlNode, pending: (HtmlNode | string)[]): void {
  if (!("childNodes" in node)) return;
  for (let at = node.childNodes.length - 1; at >= 0; at--) {
    const child = node.childNodes[at];
    if (child !== undefined) pending.push(child);
  }
}

function attributes(element: HtmlElement): string {
  let text = "";
  for (const { name, value } of element.attrs) {
    if (kept.has(name)) text += ` ${name}="${escaped(value.slice(0, longestAttribute)).replace(/"/g, "&quot;")}"`;
  }
  return text;
}

function escaped(text: string): string {
  return /[&<>]/.test(text) ? text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;") : text;
}
