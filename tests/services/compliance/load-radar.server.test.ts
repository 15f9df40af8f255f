import { expect, test } from "vitest";
import { markSeen } from "#app/services/compliance/choose-digest.server.ts";
import { loadRadar, type RadarSince } from "#app/services/compliance/load-radar.server.ts";
import type { Knowledge } from "#app/services/knowledge.ts";
import { insertChanges } from "#db/repositories/radar.server.ts";
import { aChangingPack } from "#tests/builders/changed-packs.ts";
import { aComplianceDesk } from "#tests/builders/compliance-deps.ts";

async function aDesk() {
  const desk = await aComplianceDesk();
  const knowledge = { obligations: aChangingPack("1"), interventions: { pools: [] } } as unknown as Knowledge;
  const deps = { ...desk.deps, knowledge };
  const wording = {
    title: "Keep a register",
    citation: "s. 1",
    kind: "legal_duty" as const,
    evidence: [],
    controls: [],
  };
  const state = { applies: "yes", state: "in_force", appliesFrom: null, dateOpen: false } as const;
  const after = { id: "keep", instrument: "law", ...state, systems: [], wording, decidedBy: [] };
  return {
    ...desk,
    keep: (count: number, daysAgo: number) =>
      insertChanges(
        desk.deps.db,
        desk.actor.organizationId,
        Array.from({ length: count }, (_, at) => ({
          id: `change-${daysAgo}-${at}`,
          look: 1,
          duty: "keep",
          instrument: "law",
          cause: { kind: "pack" as const, from: "1", to: "2" },
          aspects: ["began" as const],
          before: null,
          after,
          sure: true,
          foundAt: new Date(desk.clock.now.getTime() - daysAgo * 86_400_000),
        })),
      ),
    load: async (since: RadarSince | null) => {
      const view = await loadRadar(deps, desk.actor, { since });
      if (!view.ok) throw new Error("forbidden");
      return { ...view.value, shown: view.value.groups.flatMap(({ changes }) => changes).length };
    },
    seen: () => markSeen(deps, desk.actor),
  };
}

test("who asks for what came since the last visit and has marked nothing as seen is shown a month, and told so", async () => {
  await using desk = await aDesk();
  await desk.keep(1, 10);
  await desk.keep(1, 100);
  expect(await desk.load("seen")).toMatchObject({ since: "month", shown: 1 });
  expect(await desk.load("year")).toMatchObject({ since: "year", shown: 2 });
  await desk.seen();
  expect(await desk.load("seen")).toMatchObject({ since: "seen", shown: 0 });
  expect(await desk.load(null)).toMatchObject({ since: "seen", shown: 0 });
  expect(await desk.load("month")).toMatchObject({ since: "month", shown: 1 });
});

test("older changes are said to be left out only where some are", async () => {
  await using desk = await aDesk();
  await desk.keep(120, 10);
  expect(await desk.load("month")).toMatchObject({ shown: 120, cut: false });
  await desk.keep(1, 11);
  expect(await desk.load("month")).toMatchObject({ shown: 120, cut: true });
});
