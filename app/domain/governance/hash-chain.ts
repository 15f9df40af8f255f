import { canonicalJson } from "#app/domain/kernel/canonical.ts";

/** SHA-256 of UTF-8 text as 64 lower-case hexadecimal digits; the caller supplies it, so that this stays arithmetic. */
export type Sha256 = (text: string) => string;

/** What the first entry follows. */
export const beginning = "0".repeat(64);

/** The part of an audit entry that is hashed. It names people and things by id only; what changed is behind `payloadHash`. */
export type LinkedContent = {
  readonly seq: number;
  /** ISO 8601 moment, UTC. */
  readonly at: string;
  readonly organizationId: string | null;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly requestId: string;
  readonly payloadHash: string;
};

export type Link = LinkedContent & { readonly previousHash: string; readonly hash: string };

/**
 * The hash that stands for what an entry changed. The salt is kept beside the payload and erased with it: without it a
 * short value (an e-mail address) could be guessed back from the hash that stays in the chain.
 */
export function payloadHash(sha256: Sha256, salt: string, before: unknown, after: unknown): string {
  return sha256(salt + canonicalJson({ before: before ?? null, after: after ?? null }));
}

function hashOf(sha256: Sha256, previousHash: string, content: LinkedContent): string {
  const { seq, at, organizationId, actor, action, subject, requestId, payloadHash: payload } = content;
  return sha256(
    previousHash + canonicalJson({ seq, at, organizationId, actor, action, subject, requestId, payloadHash: payload }),
  );
}

/** The entry chained to the one before it: H_i = SHA-256(H_(i-1) || canonical JSON). */
export function link(sha256: Sha256, previousHash: string, content: LinkedContent): Link {
  return { ...content, previousHash, hash: hashOf(sha256, previousHash, content) };
}

/** How far a chain was followed. `firstBroken` is the number of the first entry that does not fit, from 1. */
export type Followed = { readonly entries: number; readonly head: string; readonly firstBroken: number | null };

export const notFollowed: Followed = { entries: 0, head: beginning, firstBroken: null };

/** Follows the chain by one entry, in order of `seq`. Fold it over any number of entries: it keeps one hash. */
export function follow(sha256: Sha256, followed: Followed, entry: Link): Followed {
  const seq = followed.entries + 1;
  const fits =
    entry.seq === seq &&
    entry.previousHash === followed.head &&
    entry.hash === hashOf(sha256, entry.previousHash, entry);
  return { entries: seq, head: entry.hash, firstBroken: followed.firstBroken ?? (fits ? null : seq) };
}
