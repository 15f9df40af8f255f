import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { dutyOn } from "#app/domain/compliance/state-of-duty.ts";
import { placesOf } from "#app/domain/work-products/fill-text.ts";
import { columns } from "#app/domain/work-products/rows-of.ts";
import type { Template, TemplateBlock } from "#app/domain/work-products/template.ts";
import { obligations } from "#app/knowledge/obligations/index.ts";
import { workProducts } from "#app/knowledge/work-products/index.ts";
import { templateFile } from "#app/knowledge/work-products/schema.ts";
import { typedOf } from "#app/services/work-products/layoff-form.ts";

const facts = new Map(obligations.facts.map((fact) => [fact.id, fact]));
const controls = new Set(obligations.controls.map(({ id }) => id));
const duties = new Set(obligations.instruments.flatMap((law) => law.obligations.map(({ id }) => id)));
const typed = new Set(Object.keys(typedOf({ places: [], people: "", linked: "", technology: "" }, "en-GB")));
const people = new Set(facts.get("system.people")?.options?.map(({ value }) => value));

function textsOf(block: TemplateBlock): string[] {
  if ("paragraph" in block) return [block.paragraph];
  if ("note" in block) return [block.note];
  if ("list" in block) return [...block.list];
  if ("points" in block) return block.points.flat();
  return [block.caption, block.empty, ...block.columns.map(([header]) => header)];
}

/** What is wrong with a template: places, facts, duties, controls, columns and people that nobody knows. */
function faultsOf({ id, scope, controls: served, sections }: Template): string[] {
  const faults = served.filter((one) => !controls.has(one)).map((one) => `${id}: control ${one}`);
  const ids = sections.map((section) => section.id);
  if (new Set(ids).size < ids.length) faults.push(`${id}: two sections of one id`);
  for (const { id: section, duties: asked = [], blocks } of sections) {
    const at = `${id}/${section}`;
    faults.push(...asked.filter((one) => !duties.has(one)).map((one) => `${at}: duty ${one}`));
    for (const block of blocks) {
      for (const text of textsOf(block)) {
        if (
          text
            .replace(
              /\{(organization|system|vendor|purpose|fact:[\w.]+|typed:\w+|due:[\w.-]+\|[^{}]+|ask:[^{}]+)\}/g,
              "",
            )
            .match(/[{}]/)
        )
          faults.push(`${at}: braces in “${text}”`);
        for (const place of placesOf(text)) {
          const [kind, key = ""] = [place.split(":")[0] ?? "", place.slice(place.indexOf(":") + 1)];
          const ofSystem = ["system", "vendor", "purpose"].includes(kind) || key.startsWith("system.");
          if (kind === "fact" && !facts.has(key)) faults.push(`${at}: fact ${key}`);
          if (kind === "due" && !asked.includes(key.split("|")[0] ?? ""))
            faults.push(`${at}: ${place} of a duty that the section is not for`);
          if (kind === "typed" && !typed.has(key)) faults.push(`${at}: typed ${key}`);
          if (ofSystem && kind !== "ask" && scope !== "system") faults.push(`${at}: ${place} where there is no system`);
        }
      }
      if (!("table" in block)) continue;
      for (const [, shows] of block.columns) {
        const known = shows.startsWith("fact:system.")
          ? block.table === "systems" && facts.has(shows.slice("fact:".length))
          : shows in columns[block.table];
        if (!known) faults.push(`${at}: column ${shows}`);
      }
      faults.push(...(block.people ?? []).filter((one) => !people.has(one)).map((one) => `${at}: people ${one}`));
      faults.push(...(block.controls ?? []).filter((one) => !controls.has(one)).map((one) => `${at}: control ${one}`));
    }
  }
  return faults;
}

test.each(workProducts.templates.map((template) => [template.id, template] as const))(
  "%s names only places, facts, duties, controls and columns that are known",
  (_, template) => {
    expect(faultsOf(template)).toEqual([]);
  },
);

const numbers = "one two three four five six seven eight nine ten eleven twelve".split(" ");
const figure = new RegExp(
  `\\b(\\d+|${numbers.join("|")})[ -](?:(?:business|calendar|working) )?(hour|day|week|month|year)s?\\b`,
  "gi",
);

/** The spans of time that a text names, as number and unit. */
function figuresIn(text: string): { readonly count: number; readonly unit: string }[] {
  return [...text.matchAll(figure)].map(([, count = "", unit = ""]) => {
    const word = numbers.indexOf(count.toLowerCase());
    return { count: word === -1 ? Number(count) : word + 1, unit: unit.toLowerCase() };
  });
}

