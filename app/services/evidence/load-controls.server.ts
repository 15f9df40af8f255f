import type { ControlState } from "#app/domain/compliance/evidence/control-pack.ts";
import { countsOn } from "#app/domain/compliance/evidence/evidence.ts";
import { ok } from "#app/domain/kernel/result.ts";
import { listControls } from "#db/repositories/evidence.server.ts";
import type { Actor } from "../actor.ts";
import type { AssessedQuery } from "../compliance/load-assessed.server.ts";
import type { Deps } from "../deps.ts";
import { loadStandings } from "./load-standings.server.ts";

export type ControlsQuery = AssessedQuery & {
  readonly state?: string;
  readonly owner?: string;
  /** All controls, those that no duty asks for as well. */
  readonly all?: boolean;
};

/** The owner filter's word for a control that has none. */
export const noOwner = "none";

/** Every control that duties ask for, with its state, owner and evidence; counts are of all, not of what is shown. */
export async function loadControls(deps: Pick<Deps, "db" | "knowledge" | "now">, actor: Actor, query: ControlsQuery) {
  const loaded = await loadStandings(deps, actor, query);
  if (!loaded.ok) return loaded;
  const described = new Map((await listControls(deps.db, actor.organizationId)).map((row) => [row.control, row]));

  const { assessed, standings } = loaded.value;
  const asked = standings.filter(({ serves, evidence }) => serves.length > 0 || evidence.length > 0);
  const count = (state: ControlState) => asked.filter(({ held }) => held.state === state).length;
  const rows = (query.all === true ? standings : asked).map(({ control, held, serves, evidence }) => ({
    id: control.id,
    title: control.title,
    meaning: control.meaning,
    state: held.state,
    because: held.because,
    owner: described.get(control.id)?.owner ?? null,
    duties: serves.length,
    shown: serves.filter(({ shown }) => shown.state === "present").length,
    evidence: evidence.length,
    waiting: evidence.filter(({ review }) => review === "waiting").length,
    /** The nearest last day of what is reviewed and counts. */
    ends: evidence
      .flatMap((one) =>
        one.review === "accepted" && one.expires !== null && countsOn(one, assessed.asOf) ? [one.expires] : [],
      )
      .sort()[0],
  }));
  const owners = [...new Set(rows.flatMap(({ owner }) => owner ?? []))].sort((a, b) => a.localeCompare(b, "en"));
  return ok({
    asOf: assessed.asOf,
    today: assessed.today,
    counts: {
      asked: asked.length,
      all: standings.length,
      missing: count("missing"),
      expired: count("expired"),
      judge: count("needs-judgement"),
      present: count("present"),
    },
    duties: new Set(asked.flatMap(({ serves }) => serves.map(({ duty }) => duty.id))).size,
    owners,
    rows: rows.filter(
      ({ state, owner }) =>
        (query.state === undefined || state === query.state) &&
        (query.owner === undefined || (query.owner === noOwner ? owner === null : owner === query.owner)),
    ),
  });
}
