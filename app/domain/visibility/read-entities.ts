import type { Entity, EntityFormat } from "./page-facts.ts";
import type { EntityRule } from "./visibility-pack.ts";

type Node = Record<string, unknown>;

/** What was found before it is judged: a typed thing with its properties. */
export type FoundEntity = {
  readonly types: readonly string[];
  readonly format: EntityFormat;
  readonly id: string | null;
  readonly nested: boolean;
  readonly properties: Node;
  readonly problem?: string;
};

const deepest = 40;
const mostEntities = 500;

/** Every typed node of a JSON-LD block: arrays, `@graph` and nested nodes, comments and CDATA marks around the JSON taken off. */
export function readJsonLd(source: string): FoundEntity[] {
  const parsed = parseLeniently(source);
  if (!parsed.ok) {
    return [{ types: [""], format: "json-ld", id: null, nested: false, properties: {}, problem: parsed.problem }];
  }
  const found: FoundEntity[] = [];
  collect(parsed.value, false, 0, found);
  return found;
}

function collect(value: unknown, nested: boolean, depth: number, found: FoundEntity[]): void {
  if (depth > deepest || found.length >= mostEntities || value === null || typeof value !== "object") return;
  if (Array.isArray(value)) {
    for (const each of value) collect(each, nested, depth + 1, found);
    return;
  }
  const node = value as Node;
  const types = typesOf(node["@type"]);
  const id = typeof node["@id"] === "string" ? node["@id"] : null;
  if (types.length > 0) found.push({ types, format: "json-ld", id, nested, properties: node });
  for (const [key, member] of Object.entries(node)) {
    if (key === "@context") continue;
    collect(member, key === "@graph" ? nested : nested || types.length > 0, depth + 1, found);
  }
}

function typesOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter((each): each is string => typeof each === "string" && each !== "").map(typeName);
}

/** `https://schema.org/Article` and `schema:Article` read `Article`; other vocabularies keep their address. */
export function typeName(type: string): string {
  return type.trim().replace(/^(?:https?:\/\/(?:www\.)?schema\.org\/|schema:)/i, "");
}

type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: string };

function parseLeniently(source: string): Parsed {
  const bare = source
    .replace(/^\uFEFF/, "")
    .trim()
    .replace(/^(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, "")
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*$/, "")
    .trim();
  try {
    return { ok: true, value: JSON.parse(bare) };
  } catch (cause) {
    try {
      return { ok: true, value: JSON.parse(escapeControls(bare)) };
    } catch {
      return {
        ok: false,
        problem: `not valid JSON: ${cause instanceof Error ? cause.message.slice(0, 120) : "cannot be read"}`,
      };
    }
  }
}

/** Line breaks and tabs inside strings, which authors paste and readers forgive. */
function escapeControls(json: string): string {
  let inside = false;
  let escaped = false;
  let fixed = "";
  for (const character of json) {
    if (inside && character < " ") fixed += `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
    else fixed += character;
    if (escaped) escaped = false;
    else if (character === "\\") escaped = inside;
    else if (character === '"') inside = !inside;
  }
  return fixed;
}

/** Joins nodes of one `@id`, then says what each entity lacks by the rules of its type. One entity a type. */
export function judgeEntities(found: readonly FoundEntity[], rules: readonly EntityRule[]): Omit<Entity, "unseen">[] {
  const byId = new Map<string, Node>();
  for (const each of found) {
    if (each.id !== null) byId.set(each.id, { ...byId.get(each.id), ...each.properties });
  }
  const seen = new Set<string>();
  const entities: Omit<Entity, "unseen">[] = [];
  for (const each of found) {
    const properties = each.id === null ? each.properties : (byId.get(each.id) ?? each.properties);
    for (const type of each.types) {
      const key = `${each.format} ${type} ${each.id}`;
      if (each.id !== null && seen.has(key)) continue;
      seen.add(key);
      const { errors, warnings } = lacks(type, properties, rules, each.nested);
      entities.push({
        type,
        format: each.format,
        id: each.id,
        nested: each.nested,
        properties,
        errors: each.problem === undefined ? errors : [each.problem],
        warnings,
      });
    }
  }
  return entities;
}

/** A nested node that is only a reference or a short mention owes less than the page's own entity: its gaps are warnings. */
function lacks(type: string, properties: Node, rules: readonly EntityRule[], nested: boolean) {
  const missing = (field: string) => !field.split("|").some((name) => isFilled(properties[name]));
  const errors: string[] = [];
  const warnings: string[] = [];
  for (const rule of rules) {
    if (!rule.types.includes(type)) continue;
    for (const field of rule.required) if (missing(field)) (nested ? warnings : errors).push(`${field} is missing`);
    if (!nested) for (const field of rule.recommended) if (missing(field)) warnings.push(`${field} is recommended`);
  }
  return { errors, warnings };
}

function isFilled(value: unknown): boolean {
  if (value === null || value === undefined) return false;
  if (typeof value === "string") return value.trim() !== "";
  return !Array.isArray(value) || value.length > 0;
}