/** Whether a duty of the packs names a span of time: its number, and its unit, which may stand behind another number. */
function names(duty: string, { count, unit }: { readonly count: number; readonly unit: string }): boolean {
  const law = obligations.instruments.flatMap((one) => one.obligations).find(({ id }) => id === duty);
  if (law === undefined) return false;
  const { title, trigger, evidence, note = "", due = "" } = dutyOn(law, obligations.asOf);
  const said = [title, trigger, note, due, ...evidence].join(" ").toLowerCase();
  const written = [String(count), numbers[count - 1]].filter((word) => word !== undefined).join("|");
  return new RegExp(`\\b(${written})\\b`).test(said) && said.includes(unit);
}

test("every span of time in a document is one that a duty of the section names", () => {
  const loose: string[] = [];
  const wrong: string[] = [];
  let bound = 0;
  for (const { id, sections } of workProducts.templates) {
    for (const text of sections.flatMap(({ blocks }) => blocks.flatMap(textsOf))) {
      const dues = placesOf(text).filter((one) => one.startsWith("due:"));
      if (figuresIn(text.replace(/\{due:[^{}]+\}/g, "")).length > 0) loose.push(`${id}: ${text}`);
      for (const due of dues) {
        const [duty = "", said = ""] = due.slice("due:".length).split("|");
        const figures = figuresIn(said);
        bound += figures.length;
        if (figures.length !== 1 || !figures.every((one) => names(duty, one))) wrong.push(`${id}: ${due}`);
      }
    }
  }
  expect({ loose, wrong }).toEqual({ loose: [], wrong: [] });
  expect(bound).toBeGreaterThanOrEqual(10);
});

test("every time to report is one that its duty names, in words and in hours", () => {
  const faults = workProducts.clocks.filter(({ duty, hours, words }) => {
    const [first, ...others] = figuresIn(words);
    if (hours === null) return first !== undefined;
    if (first === undefined || others.length > 0 || !names(duty, first)) return true;
    return hours !== first.count * (first.unit === "day" ? 24 : 1);
  });
  expect(faults).toEqual([]);
});

test("a span of time that no duty names is found", () => {
  expect(figuresIn("within 15 business days, or two weeks")).toEqual([
    { count: 15, unit: "day" },
    { count: 2, unit: "week" },
  ]);
  expect(names("us-nyc.notice", { count: 10, unit: "day" })).toBe(true);
  expect(names("us-nyc.notice", { count: 15, unit: "day" })).toBe(false);
  expect(names("us-nyc.nothing", { count: 10, unit: "day" })).toBe(false);
});

test("the linter sees each of these mistakes", () => {
  const wrong: Template = {
    id: "wrong",
    title: "Wrong",
    purpose: "Wrong",
    scope: "organization",
    controls: ["nothing"],
    sections: [
      {
        id: "a",
        heading: "A",
        duties: ["no.such"],
        blocks: [
          { paragraph: "{fact:org.nothing} {vendor} {unknown}" },
          { table: "duties", caption: "Caption", columns: [["H", "nothing"]], empty: "None", people: ["martians"] },
        ],
      },
    ],
  };
  expect(faultsOf(wrong)).toEqual([
    "wrong: control nothing",
    "wrong/a: duty no.such",
    "wrong/a: braces in “{fact:org.nothing} {vendor} {unknown}”",
    "wrong/a: fact org.nothing",
    "wrong/a: vendor where there is no system",
    "wrong/a: column nothing",
    "wrong/a: people martians",
  ]);
});

test("every pack file is offered, once", () => {
  const files = readdirSync("app/knowledge/work-products/packs").map((name) => name.replace(".json", ""));
  const offered = workProducts.templates.map(({ id }) => id);
  expect([...offered, "rules"].sort()).toEqual(files.sort());
});

test("clocks, questions and statements hang on duties and controls that are known", () => {
  const { clocks, vendorQuestions, layoffStatements, consequences, reviewBy, asOf } = workProducts;
  expect(clocks.filter(({ duty }) => !duties.has(duty))).toEqual([]);
  expect(layoffStatements.filter(({ duty }) => !duties.has(duty))).toEqual([]);
  expect(vendorQuestions.flatMap((one) => one.controls.filter((control) => !controls.has(control)))).toEqual([]);
  const known = new Set(consequences.map(({ id }) => id));
  expect(clocks.flatMap((one) => one.consequences.filter((consequence) => !known.has(consequence)))).toEqual([]);
  expect(new Set(clocks.map(({ id }) => id)).size).toBe(clocks.length);
  expect(reviewBy > asOf).toBe(true);
});

test("a file with a kind of block that nobody knows is refused", () => {
  const file = {
    ...workProducts.templates[0],
    sections: [{ id: "a", heading: "A heading", blocks: [{ picture: "x" }] }],
  };
  expect(templateFile.safeParse(file).success).toBe(false);
});
