import type { EngineGate } from "./visibility-audit.ts";

type Gate = Pick<EngineGate, "eligibility" | "closedBy">;

export type KeptOut = {
  readonly word: "closed" | "partlyOpen" | "notMeasured";
  /** Ids of the gates that keep it out. */
  readonly because: readonly string[];
  readonly engines: readonly string[];
};

/** A page's engines that are kept out or of which it is not clear, those with the same reason together; empty where all may use it. */
export function keptOut(names: readonly string[], gates: readonly (Gate | null)[]): KeptOut[] {
  const groups = new Map<string, KeptOut>();
  for (const [at, name] of names.entries()) {
    const gate = gates[at] ?? null;
    if (gate?.eligibility === 1) continue;
    const word = gate === null ? "notMeasured" : gate.eligibility === 0 ? "closed" : "partlyOpen";
    const because = gate?.closedBy ?? [];
    const key = [word, ...because].join(" ");
    groups.set(key, { word, because, engines: [...(groups.get(key)?.engines ?? []), name] });
  }
  return [...groups.values()];
}
