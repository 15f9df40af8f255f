import type { ObligationFinding } from "#app/domain/compliance/findings.ts";
import type { PlanFacts } from "./facts.ts";
import type { Intervention, Trigger } from "./intervention-pack.ts";
import type { Driver, Serves } from "./plan.ts";

/** Why an intervention is a candidate for the whole organization, and what it serves. Null when nothing asks for it. */
export type Reasons = {
  readonly why: readonly Driver[];
  readonly serves: Serves;
  readonly duties: readonly ObligationFinding[];
};

export const servesNothing: Serves = { obligations: [], roles: [], systems: [], fixes: [], blockers: [] };

/** Duties that bind or will: those that depend on an unanswered question, guidance and drafts are no reason to act by a date. */
export function bindingDuties(facts: PlanFacts): ObligationFinding[] {
  return (facts.compliance?.obligations ?? []).filter(
    (duty) =>
      duty.applies === "yes" &&
      (duty.state === "in_force" || duty.state === "upcoming") &&
      (duty.kind === "legal_duty" || duty.kind === "prohibition" || duty.kind === "effort_duty"),
  );
}

export function reasonsFor(intervention: Intervention, facts: PlanFacts): Reasons | null {
  const parts = intervention.when.flatMap((trigger) => reasonOf(trigger, facts) ?? []);
  if (parts.length === 0) return null;
  const duties = parts.flatMap((part) => part.duties ?? []);
  return {
    why: parts.flatMap((part) => part.why),
    duties,
    serves: {
      ...servesNothing,
      obligations: duties.map((duty) => duty.id),
      systems: [...new Set(duties.flatMap((duty) => duty.systems))],
      fixes: parts.flatMap((part) => part.fixes ?? []),
      blockers: parts.flatMap((part) => part.blockers ?? []),
    },
  };
}

type Part = {
  readonly why: readonly Driver[];
  readonly duties?: readonly ObligationFinding[];
  readonly fixes?: readonly string[];
  readonly blockers?: readonly string[];
};

function reasonOf(trigger: Trigger, facts: PlanFacts): Part | null {
  if (trigger.on === "controls") return dutiesReason(trigger.any, facts);
  if (trigger.on === "blockers") {
    const found = (facts.readiness?.blockers ?? []).filter((blocker) => trigger.any.includes(blocker.id));
    if (found.length === 0) return null;
    const why = found.map(
      (blocker): Driver => ({
        kind: "readiness",
        ref: blocker.question,
        text: `Clears a blocker: ${blocker.title}. ${blocker.because}`,
      }),
    );
    return { why, blockers: found.map((blocker) => blocker.id) };
  }
  if (trigger.on === "questions") {
    const answers = (facts.readiness?.pillars ?? []).flatMap((pillar) =>
      pillar.questions.map((question) => ({ pillar, question })),
    );
    const low = answers.filter(
      ({ question }) =>
        trigger.any.includes(question.question) &&
        (question.state === "unknown" || (question.level !== null && question.level < trigger.below)),
    );
    if (low.length === 0) return null;
    const why = low.map(({ pillar, question }): Driver => {
      const stands = question.level === null ? "not known" : `level ${Math.round(question.level * 10) / 10} of 5`;
      return { kind: "readiness", ref: question.question, text: `${pillar.title}: an answer stands at ${stands}` };
    });
    return { why };
  }
  if (trigger.on === "fixes") {
    const fixes = (facts.visibility?.fixes ?? []).filter(
      (fix) => trigger.checks.includes(fix.check) && fix.effect.high > 0,
    );
    if (fixes.length === 0) return null;
    const why = fixes.map(
      (fix): Driver => ({
        kind: "visibility",
        ref: fix.id,
        // What answers of engines gave to do stands on no page.
        text:
          fix.pages.length === 0
            ? fix.title
            : `${fix.title}: ${fix.pages.length} ${fix.pages.length === 1 ? "page" : "pages"}`,
      }),
    );
    return { why, fixes: fixes.map((fix) => fix.id) };
  }
  return null;
}

function dutiesReason(controls: readonly string[], facts: PlanFacts): Part | null {
  const duties = bindingDuties(facts).filter((duty) => duty.controls.some((control) => controls.includes(control)));
  if (duties.length === 0) return null;
  const first = [...duties].sort((a, b) => ((a.appliesFrom ?? "") < (b.appliesFrom ?? "") ? -1 : 1)).slice(0, 3);
  const why = first.map((duty): Driver => {
    const since = duty.state === "upcoming" && duty.appliesFrom !== null ? `from ${duty.appliesFrom}` : "in force";
    return { kind: "compliance", ref: duty.id, text: `${duty.title} (${duty.citation}), ${since}` };
  });
  if (duties.length > first.length) {
    const rest = duties.length - first.length;
    why.push({
      kind: "compliance",
      ref: first[0]?.id ?? "",
      text: `and ${rest} more ${rest === 1 ? "duty" : "duties"}`,
    });
  }
  return { why, duties };
}
