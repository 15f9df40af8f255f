import { dutiesServed } from "./duties-served.ts";
import { fillText } from "./fill-text.ts";
import type { Filling, Given, Words } from "./given.ts";
import { groundsOf } from "./grounds-of.ts";
import { rowsOf } from "./rows-of.ts";
import type { Template, TemplateBlock, TemplateSection } from "./template.ts";
import type { Block, Section, WorkProduct } from "./work-product.ts";

/**
 * A document filled from facts. Every fact names its source, what is unknown is a blank with its question, and a section that
 * hangs on duties is there when one of them applies or may.
 */
export function fillTemplate(template: Template, system: string | null, given: Given, words: Words): WorkProduct {
  const serves = dutiesServed(template, system, given);
  const filling = { given, template, system, words, serves };
  const entry = given.systems.find(({ id }) => id === system);
  const sections = template.sections.flatMap((section) => fillSection(section, filling));
  return {
    product: template.id,
    title: template.title,
    purpose: template.purpose,
    organization: given.organization,
    system: entry === undefined ? null : { id: entry.id, name: entry.name },
    asOf: given.assessment.asOf,
    packVersion: given.obligations.version,
    templateVersion: given.pack.version,
    serves,
    sections,
    restsOn: groundsOf(sections, given),
  };
}

function fillSection(section: TemplateSection, filling: Filling): Section[] {
  const duties = filling.serves.filter(({ id }) => section.duties?.includes(id));
  if (section.duties !== undefined && duties.length === 0) return [];
  const blocks = section.blocks.flatMap((block) => fillBlock(block, filling));
  return [{ id: section.id, heading: section.heading, duties, blocks }];
}

function fillBlock(block: TemplateBlock, filling: Filling): Block[] {
  const { given, system, words } = filling;
  const fill = (text: string) => fillText(text, given, system, words);
  if ("paragraph" in block) return [{ kind: "paragraph", spans: fill(block.paragraph) }];
  if ("note" in block) return [{ kind: "note", spans: fill(block.note) }];
  if ("list" in block) return [{ kind: "list", items: block.list.map(fill) }];
  if ("points" in block) {
    const rows = block.points.map(([label, text]) => [[{ text: label }], fill(text)]);
    return [{ kind: "table", caption: "", header: [words.point, words.answer], rows }];
  }
  const rows = rowsOf(block, filling);
  if (rows.length === 0) return [{ kind: "paragraph", spans: fill(block.empty) }];
  const caption = fill(block.caption)
    .map((span) => ("blank" in span ? span.blank : span.text))
    .join("");
  return [{ kind: "table", caption, header: block.columns.map(([header]) => header), rows }];
}
