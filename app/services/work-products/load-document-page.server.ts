import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { ok } from "#app/domain/kernel/result.ts";
import { compareLines } from "#app/domain/work-products/edits.ts";
import type { Block, DutyRef } from "#app/domain/work-products/work-product.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { documentWords } from "./document-words.ts";
import { groundRows } from "./ground-rows.ts";
import { type DocumentQuery, loadWorkProduct, reader } from "./load-work-product.server.ts";

/** Rows of a table that a page shows; the file has them all. */
const mostRows = 60;

/** A document ready for its page: duties in words, long tables cut, the text of the one section that is edited. */
export async function loadDocumentPage(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Actor,
  query: DocumentQuery,
  edit: string | null,
) {
  const loaded = await loadWorkProduct(deps, actor, query);
  if (!loaded.ok) return loaded;
  const { document, sections, texts, changes, lawsAsOf, ...view } = loaded.value;
  const words = documentWords(reader.locale, reader.timeZone);
  const inWords = (duty: DutyRef) => ({
    id: duty.id,
    title: duty.title,
    citation: duty.citation,
    stands: words.stands(duty),
    checked: words.checked(duty),
    systems: duty.systems,
  });
  return ok({
    ...view,
    subject: query.subject,
    title: document.title,
    purpose: document.purpose,
    system: document.system,
    organization: document.organization,
    asOf: document.asOf as IsoDate,
    versions: { template: document.templateVersion, laws: document.packVersion, lawsAsOf },
    sections: sections.map(({ id, heading, duties, blocks, edited }) => ({
      id,
      heading,
      duties: duties.map(inWords),
      blocks: blocks.map(cut),
      edited:
        edited === undefined
          ? null
          : {
              by: edited.by,
              at: edited.at,
              moved: edited.facts === null ? null : compareLines(texts[id] ?? "", edited.facts),
            },
    })),
    editing: edit !== null && view.mayEdit && edit in texts ? { section: edit, text: texts[edit] ?? "" } : null,
    changes: changes.map(({ id, heading, change, before, after }) => ({
      id,
      heading,
      change,
      lines: compareLines(before, after).filter(({ kind }) => kind !== "same"),
    })),
    grounds: groundRows(document, reader),
  });
}

function cut(block: Block): Block & { readonly more?: number } {
  if (block.kind !== "table" || block.rows.length <= mostRows) return block;
  return { ...block, rows: block.rows.slice(0, mostRows), more: block.rows.length - mostRows };
}
