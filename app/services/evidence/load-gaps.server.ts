import { findGaps } from "#app/domain/compliance/evidence/find-gaps.ts";
import { daysBetween } from "#app/domain/kernel/iso-date.ts";
import { ok } from "#app/domain/kernel/result.ts";
import type { Actor } from "../actor.ts";
import type { AssessedQuery } from "../compliance/load-assessed.server.ts";
import type { Deps } from "../deps.ts";
import { loadStandings } from "./load-standings.server.ts";

/** Controls whose evidence does not show all that duties ask, in the order in which closing the gap is worth most. */
export async function loadGaps(deps: Pick<Deps, "db" | "knowledge" | "now">, actor: Actor, query: AssessedQuery) {
  const loaded = await loadStandings(deps, actor, query);
  if (!loaded.ok) return loaded;
  const { assessed, standings } = loaded.value;
  const { asOf, lawTitles } = assessed;
  const { ranking, effort, penalties } = deps.knowledge.controls;
  const gaps = findGaps(standings, deps.knowledge.controls, asOf);
  const laws = [...new Set(gaps.flatMap(({ standing }) => standing.serves.map(({ duty }) => duty.instrument)))].sort();
  return ok({
    asOf,
    today: assessed.today,
    asked: standings.some(({ serves }) => serves.length > 0),
    gaps: gaps.map(({ standing, state, points, effort: cost, penalty, inForce, nextDate, open }) => ({
      id: standing.control.id,
      title: standing.control.title,
      state,
      points,
      effort: cost.id,
      effortTitle: cost.title,
      effortWhy: effort.ofControl.get(standing.control.id)?.why ?? null,
      penaltyTitle: penalty.title,
      inForce,
      open,
      nextDate,
      daysLeft: nextDate === null ? null : daysBetween(asOf, nextDate),
    })),
    method: {
      ranking,
      effort: { judgedOn: effort.judgedOn, reviewBy: effort.reviewBy, classes: effort.classes },
      penalties: {
        judgedOn: penalties.judgedOn,
        reviewBy: penalties.reviewBy,
        classes: penalties.classes,
        laws: laws.map((law) => ({
          law,
          title: lawTitles.get(law) ?? law,
          class: penalties.classes.find(({ id }) => id === penalties.ofLaw.get(law)?.class)?.title ?? null,
          why: penalties.ofLaw.get(law)?.why ?? null,
        })),
      },
    },
  });
}
