import { attribute, collapse, type HtmlElement, textOf } from "./html-tree.ts";
import { type FoundEntity, typeName } from "./read-entities.ts";

type Open = { readonly element: HtmlElement; readonly entity: FoundEntity };

/** Gathers microdata or RDFa while a page is walked: call `enter` and `leave` for every element. */
export type ItemTracker = {
  enter(element: HtmlElement): void;
  leave(element: HtmlElement): void;
  readonly found: readonly FoundEntity[];
};

type Dialect = {
  readonly format: "microdata" | "rdfa";
  types(element: HtmlElement): string[];
  id(element: HtmlElement): string | null;
  property(element: HtmlElement): string | null;
};

const microdata: Dialect = {
  format: "microdata",
  types: (element) =>
    attribute(element, "itemscope") === null ? [] : split(attribute(element, "itemtype")).map(typeName),
  id: (element) => attribute(element, "itemid"),
  property: (element) => attribute(element, "itemprop"),
};

const rdfa: Dialect = {
  format: "rdfa",
  types: (element) => split(attribute(element, "typeof")).map(typeName),
  id: (element) => attribute(element, "resource"),
  property: (element) => attribute(element, "property"),
};

export function trackMicrodata(): ItemTracker {
  return track(microdata);
}

export function trackRdfa(): ItemTracker {
  return track(rdfa);
}

function track(dialect: Dialect): ItemTracker {
  const open: Open[] = [];
  const found: FoundEntity[] = [];
  return {
    found,
    enter(element) {
      const types = dialect.types(element);
      const property = dialect.property(element);
      const parent = open.at(-1);
      if (types.length > 0) {
        const { format } = dialect;
        const nested = parent !== undefined && property !== null;
        const entity: FoundEntity = { types, format, id: dialect.id(element), nested, properties: {} };
        if (found.length < 500) found.push(entity);
        if (property !== null && parent !== undefined) put(parent.entity.properties, property, entity.properties);
        open.push({ element, entity });
      } else if (property !== null && parent !== undefined) {
        put(parent.entity.properties, property, textValue(element));
      }
    },
    leave(element) {
      if (open.at(-1)?.element === element) open.pop();
    },
  };
}

function put(properties: Record<string, unknown>, names: string, value: unknown): void {
  for (const name of split(names)) properties[typeName(name)] ??= value;
}

/** The value of a property: `content`, an address, a moment, else the text. */
function textValue(element: HtmlElement): string {
  for (const name of ["content", "href", "src", "datetime"]) {
    const value = attribute(element, name);
    if (value !== null) return value;
  }
  return collapse(textOf(element, 500));
}

function split(value: string | null): string[] {
  return value === null ? [] : value.split(/\s+/).filter(Boolean);
}
