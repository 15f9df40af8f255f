import { normaliseTitle } from "#app/domain/exposure/normalise-title.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { confirmTitles, type TitleDecision } from "../exposure/confirm-titles.server.ts";
import type { RosterReading } from "../ports/tables.ts";
import { guessesAbove, loadTitleQueue } from "./load-titles.server.ts";
import { piecesOf, readRosterFile } from "./read-import.server.ts";

type DecideDeps = Pick<Deps, "db" | "knowledge" | "compute" | "now" | "newId">;
type Changed = { readonly changed: number };

/** Accepts the best guess of every waiting title from a probability on; can be undone in one go. */
export async function acceptGuesses(
  deps: DecideDeps,
  actor: Actor,
  above: number,
): Promise<Result<Changed, { readonly kind: "forbidden" | "unknown-occupation" }>> {
  if (!mayDo(actor.role, "workforce:edit")) return fail({ kind: "forbidden" });
  const { titles } = await loadTitleQueue(deps, actor);
  const decisions = guessesAbove(titles, above).map(({ key, candidates }) => ({
    title: key,
    onet: candidates[0]?.onet ?? null,
  }));
  return confirmTitles(deps, actor, { decisions, source: "guesses" });
}

/** The choice for one title: a code, or the whole name of an occupation. */
export async function decideTitle(
  deps: DecideDeps,
  actor: Actor,
  { title, choice }: { readonly title: string; readonly choice: string | null },
): Promise<Result<Changed, { readonly kind: "forbidden" | "unknown-occupation" }>> {
  const onet = choice === null ? null : codeOf(deps, choice);
  if (onet === undefined) return fail({ kind: "unknown-occupation" });
  return confirmTitles(deps, actor, { decisions: [{ title, onet }], source: "page" });
}

function codeOf({ knowledge }: Pick<Deps, "knowledge">, choice: string): string | undefined {
  const { byOnet, occupations } = knowledge.occupations;
  const text = choice.trim();
  const code = /\b\d{2}-\d{4}\.\d{2}\b/.exec(text)?.[0] ?? text;
  if (byOnet.has(code)) return code;
  return occupations.find(({ title }) => title.toLowerCase() === text.toLowerCase())?.onet;
}

type FileFailure =
  | { readonly kind: "forbidden" | "title-not-mapped" | "unknown-occupation" }
  /** Rows whose code no occupation has: nothing was saved, so that all can be mended at once. */
  | { readonly kind: "unknown-codes"; readonly lines: readonly number[]; readonly count: number }
  | { readonly kind: "table-not-readable"; readonly because: string };

const mostNamed = 20;

/** Takes decisions from a file with a column of titles and one of occupation codes, such as the one that is downloaded. */
export async function decideByFile(
  deps: DecideDeps,
  actor: Actor,
  bytes: Uint8Array,
): Promise<Result<Changed & { readonly rows: number }, FileFailure>> {
  if (!mayDo(actor.role, "workforce:edit")) return fail({ kind: "forbidden" });
  const pieces = piecesOf(bytes);
  const looked = await readRosterFile(deps, pieces, { settings: null, columns: null });
  if (!looked.ok) return fail({ kind: "table-not-readable", because: looked.failure.kind });
  const named = columnsOf(looked.value);
  if (named === null) return fail({ kind: "title-not-mapped" });

  // The code travels as the level, a text that reading leaves as it is; every row is one head, so that none is refused for its heads.
  const settings = { mapping: { ...named }, mode: "update" as const, currency: null, country: null };
  const decisions: TitleDecision[] = [];
  const wrong: number[] = [];
  let rows = 0;
  const read = await readRosterFile(deps, pieces, { settings, columns: looked.value.columns }, async (question) => {
    if (question.kind !== "roles") return;
    for (const { draft, lines } of question.roles) {
      rows += 1;
      if (draft.level === undefined) continue;
      const onet = codeOf(deps, draft.level);
      if (onet === undefined) wrong.push(lines[0] ?? 0);
      else decisions.push({ title: normaliseTitle(draft.title).join(" "), onet });
    }
  });
  if (!read.ok) return fail({ kind: "table-not-readable", because: read.failure.kind });
  if (wrong.length > 0) return fail({ kind: "unknown-codes", lines: wrong.slice(0, mostNamed), count: wrong.length });
  const saved = await confirmTitles(deps, actor, { decisions, source: "file" });
  return saved.ok ? ok({ changed: saved.value.changed, rows }) : saved;
}

function columnsOf({ columns }: RosterReading): { readonly title: string; readonly level: string } | null {
  const title = columns.find(({ name }) => /title|stelle|position/i.test(name))?.name;
  const level = columns.find(({ name }) => /code|onet|o\*net/i.test(name))?.name;
  return title === undefined || level === undefined ? null : { title, level };
}

/** The rows of the file of decisions: every title that waits or was decided. */
export async function titlesSheet(deps: DecideDeps, actor: Actor) {
  if (!mayDo(actor.role, "workforce:edit")) return null;
  const { titles } = await loadTitleQueue(deps, actor);
  return {
    name: "Titles",
    headers: ["Job title", "State", "Occupation code", "Occupation", "Best guess", "Its code", "Probability"],
    rows: titles.map(({ title, state, match, candidates }) => {
      const [best] = candidates;
      const decided = state === "confirmed" ? match : null;
      const probability = best === undefined ? null : Math.round(best.probability * 1000) / 1000;
      return [
        title,
        state,
        decided?.onet ?? null,
        decided?.title ?? null,
        best?.title ?? null,
        best?.onet ?? null,
        probability,
      ];
    }),
  };
}
