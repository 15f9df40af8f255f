import type { DefaultTreeAdapterMap } from "parse5";

export type HtmlNode = DefaultTreeAdapterMap["node"];
export type HtmlElement = DefaultTreeAdapterMap["element"];

export type Visitor = {
  /** Answer false to pass by the children. */
  enter(element: HtmlElement, depth: number): boolean;
  leave(element: HtmlElement): void;
  text(value: string): void;
  comment?(value: string): void;
};

const htmlNamespace = "http://www.w3.org/1999/xhtml";

/** Visits a tree in document order without recursion, so that a page of nested tags cannot exhaust the stack. Templates stay closed. */
export function walk(root: HtmlNode, visitor: Visitor): void {
  /** The open nodes from the root down, and for each the place of its child that comes next. */
  const open: HtmlNode[] = [];
  const next: number[] = [];
  let node: HtmlNode | undefined = root;
  while (node !== undefined) {
    if (isElement(node)) {
      if (!visitor.enter(node, open.length)) visitor.leave(node);
      else {
        open.push(node);
        next.push(0);
      }
    } else if (node.nodeName === "#text" && "value" in node) visitor.text(node.value);
    else if (node.nodeName === "#comment" && "data" in node) visitor.comment?.(node.data);
    else if ("childNodes" in node) {
      open.push(node);
      next.push(0);
    }
    node = undefined;
    while (node === undefined && open.length > 0) {
      const last = open.length - 1;
      const parent = open[last];
      const at = next[last] ?? 0;
      node = parent !== undefined && "childNodes" in parent ? parent.childNodes[at] : undefined;
      next[last] = at + 1;
      if (node === undefined) {
        open.pop();
        next.pop();
        if (parent !== undefined && isElement(parent)) visitor.leave(parent);
      }
    }
  }
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return "tagName" in node;
}

export function isHtml(element: HtmlElement): boolean {
  return element.namespaceURI === htmlNamespace;
}

/** The value of an attribute as written, or null. */
export function attribute(element: HtmlElement, name: string): string | null {
  for (const each of element.attrs) if (each.name === name) return each.value;
  return null;
}

/** The tokens of a space-separated attribute, in lower case. */
export function tokens(element: HtmlElement, name: string): string[] {
  const value = attribute(element, name);
  return value === null ? [] : value.toLowerCase().split(/\s+/).filter(Boolean);
}

/** Text of an element and all below, white space collapsed, at most `limit` characters; scripts and styles left out. */
export function textOf(element: HtmlElement, limit = 2_000): string {
  let text = "";
  let visited = 0;
  walk(element, {
    enter: (inner) => visited++ < 4_000 && text.length < limit && !silent.has(inner.tagName),
    leave: () => undefined,
    text: (value) => {
      if (text.length < limit) text += value;
    },
  });
  return collapse(text).slice(0, limit);
}

/** The text of a script, style or title, as it stands. */
export function rawText(element: HtmlElement): string {
  let text = "";
  for (const child of element.childNodes) if ("value" in child) text += child.value;
  return text;
}

export function collapse(text: string): string {
  return (/[\t\n\f\r]| {2}/.test(text) ? text.replace(/[\t\n\f\r ]+/g, " ") : text).trim();
}

/** Elements whose text nobody reads. */
export const silent: ReadonlySet<string> = new Set(["script", "style", "template", "noscript"]);
