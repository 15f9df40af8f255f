import type { DutyFigures } from "./duty-lines.ts";
import type { ReadinessReport } from "./readiness-report.ts";
import { type Reason, reason } from "./reason.ts";

type Known = Omit<ReadinessReport, "headline" | "reasons" | "summary">;

/** The answer to "are we ready?" in one sentence. What nobody assessed is not guessed. */
export function headline({ readiness, blockers, exposure, duties }: Known): Reason {
  if (readiness === null || readiness.score === null) {
    if (exposure !== null) return reason("exposureOnly", { share: { share: exposure.score.value } });
    if (duties !== null) return reason("dutiesOnly", { count: duties.inForce });
    return reason("nothingYet");
  }
  const { verdict, decision, gaps } = readiness;
  const [first, second, ...rest] = blockers.map(({ title }) => title);
  if (verdict === "not-known") return reason("notKnown", { decision });
  if (first !== undefined) {
    const named = second === undefined ? first : `${first}, ${second}`;
    if (rest.length === 0) return reason("notYetBlocked", { decision, blockers: named });
    return reason("notYetBlockedMore", { decision, blockers: named, count: rest.length });
  }
  if (verdict === "ready") return reason("ready", { decision });
  return reason("notYetGaps", { decision, pillar: gaps[0] ?? "", count: gaps.length });
}

/** Two or three lines under the answer: what stands in the way, what falls due, what the plan does about it. */
export function reasonsFor(known: Known): readonly Reason[] {
  const { readiness, blockers, duties, plan } = known;
  const lines: Reason[] = [];
  if (blockers.length > 0 && readiness !== null) lines.push(reason("blockersFirst", { count: blockers.length }));
  else if (readiness !== null && readiness.gaps.length > 0) {
    lines.push(reason("gapsLeft", { count: readiness.gaps.length, pillars: readiness.gaps.slice(0, 3).join(", ") }));
  }
  if (duties !== null) lines.push(dueLine(duties));
  if (plan !== null) {
    const { number, items, finish } = plan;
    const code = plan.status === "proposed" ? "planProposed" : "planApproved";
    lines.push(
      finish === null
        ? reason("planEmpty", { number })
        : reason(code, { number, count: items, finish: { date: finish } }),
    );
  }
  return lines;
}

function dueLine({ withinYear, firstDate, inForce }: DutyFigures): Reason {
  if (withinYear > 0 && firstDate !== null)
    return reason("dutiesDue", { count: withinYear, first: { date: firstDate } });
  if (firstDate !== null) return reason("dutiesLater", { count: inForce, first: { date: firstDate } });
  return reason("dutiesInForce", { count: inForce });
}
