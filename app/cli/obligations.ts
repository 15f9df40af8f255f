import { z } from "zod";
import { assessCompliance } from "#app/domain/compliance/assess-compliance.ts";
import { findContradictions } from "#app/domain/compliance/contradictions.ts";
import type { FactDefinition, Facts } from "#app/domain/compliance/facts.ts";
import { readFacts } from "#app/domain/compliance/read-facts.ts";
import { findUnrecognised } from "#app/domain/compliance/unrecognised.ts";
import { isoDateOf, parseIsoDate } from "#app/domain/kernel/iso-date.ts";
import { textOfCode } from "#app/strings/catalogue.ts";
import { complianceText } from "#app/strings/en/compliance.ts";
import { type Command, InputRefused, readJson } from "./command.ts";

const input = z.looseObject({
  asOf: z.string().nullish(),
  org: z.unknown().optional(),
  systems: z.unknown().optional(),
});

const example = {
  asOf: "2026-11-22",
  org: {
    established_in: ["EU-DE", "US-IL", "CA-ON"],
    workers_in: ["EU-DE", "US-IL", "CA-ON"],
    recruits_in: ["EU-DE", "US-IL", "CA-ON"],
    does_business_in: ["EU-DE", "US-IL", "CA-ON"],
    headcount: 340,
    headcount_in: { "EU-DE": 180, "US-IL": 100, "CA-ON": 60 },
    public_body: false,
    works_council_de: true,
  },
  systems: [
    {
      id: "cv-screening",
      is_ai: true,
      roles: ["deployer"],
      uses: ["recruit.screening"],
      used_in: ["EU-DE", "US-IL", "CA-ON"],
      placed_on_market_in: [],
      people: ["applicants"],
      people_affected_in: ["EU-DE", "US-IL", "CA-ON"],
      influence: "material",
      human_review: "nominal",
      personal_data: true,
      profiling: true,
      vendor_supplied: true,
      first_placed: "2025-03",
      significant_design_change_planned_after_hr_date: true,
    },
  ],
};

export const command: Command = {
  name: "obligations",
  summary: "which legal duties apply, from when, why, and what to ask next",
  example,
  async run(io) {
    const read = input.safeParse(await readJson(io));
    if (!read.success) {
      const path = read.error.issues[0]?.path.join(".") ?? "";
      throw new InputRefused("not-an-organization", "expected an object with asOf, org and systems", path);
    }
    const asOf = read.data.asOf == null ? isoDateOf(new Date()) : parseIsoDate(read.data.asOf);
    if (asOf === null) throw new InputRefused("not-a-day", "expected a day, YYYY-MM-DD", "asOf");
    const { obligations } = await io.knowledge();
    const facts = readFacts(read.data, obligations.facts);
    if (!facts.ok) throw new InputRefused("fact-refused", facts.failure.message, facts.failure.path);
    const assessment = assessCompliance(facts.value, obligations, asOf);
    await io.write(`${JSON.stringify({ ...assessment, ...doubts(facts.value, obligations.facts) })}\n`);
  },
};

/** What is doubtful about the input, for whoever wrote it; nothing when nothing is. */
function doubts(facts: Facts, definitions: readonly FactDefinition[]) {
  const contradictions = findContradictions(facts).map((one) => ({
    ...one,
    message: textOfCode(complianceText, "en", `clash_${one.kind}`) ?? one.kind,
  }));
  const unrecognised = findUnrecognised(facts, definitions);
  return {
    ...(contradictions.length > 0 && { contradictions }),
    ...(unrecognised.length > 0 && { unrecognised }),
  };
}
