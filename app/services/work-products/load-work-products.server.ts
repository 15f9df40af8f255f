import { ok } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { dutiesServed } from "#app/domain/work-products/duties-served.ts";
import { fillTemplate } from "#app/domain/work-products/fill-template.ts";
import { blanksOf } from "#app/domain/work-products/work-product.ts";
import { listNewestVersions } from "#db/repositories/work-products.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { documentWords } from "./document-words.ts";
import { gatherGiven } from "./gather-given.server.ts";
import { namesOf, reader } from "./load-work-product.server.ts";

/** Every document with what it is for, which duties ask for it, what is missing and what is kept. */
export async function loadWorkProducts(deps: Pick<Deps, "db" | "knowledge" | "now">, actor: Actor) {
  const { templates } = deps.knowledge.workProducts;
  const own = templates.filter(({ scope }) => scope === "organization");
  const given = await gatherGiven(deps, actor, { templates: own, system: null, typed: {}, eyes: "everybody" });
  if (!given.ok) return given;
  const kept = await listNewestVersions(deps.db, actor.organizationId);

  const names = await namesOf(deps, actor);
  const words = documentWords(reader.locale, reader.timeZone);
  const { systems } = given.value;
  const rows = templates.map((template) => {
    const serves = dutiesServed(template, null, given.value);
    const versions = kept.filter(({ product }) => product === template.id);
    const [last] = [...versions].sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
    const filled = template.scope === "organization" ? fillTemplate(template, null, given.value, words) : null;
    return {
      id: template.id,
      title: template.title,
      purpose: template.purpose,
      scope: template.scope,
      duties: serves.length,
      inForce: serves.filter(({ applies, state }) => applies === "yes" && state === "in_force").length,
      blanks: filled === null ? null : blanksOf(filled.sections),
      kept: versions.length,
      number: last?.number ?? 0,
      keptAt: last?.createdAt.toISOString() ?? null,
    };
  });
  return ok({
    asOf: given.value.assessment.asOf,
    mayEdit: mayDo(actor.role, "facts:edit"),
    rows,
    kept: [...kept]
      .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
      .map(({ product, subject, number, createdAt, createdBy }) => ({
        product,
        subject,
        title: templates.find(({ id }) => id === product)?.title ?? product,
        system: subject === "" ? null : (systems.find(({ id }) => id === subject)?.name ?? null),
        number,
        keptAt: createdAt.toISOString(),
        keptBy: names(createdBy),
      })),
    systems: systems.map(({ id, name }) => ({ id, name })),
  });
}

/** The newest versions of documents about one system, by document. Empty where somebody may not read them. */
export async function keptAboutSystem(deps: Pick<Deps, "db">, actor: Actor, system: string) {
  if (!mayDo(actor.role, "assessment:read")) return {};
  const kept = (await listNewestVersions(deps.db, actor.organizationId)).filter(({ subject }) => subject === system);
  return Object.fromEntries(
    kept.map(({ product, number, createdAt }) => [product, { number, keptAt: createdAt.toISOString() }]),
  );
}

/** The systems a document can be about, with what is kept for each. */
export async function loadSubjects(deps: Pick<Deps, "db" | "knowledge" | "now">, actor: Actor, product: string) {
  const template = deps.knowledge.workProducts.templates.find(({ id }) => id === product);
  const given = await gatherGiven(deps, actor, { templates: [], system: null, typed: {}, eyes: "everybody" });
  if (!given.ok) return given;
  const kept = await listNewestVersions(deps.db, actor.organizationId);
  return ok({
    title: template?.title ?? product,
    purpose: template?.purpose ?? "",
    mayEdit: mayDo(actor.role, "facts:edit"),
    systems: given.value.systems.map(({ id, name, purpose }) => {
      const version = kept.find((one) => one.product === product && one.subject === id);
      const serves = template === undefined ? [] : dutiesServed(template, id, given.value);
      return {
        id,
        name,
        purpose,
        duties: serves.length,
        number: version?.number ?? 0,
        keptAt: version?.createdAt.toISOString() ?? null,
      };
    }),
  });
}
