import { reasonsWith } from "#app/domain/compliance/reasons.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { placeName } from "#app/strings/place-name.ts";
import { findVersion } from "#db/repositories/work-products.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { documentWords } from "./document-words.ts";
import { type LayoffForm, layoffProduct, typedOf } from "./layoff-form.ts";
import { fillNow, reader } from "./load-work-product.server.ts";

/** What each state asks about a layoff as a form states it, and the draft of the statements. */
export async function loadLayoff(deps: Pick<Deps, "db" | "knowledge" | "now">, actor: Actor, form: LayoffForm) {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" as const });
  const key = { product: layoffProduct, subject: "" };
  const typed = typedOf(form, reader.locale);
  const filled = await fillNow(deps, actor, key, typed);
  if (!filled.ok) return filled;
  const newest = await findVersion(deps.db, actor.organizationId, key, null);
  const { given, document } = filled.value;
  const words = documentWords(reader.locale, reader.timeZone);
  const reasons = reasonsWith(given.obligations.facts, new Map());
  const named = form.places.length > 0;
  const statements = deps.knowledge.workProducts.layoffStatements;
  const asking = new Set(statements.map(({ duty }) => duty));
  return ok({
    typed,
    newest: newest?.number ?? 0,
    mayEdit: mayDo(actor.role, "facts:edit"),
    named,
    states: statements.map(({ place, duty, asked, filedWith }) => {
      const found = given.assessment.obligations.find(({ id }) => id === duty);
      const spared = given.assessment.notApplicable.find(({ id }) => id === duty);
      const ref = document.serves.find(({ id }) => id === duty);
      return {
        place,
        name: placeName(place, reader.locale),
        duty,
        asked,
        filedWith,
        needed: found === undefined ? ("no" as const) : found.applies,
        stands: ref === undefined ? null : words.stands(ref),
        because: reasons.of(spared?.because.slice(0, 1) ?? []).map(({ label }) => label),
      };
    }),
    sections: document.sections
      .filter(({ duties }) => duties.some(({ id }) => asking.has(id)))
      .map(({ id, heading, blocks }) => ({ id, heading, blocks })),
  });
}
