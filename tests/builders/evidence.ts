import type { ControlPack } from "#app/domain/compliance/evidence/control-pack.ts";
import type { Evidence } from "#app/domain/compliance/evidence/evidence.ts";
import type { ObligationFinding } from "#app/domain/compliance/findings.ts";
import { day } from "./obligations.ts";

export const today = day("2026-11-22");

/** Evidence of the AI inventory that counts on `today` and was reviewed. */
export function somePiece(over: Partial<Evidence> = {}): Evidence {
  return {
    id: "piece",
    control: "ai_inventory",
    system: null,
    validFrom: day("2026-01-01"),
    expires: null,
    review: "accepted",
    serves: [],
    ...over,
  };
}

/** A duty that binds the organization as a whole and asks for the AI inventory. */
export function aFinding(over: Partial<ObligationFinding> = {}): ObligationFinding {
  return {
    id: "duty",
    instrument: "example-act",
    applies: "yes",
    systems: [],
    perSystem: [],
    appliesFrom: day("2026-01-01"),
    dateOpen: false,
    earliestPossible: false,
    state: "in_force",
    kind: "legal_duty",
    title: "Keep a register",
    citation: "Example Act s. 1",
    because: [],
    wouldChange: [],
    evidence: ["Register"],
    controls: ["ai_inventory"],
    verification: "memory",
    ...over,
  };
}

const judged = { judgedOn: day("2026-11-01"), reviewBy: day("2027-11-01") };

/** A pack in which the AI inventory is the same as `duty` and only part of `wider`. */
export function aControlPack(): ControlPack {
  const relation = (duty: string, how: "same" | "part" | "overlaps") =>
    [duty, { duty, relation: how, reason: "As told." }] as const;
  return {
    relations: {
      ...judged,
      ofControl: new Map([
        [
          "ai_inventory",
          new Map([relation("duty", "same"), relation("wider", "part"), relation("beside", "overlaps")]),
        ],
      ]),
    },
    effort: {
      ...judged,
      classes: [
        { id: "days", title: "Days", points: 1, meaning: "Some days." },
        { id: "months", title: "Months", points: 8, meaning: "Some months." },
      ],
      ofControl: new Map([
        ["ai_inventory", { class: "days", why: "Quick." }],
        ["qms", { class: "months", why: "Slow." }],
      ]),
    },
    penalties: {
      ...judged,
      classes: [
        { id: "severe", title: "Severe", points: 8, meaning: "Much." },
        { id: "none", title: "None named", points: 1, meaning: "Nothing." },
      ],
      ofLaw: new Map([
        ["example-act", { class: "none", why: "Named nowhere." }],
        ["hard-act", { class: "severe", why: "A share of turnover." }],
      ]),
    },
    ranking: {
      ...judged,
      halvingDays: 180,
      undatedDays: 365,
      need: { missing: 1, expired: 0.8, "needs-judgement": 0.4, present: 0 },
      remindDays: 30,
    },
  };
}
