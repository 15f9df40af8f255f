import { Fragment, isValidElement, type ReactNode } from "react";

/** Attributes of SVG that are written as React names them; all others with capitals are written with dashes. */
const asNamed = new Set([
  "viewBox",
  "refX",
  "refY",
  "markerWidth",
  "markerHeight",
  "patternUnits",
  "patternTransform",
  "tabIndex",
]);
const renamed: Readonly<Record<string, string>> = { className: "class", colSpan: "colspan", rowSpan: "rowspan" };
const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const attributes = new Map<string, string>();

function escaped(text: string): string {
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (letter) => escapes[letter] ?? letter) : text;
}

function attributeName(name: string): string {
  const known = attributes.get(name);
  if (known !== undefined) return known;
  const written =
    renamed[name] ?? (asNamed.has(name) ? name : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
  attributes.set(name, written);
  return written;
}

/**
 * A drawing as text. React takes five times as long over elements that never change by themselves, and a chart has hundreds.
 * Takes elements of HTML and SVG, fragments and plain components; those may read contexts, but a drawing has no state, no
 * handlers and no styles of its own, and whatever else it holds is an error.
 */
export function markup(node: ReactNode): string {
  if (node === null || node === undefined || typeof node === "boolean") return "";
  if (typeof node === "string") return escaped(node);
  if (typeof node === "number") return String(node);
  if (Array.isArray(node)) {
    let all = "";
    for (const one of node) all += markup(one);
    return all;
  }
  if (!isValidElement(node)) throw new TypeError("A drawing holds elements, texts and numbers only.");
  const { type } = node;
  const props = node.props as Readonly<Record<string, unknown>> & { readonly children?: ReactNode };
  if (type === Fragment) return markup(props.children);
  if (typeof type === "function") return markup((type as (props: unknown) => ReactNode)(props));
  if (typeof type !== "string") throw new TypeError("A drawing holds plain components only.");
  let tag = `<${type}`;
  for (const name in props) {
    const value = props[name];
    if (name === "children" || value === undefined || value === null || value === false) continue;
    if (typeof value === "object" || typeof value === "function")
      throw new TypeError(`A drawing cannot carry ${name}.`);
    const text = value === true ? "" : typeof value === "number" ? value : escaped(String(value));
    tag += ` ${attributeName(name)}="${text}"`;
  }
  return `${tag}>${markup(props.children)}</${type}>`;
}
