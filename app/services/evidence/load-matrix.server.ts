import { coverageMatrix } from "#app/domain/compliance/evidence/coverage-matrix.ts";
import { shortTitle } from "#app/domain/compliance/short-title.ts";
import { ok } from "#app/domain/kernel/result.ts";
import type { Actor } from "../actor.ts";
import type { AssessedQuery } from "../compliance/load-assessed.server.ts";
import type { Deps } from "../deps.ts";
import { loadStandings } from "./load-standings.server.ts";

/** Laws by controls: what the evidence shows where the two meet. */
export async function loadMatrix(deps: Pick<Deps, "db" | "knowledge" | "now">, actor: Actor, query: AssessedQuery) {
  const loaded = await loadStandings(deps, actor, query);
  if (!loaded.ok) return loaded;
  const { assessed, standings } = loaded.value;
  const matrix = coverageMatrix(standings);
  const titles = new Map(assessed.pack.controls.map(({ id, title }) => [id, title]));
  const cells = matrix.rows.flatMap(({ cells: row }) => row.flatMap((cell) => cell ?? []));
  return ok({
    asOf: assessed.asOf,
    today: assessed.today,
    controls: matrix.controls.map((id) => ({ id, title: titles.get(id) ?? id })),
    rows: matrix.rows.map(({ law, cells: row }) => ({
      law,
      title: shortTitle(assessed.lawTitles.get(law) ?? law),
      cells: row,
    })),
    pairs: cells.reduce((sum, { duties }) => sum + duties, 0),
    shown: cells.reduce((sum, { shown }) => sum + shown, 0),
  });
}
