import type { Facts, FactValue } from "#app/domain/compliance/facts.ts";
import type { Duty, Instrument, Obligation, ObligationPack, Rule } from "#app/domain/compliance/obligation-pack.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";

export const day = (text: string) => text as IsoDate;

type Group = Readonly<Record<string, FactValue | null>>;

/** Facts with short names: `factsOf({ headcount: 80 }, [{ id: "a", uses: [...] }])`. */
export function someFacts(org: Group, systems: readonly (Group & { readonly id: string })[] | null = []): Facts {
  const named = (group: Group, prefix: string) =>
    Object.fromEntries(Object.entries(group).map(([name, value]) => [`${prefix}.${name}`, value]));
  return {
    org: named(org, "org"),
    systems: systems?.map(({ id, ...facts }) => ({ id, facts: named(facts, "system") })) ?? null,
  };
}

export function aDuty(duty: Partial<Duty> = {}): Duty {
  return {
    title: "Keep a register",
    citation: "Example Act s. 1",
    who: ["deployer"],
    trigger: "Any system",
    kind: "legal_duty",
    evidence: ["Register"],
    controls: ["ai_inventory"],
    checked: { how: "memory", note: "Written for a test." },
    ...duty,
  };
}

export function anObligation(applies: Rule, obligation: Partial<Obligation> = {}): Obligation {
  const from = day("2026-01-01");
  return { id: "duty", applies, history: [{ from, value: aDuty(), cite: [{ title: "Example Act" }] }], ...obligation };
}

export function anInstrument(obligations: readonly Obligation[], instrument: Partial<Instrument> = {}): Instrument {
  return {
    id: "example-act",
    place: "EU",
    type: "statute",
    inForceFrom: day("2020-01-01"),
    applies: obligations[0]?.applies ?? { never: true },
    history: [
      {
        from: null,
        value: {
          title: "Example Act",
          citation: "Example Act",
          status: "in_force",
          legalForce: "binding",
          whoIsCovered: "Everybody",
          openPoints: [],
          checked: { how: "memory", note: "Written for a test." },
        },
        cite: [{ title: "Example Act" }],
      },
    ],
    obligations,
    reviewBy: day("2027-01-01"),
    ...instrument,
  };
}

export function anObligationPack(instruments: readonly Instrument[]): ObligationPack {
  return {
    version: "test",
    asOf: day("2026-11-22"),
    facts: [
      {
        id: "org.public_body",
        label: "public_body",
        kind: "yes-no",
        question: "Are you a public body?",
        why: "Because.",
      },
      { id: "org.headcount", label: "headcount", kind: "number", question: "How many people?", why: "Because." },
      { id: "org.workers_in", label: "workers_in", kind: "places", question: "Where do people work?", why: "Because." },
      { id: "system.is_ai", label: "is_ai", kind: "yes-no", question: "Is it AI?", why: "Because." },
      { id: "system.uses", label: "uses", kind: "list", question: "What is it used for?", why: "Because." },
      { id: "system.first_placed", label: "first_placed", kind: "date", question: "Since when?", why: "Because." },
    ],
    controls: [{ id: "ai_inventory", title: "AI inventory", meaning: "A register of systems." }],
    instruments,
    notCovered: ["Everything else."],
  };
}
