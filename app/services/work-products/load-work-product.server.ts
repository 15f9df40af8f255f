import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo, maySeePeople } from "#app/domain/tenancy/may-do.ts";
import { changesBetween, type ShownSection, withEdits } from "#app/domain/work-products/edits.ts";
import { fillTemplate } from "#app/domain/work-products/fill-template.ts";
import { writeSection } from "#app/domain/work-products/section-text.ts";
import type { Template } from "#app/domain/work-products/template.ts";
import { blanksOf, type WorkProduct } from "#app/domain/work-products/work-product.ts";
import { textOf } from "#app/strings/catalogue.ts";
import { workProductText } from "#app/strings/en/work-products.ts";
import { findVersion } from "#db/repositories/work-products.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { peopleHere } from "../evidence/people-here.server.ts";
import { documentWords } from "./document-words.ts";
import { type Gathered, gatherGiven, tablesOf } from "./gather-given.server.ts";
import { layoffProduct, statedOf } from "./layoff-form.ts";

export type DocumentQuery = {
  readonly product: string;
  /** The id of a system; empty for a document about the organization. */
  readonly subject: string;
  readonly number?: number | null;
  /** What a form was told; left out, what the version was told. */
  readonly typed?: Readonly<Record<string, string>>;
};

export type Filled = {
  readonly template: Template;
  readonly given: Gathered;
  readonly document: WorkProduct;
};

type Failure = { readonly kind: "forbidden" | "not-found" };

/** For whom documents are written so far. */
export const reader = { locale: "en-GB", timeZone: "UTC" } as const;

/** A document filled from the facts of now. Not found: no such document, or a system that is not there, or one too many. */
export async function fillNow(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Actor,
  { product, subject }: Pick<DocumentQuery, "product" | "subject">,
  typed: Readonly<Record<string, string>>,
  eyes: "everybody" | "own" = "everybody",
): Promise<Result<Filled, Failure>> {
  const template = deps.knowledge.workProducts.templates.find(({ id }) => id === product);
  if (template === undefined || (template.scope === "system") !== (subject !== "")) return fail({ kind: "not-found" });
  const system = subject === "" ? null : subject;
  const stated = product === layoffProduct ? statedOf(typed) : undefined;
  const given = await gatherGiven(deps, actor, {
    templates: [template],
    system,
    typed,
    eyes,
    ...(stated && { stated }),
  });
  if (!given.ok) return given;
  if (system !== null && !given.value.systems.some(({ id }) => id === system)) return fail({ kind: "not-found" });
  const document = fillTemplate(template, system, given.value, documentWords(reader.locale, reader.timeZone));
  return ok({ template, given: given.value, document });
}

/** A document as it reads for whoever asks: the newest version or the one asked for, or what facts say where none is kept. */
export async function loadWorkProduct(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Actor,
  query: DocumentQuery,
) {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" as const });
  const { organizationId } = actor;
  const key = { product: query.product, subject: query.subject };
  const newest = await findVersion(deps.db, organizationId, key, null);
  const asked = query.number ?? null;
  const kept =
    asked === null || asked === newest?.number ? newest : await findVersion(deps.db, organizationId, key, asked);
  if (asked !== null && kept === null) return fail({ kind: "not-found" as const });
  const typed = query.typed ?? newest?.typed ?? {};
  const now = await fillNow(deps, actor, query, typed);
  if (!now.ok) return now;

  const { template, document: fresh } = now.value;
  const document = kept?.document ?? fresh;
  const edits = kept?.edits ?? {};
  const seen = await forOwnEyes(deps, actor, query, typed, template, withEdits(document, edits));
  const names = await namesOf(deps, actor);
  const blanks = blanksOf(seen);
  return ok({
    product: template.id,
    scope: template.scope,
    mayEdit: mayDo(actor.role, "facts:edit"),
    number: kept?.number ?? 0,
    newest: newest?.number ?? 0,
    keptAt: kept?.createdAt.toISOString() ?? null,
    keptBy: kept === null ? null : names(kept.createdBy),
    typed,
    document,
    sections: seen.map(({ edited, ...section }) => ({
      ...section,
      ...(edited && { edited: { ...edited, by: edited.by === null ? null : names(edited.by) } }),
    })),
    texts: Object.fromEntries(seen.map(({ id, blocks }) => [id, writeSection(blocks)])),
    blanks,
    changes: kept === null ? [] : changesBetween(withEdits(document, edits), withEdits(fresh, edits)),
    lawsAsOf: deps.knowledge.obligations.asOf,
  });
}

export type WorkProductView = Extract<Awaited<ReturnType<typeof loadWorkProduct>>, { ok: true }>["value"];

/** Registers of persons as whoever asks may see them. A version holds what everybody may. */
async function forOwnEyes(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Actor,
  query: DocumentQuery,
  typed: Readonly<Record<string, string>>,
  template: Template,
  sections: readonly ShownSection[],
): Promise<readonly ShownSection[]> {
  if (!maySeePeople(actor) || !tablesOf(template).includes("literacy")) return sections;
  const personal = new Set(
    template.sections
      .filter((one) => tablesOf({ ...template, sections: [one] }).includes("literacy"))
      .map(({ id }) => id),
  );
  const own = await fillNow(deps, actor, query, typed, "own");
  if (!own.ok) return sections;
  return sections.map((section) => {
    const filled = own.value.document.sections.find(({ id }) => id === section.id);
    return section.edited === undefined && filled !== undefined && personal.has(section.id) ? filled : section;
  });
}

/** The names of those who belong or act here; null for who has left, and a word for a guest who asks. */
export async function namesOf(deps: Pick<Deps, "db">, actor: Actor): Promise<(userId: string) => string | null> {
  const { names } = await peopleHere(deps, actor);
  const you = textOf(workProductText, reader.locale)("you");
  return (userId) => names.get(userId) ?? (userId === actor.userId ? you : null);
}
