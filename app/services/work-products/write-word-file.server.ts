import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import { slugOf } from "#app/domain/tenancy/slug.ts";
import type { DutyRef } from "#app/domain/work-products/work-product.ts";
import { textOf } from "#app/strings/catalogue.ts";
import { workProductText } from "#app/strings/en/work-products.ts";
import { formatsFor } from "#app/strings/format.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import type { WordFile } from "../ports/word-files.ts";
import { documentWords } from "./document-words.ts";
import { groundRows } from "./ground-rows.ts";
import { type DocumentQuery, loadWorkProduct, reader, type WorkProductView } from "./load-work-product.server.ts";

/** A document as a file for word processors, under a name to save it by. */
export async function writeWordFile(
  deps: Pick<Deps, "db" | "knowledge" | "now" | "wordFiles">,
  actor: Actor,
  query: DocumentQuery,
) {
  const view = await loadWorkProduct(deps, actor, query);
  if (!view.ok) return fail(view.failure);
  const bytes = await deps.wordFiles.docx(wordFileOf(view.value));
  const { product, document } = view.value;
  const system = document.system === null ? "" : `-${slugOf(document.system.name)}`;
  return ok({ bytes, name: `${product}${system}-${document.asOf}` });
}

function wordFileOf({ document, sections, lawsAsOf }: WorkProductView): WordFile {
  const t = textOf(workProductText, reader.locale);
  const f = formatsFor(reader.locale, reader.timeZone);
  const words = documentWords(reader.locale, reader.timeZone);
  const { title, organization, system, asOf, packVersion, templateVersion } = document;
  const header = [t("what"), t("says"), t("source")];
  const rows = groundRows(document, reader).map((row) => [row.what, row.says, row.source].map((text) => [{ text }]));
  const about = { template: templateVersion, laws: packVersion, date: f.longDate(lawsAsOf as IsoDate) };
  return {
    title,
    subtitle: system === null ? organization : `${system.name} · ${organization}`,
    author: organization,
    language: reader.locale,
    mark: t("draft"),
    lead: [t("draftBy", { date: f.longDate(asOf), organization })],
    fillIn: t("fillIn"),
    sections: [
      ...sections.map(({ heading, duties, blocks }) => ({ heading, blocks, asides: duties.map(aside) })),
      {
        heading: t("restsOn"),
        asides: [],
        blocks: [
          { kind: "paragraph", spans: [{ text: t("restsOnLead", about) }] },
          { kind: "table", caption: "", header, rows },
        ],
      },
    ],
  };

  function aside(duty: DutyRef): string {
    const systems = duty.systems.length === 0 ? "" : `, ${t("forSystems", { systems: duty.systems.join(", ") })}`;
    return `${t("asks")}: ${duty.citation}. ${duty.title}: ${words.stands(duty)}${systems} (${words.checked(duty)}).`;
  }
}
