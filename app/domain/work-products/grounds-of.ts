import type { IsoDate } from "../kernel/iso-date.ts";
import type { Given } from "./given.ts";
import { type Ground, type Section, type Source, type Span, spansOf } from "./work-product.ts";

/** With more systems than this their entries are told together. */
const mostSystems = 40;

/** What a draft rests on: every answer about the organization, every entry of the inventory, and the rest once each. */
export function groundsOf(sections: readonly Pick<Section, "blocks">[], given: Given): Ground[] {
  const spans = sections
    .flatMap(spansOf)
    .flatMap((span) => ("from" in span && span.from ? [{ ...span, from: span.from }] : []));
  return [
    ...once(spans, "profile", given.organization),
    ...answers(spans, given),
    ...inventory(spans, given),
    ...once(spans, "typed", null),
    ...once(spans, "register", null),
    ...once(spans, "plan", null),
  ];
}

type Sourced = Extract<Span, { readonly text: string }> & { readonly from: Source };

function once(
  spans: readonly Sourced[],
  kind: "profile" | "typed" | "register" | "plan",
  says: string | null,
): Ground[] {
  return spans.some(({ from }) => from.kind === kind) ? [{ kind, what: null, says, on: null }] : [];
}

function answers(spans: readonly Sourced[], given: Given): Ground[] {
  const found = new Map<string, Ground>();
  for (const { from, text } of spans) {
    if (from.kind !== "fact" || from.system !== null || found.has(from.fact)) continue;
    const what = given.obligations.facts.find(({ id }) => id === from.fact)?.label ?? from.fact;
    found.set(from.fact, { kind: "fact", what, says: text, on: given.answeredOn.get(from.fact) ?? null });
  }
  return [...found.values()];
}

function inventory(spans: readonly Sourced[], given: Given): Ground[] {
  const ids = new Set<string>();
  for (const { from } of spans) {
    if (from.kind === "inventory") ids.add(from.system);
    else if (from.kind === "fact" && from.system !== null) ids.add(from.system);
  }
  const entries = given.systems.filter(({ id }) => ids.has(id));
  const on = (id: string) => given.changedOn.get(id) ?? null;
  if (entries.length <= mostSystems)
    return entries.map(({ id, name }) => ({ kind: "inventory", what: name, says: null, on: on(id) }));
  const last = entries.reduce<IsoDate | null>((latest, { id }) => {
    const day = on(id);
    return day !== null && (latest === null || day > latest) ? day : latest;
  }, null);
  return [{ kind: "inventory", what: null, says: null, on: last, count: entries.length }];
}
