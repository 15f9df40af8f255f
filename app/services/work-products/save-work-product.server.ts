import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { type DocumentChange, nextVersion } from "#app/domain/work-products/next-version.ts";
import { findVersion, insertVersion, type KeptVersion } from "#db/repositories/work-products.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";
import { type DocumentQuery, fillNow } from "./load-work-product.server.ts";

/** Characters that a section may have. */
export const longestSection = 200_000;

export type DocumentCommand = Pick<DocumentQuery, "product" | "subject" | "typed"> & {
  /** The number of the version that the change was made to; 0 where none is kept. */
  readonly version: number;
  readonly change: DocumentChange | { readonly kind: "restored"; readonly number: number };
};

type Failure =
  | { readonly kind: "forbidden" | "not-found" | "conflict" }
  | { readonly kind: "too-long"; readonly count: number };

/** Keeps the document after a change as its next version. Answers the number of it. */
export async function saveWorkProduct(
  deps: Pick<Deps, "db" | "knowledge" | "now" | "newId">,
  actor: Actor,
  { product, subject, typed: told, version, change }: DocumentCommand,
): Promise<Result<number, Failure>> {
  if (!mayDo(actor.role, "facts:edit")) return fail({ kind: "forbidden" });
  if (change.kind === "edited" && change.text.length > longestSection)
    return fail({ kind: "too-long", count: change.text.length });
  const key = { product, subject };
  const newest = await findVersion(deps.db, actor.organizationId, key, null);
  if ((newest?.number ?? 0) !== version) return fail({ kind: "conflict" });
  const typed = told ?? newest?.typed ?? {};
  const fresh = await fillNow(deps, actor, key, typed);
  if (!fresh.ok) return fresh;

  const createdAt = deps.now();
  const next =
    change.kind === "restored"
      ? await findVersion(deps.db, actor.organizationId, key, change.number)
      : nextVersion(newest, fresh.value.document, change, { by: actor.userId, at: createdAt.toISOString() });
  if (next === null) return fail({ kind: "not-found" });

  const { document, edits } = next;
  const detail = change.kind === "filled" ? null : change.kind === "restored" ? String(change.number) : change.section;
  const made = { made: change.kind, detail, createdAt, createdBy: actor.userId };
  const kept: KeptVersion = {
    number: version + 1,
    document,
    edits,
    typed: "typed" in next ? (next as KeptVersion).typed : typed,
    ...made,
  };
  const id = deps.newId();
  const saved = await deps.db.transaction(async (tx) => {
    if (!(await insertVersion(tx, actor.organizationId, id, key, kept))) return false;
    const after = { product, subject, number: kept.number, made: kept.made, detail };
    await record(tx, actor, { action: `document.${kept.made}`, subject: `document:${id}`, after, at: createdAt });
    return true;
  });
  return saved ? ok(kept.number) : fail({ kind: "conflict" });
}
