import { createHash } from "node:crypto";
import { assessExposure } from "#app/domain/exposure/assess-exposure.ts";
import { inputDescription } from "#app/domain/exposure/input-description.ts";
import { matcherOf } from "#app/domain/exposure/match-title.ts";
import { suppressedIds } from "#app/domain/tenancy/small-groups.ts";
import type { Role } from "#app/domain/workforce/role.ts";
import { occupations } from "#app/knowledge/occupations/index.ts";
import { titles } from "#app/knowledge/occupations/titles.ts";
import type { Ask, RosterAssessed, RosterToAssess } from "#app/services/ports/compute.ts";
import { serve } from "./serve.ts";

/** Characters that are handed over at once. */
const piece = 128 * 1024;

/**
 * Assesses a roster too large to be handed over whole: its roles come in turns, and what is kept of the result goes back as text in
 * pieces, so that the owner never holds it. Null when the owner has a result of the same input already.
 */
export async function run(given: RosterToAssess, ask: Ask<"assess-roster">): Promise<RosterAssessed | null> {
  const roles: Role[] = [];
  for (let after = ""; ; ) {
    const some = (await ask({ kind: "roles", after })) as readonly Role[];
    const last = some.at(-1);
    if (last === undefined) break;
    after = last.id;
    roles.push(...some);
  }
  roles.sort((a, b) => (a.title === b.title ? (a.id < b.id ? -1 : 1) : a.title < b.title ? -1 : 1));
  const input = { ...given, roles, apart: suppressedIds(roles) };
  const inputHash = createHash("sha256")
    .update(inputDescription(input, occupations.version, titles.version))
    .digest("hex");
  if (!(await ask({ kind: "hash", inputHash }))) return null;
  const assessment = assessExposure(input, { occupations, titles: matcherOf(titles) });
  await handOver("input", JSON.stringify(input), ask);
  await handOver("result", JSON.stringify(assessment), ask);
  const { asOf, totals, knowledge } = assessment;
  return {
    asOf,
    inputHash,
    version: knowledge.version,
    score: totals?.score ?? null,
    coverage: totals?.coverage ?? 0,
  };
}

async function handOver(of: "input" | "result", text: string, ask: Ask<"assess-roster">): Promise<void> {
  for (let from = 0; from < text.length; from += piece) {
    await ask({ kind: "piece", of, text: text.slice(from, from + piece) });
  }
}

serve("assess-roster", run);
