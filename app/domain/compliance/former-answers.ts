import type { FactValue, FactValues } from "./facts.ts";

/** One question that was asked as one and is asked in parts today: what each answer to it says about the parts. */
const former: Readonly<Record<string, Readonly<Record<string, FactValues>>>> = {
  "system.eu_art6_3_task": {
    none: {
      "system.eu_art6_3_narrow_procedural": false,
      "system.eu_art6_3_improves_human_work": false,
      "system.eu_art6_3_detects_patterns": false,
      "system.eu_art6_3_preparatory": false,
    },
    narrow_procedural: { "system.eu_art6_3_narrow_procedural": true },
    improves_completed_human_work: { "system.eu_art6_3_improves_human_work": true },
    detects_patterns: { "system.eu_art6_3_detects_patterns": true },
    preparatory: { "system.eu_art6_3_preparatory": true },
  },
};

/**
 * Answers given to questions of an earlier vocabulary, as answers to those of today. What was answered in today's words stands;
 * an answer that nobody can read stays as it is. Answers the same object when there is nothing to say anew.
 */
export function inTodaysWords(given: FactValues): FactValues {
  const old = Object.keys(former).filter((fact) => given[fact] !== undefined && given[fact] !== null);
  if (old.length === 0) return given;
  const facts: Record<string, FactValue | null> = { ...given };
  for (const fact of old) {
    const parts = former[fact]?.[String(given[fact])];
    if (parts === undefined) continue;
    delete facts[fact];
    for (const [part, value] of Object.entries(parts)) facts[part] ??= value;
  }
  return facts;
}
