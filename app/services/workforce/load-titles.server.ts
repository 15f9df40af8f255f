import { findOccupations } from "#app/domain/exposure/find-occupations.ts";
import { type QueuedTitle, type TitleQueue, titleGatherer, waits } from "#app/domain/exposure/queue-titles.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo, maySeePeople } from "#app/domain/tenancy/may-do.ts";
import { smallestGroup } from "#app/domain/tenancy/small-groups.ts";
import { keptValues } from "#db/kept-values.server.ts";
import { findExposureStanding } from "#db/repositories/exposure.server.ts";
import { findLastTitleBatch } from "#db/repositories/title-choices.server.ts";
import type { Actor } from "../actor.ts";
import { inTurns } from "../breathe.ts";
import type { Deps } from "../deps.ts";
import { matchAhead, placeTitle } from "./recognise-titles.server.ts";
import { rosterInTurns } from "./roster-in-turns.server.ts";

type TitleDeps = Pick<Deps, "db" | "knowledge" | "compute">;

/** Folding would hold everybody up where there are many, and their parts differ. */
const queues = keptValues<TitleQueue>(60_000, ({ titles }) => 20 + titles.length, Object.freeze);

/** The organization's titles, worked out anew only when its roles or choices changed. */
export async function loadTitleQueue(deps: TitleDeps, { organizationId }: Pick<Actor, "organizationId">) {
  const { stamp } = await findExposureStanding(deps.db, organizationId);
  const { titles, occupations } = deps.knowledge;
  const key = JSON.stringify([organizationId, stamp, titles.version, occupations.version]);
  return queues(deps.db, key, async () => {
    const roles = await rosterInTurns(deps, organizationId);
    await matchAhead(deps, roles);
    const gatherer = titleGatherer((role) => placeTitle(deps.knowledge, role));
    const turn = inTurns();
    for (const role of roles) {
      gatherer.add(role);
      await turn();
    }
    return gatherer.queue();
  });
}

export type TitleLine = Omit<QueuedTitle, "heads"> & {
  /** Null where the group is too small for this person to see. */
  readonly heads: number | null;
};

export type TitlesView = {
  readonly waiting: number;
  readonly all: number;
  readonly recognised: number;
  /** Those that the filter lets through. */
  readonly total: number;
  readonly titles: readonly TitleLine[];
  /** What accepting every guess from a probability on would do; null when nobody asked. */
  readonly guesses: { readonly count: number; readonly heads: number; readonly first: readonly TitleLine[] } | null;
  /** The last decisions, when they can be taken back. */
  readonly last: { readonly count: number; readonly first: string } | null;
  /** Occupations that the words searched for name. */
  readonly found: readonly { readonly onet: string; readonly title: string }[];
};

type Wanted = {
  readonly filter: string;
  readonly decided: boolean;
  readonly offset: number;
  readonly limit: number;
  /** 0..1; null when guesses are not asked for. */
  readonly above: number | null;
  readonly search: string;
};

const mostFound = 12;
const mostPreviewed = 20;

/** Titles that wait, the largest first, with their likeliest occupations and how far the deciding is. */
export async function loadTitles(
  deps: TitleDeps,
  actor: Actor,
  wanted: Wanted,
): Promise<Result<TitlesView, { readonly kind: "forbidden" }>> {
  if (!mayDo(actor.role, "workforce:edit")) return fail({ kind: "forbidden" });
  const queue = await loadTitleQueue(deps, actor);
  const last = await findLastTitleBatch(deps.db, actor.organizationId);
  const needle = wanted.filter.toLowerCase();
  const waiting = queue.titles.filter(({ state }) => waits(state));
  const shown = (wanted.decided ? queue.titles.filter(({ state }) => state === "confirmed") : waiting).filter(
    ({ title }) => needle === "" || title.toLowerCase().includes(needle),
  );
  const sees = maySeePeople(actor);
  const lineOf = ({ heads, ...title }: QueuedTitle): TitleLine => ({
    ...title,
    heads: sees || heads >= smallestGroup ? heads : null,
  });
  const sure = wanted.above === null ? null : guessesAbove(waiting, wanted.above);
  return ok({
    waiting: waiting.length,
    all: queue.titles.length,
    recognised: queue.recognised,
    total: shown.length,
    titles: shown.slice(wanted.offset, wanted.offset + wanted.limit).map(lineOf),
    guesses:
      sure === null
        ? null
        : {
            count: sure.length,
            heads: sure.reduce((sum, { heads }) => sum + heads, 0),
            first: sure.slice(0, mostPreviewed).map(lineOf),
          },
    last: last === null ? null : { count: last.changes.length, first: last.changes[0]?.title ?? "" },
    found: findOccupations(wanted.search, deps.knowledge.occupations.occupations, mostFound),
  });
}

/** Titles whose best guess is at least `above` likely. */
export function guessesAbove(titles: readonly QueuedTitle[], above: number): readonly QueuedTitle[] {
  return titles.filter(({ state, candidates }) => waits(state) && (candidates[0]?.probability ?? 0) >= above);
}

/** Occupations whose names have the words somebody types. */
export function suggestOccupations({ knowledge }: Pick<Deps, "knowledge">, text: string) {
  return findOccupations(text.slice(0, 80), knowledge.occupations.occupations, mostFound);
}
