import { fail, ok } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { changesBetween, compareLines, withEdits } from "#app/domain/work-products/edits.ts";
import { type DocumentKey, findVersion, listVersions } from "#db/repositories/work-products.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { namesOf } from "./load-work-product.server.ts";

/** The versions of a document, and what changed between two of them. */
export async function loadVersions(
  deps: Pick<Deps, "db" | "knowledge">,
  actor: Actor,
  key: DocumentKey,
  between: { readonly from: number | null; readonly to: number | null },
) {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" as const });
  const template = deps.knowledge.workProducts.templates.find(({ id }) => id === key.product);
  if (template === undefined) return fail({ kind: "not-found" as const });
  const versions = await listVersions(deps.db, actor.organizationId, key);
  const to = between.to ?? versions[0]?.number ?? null;
  const from = between.from ?? (to === null ? null : to - 1);
  const [before, after] = await Promise.all(
    [from, to].map((number) => (number === null ? null : findVersion(deps.db, actor.organizationId, key, number))),
  );

  const names = await namesOf(deps, actor);
  const shown = (one: NonNullable<typeof before>) => withEdits(one.document, one.edits);
  const compared =
    before && after
      ? changesBetween(shown(before), shown(after)).map(({ before: was, after: is, ...change }) => ({
          ...change,
          lines: compareLines(was, is),
        }))
      : null;
  const headings = new Map(template.sections.map(({ id, heading }) => [id, heading]));
  return ok({
    title: template.title,
    system: after?.document.system?.name ?? null,
    mayEdit: mayDo(actor.role, "facts:edit"),
    from: before?.number ?? null,
    to: after?.number ?? null,
    compared,
    versions: versions.map(({ createdBy, createdAt, detail, ...version }) => ({
      ...version,
      detail: detail === null ? null : (headings.get(detail) ?? detail),
      createdAt: createdAt.toISOString(),
      by: names(createdBy),
    })),
  });
}
