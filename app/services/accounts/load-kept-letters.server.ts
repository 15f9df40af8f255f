import { listKeptMails } from "#db/repositories/outbox.server.ts";
import type { Deps } from "../deps.ts";

type Part = { readonly text: string; readonly path: string | null };

/** A letter's text in parts, so that a page can make our own links open; `path` is null for plain text. */
function partsOf(text: string, origin: string): Part[] {
  return text.split(/(https?:\/\/\S+)/).map((part) => ({
    text: part,
    path: part.startsWith(`${origin}/`) ? part.slice(origin.length) : null,
  }));
}

/** The newest letters that were kept because this deployment sends no mail. */
export async function loadKeptLetters(deps: Pick<Deps, "db" | "origin">) {
  const letters = await listKeptMails(deps.db, 50);
  return letters.map(({ id, to, subject, text, at }) => ({
    id,
    to,
    subject,
    at: at.getTime(),
    parts: partsOf(text, deps.origin),
  }));
}
