import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
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
          text.replace(/\{(organization|system|vendor|purpose|fact:[\w.]+|typed:\w+|ask:[^{}]+)\}/g, "").match(/[{}]/)
        )
          faults.push(`${at}: braces in “${text}”`);
        for (const place of placesOf(text)) {
          const [kind, key = ""] = [place.split(":")[0] ?? "", place.slice(place.indexOf(":") + 1)];
          const ofSystem = ["system", "vendor", "purpose"].includes(kind) || key.startsWith("system.");
          if (kind === "fact" && !facts.has(key)) faults.push(`${at}: fact ${key}`);
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
