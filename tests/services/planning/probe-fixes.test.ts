import { expect, test } from "vitest";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { loadProbeFixes } from "#app/services/planning/probe-fixes.server.ts";
import { recordPastedAnswer } from "#app/services/visibility/record-pasted-answer.server.ts";
import { savePromptSet } from "#app/services/visibility/save-prompt-set.server.ts";
import { aVisibilityDesk } from "#tests/builders/visibility-desk.ts";

const setting = { brand: { name: "Kestrel Freight", aliases: [], domains: [] }, others: [] };
const prompts = [
  { kind: "branded" as const, text: "What does Kestrel Freight do?" },
  ...Array.from({ length: 10 }, (_, at) => ({ kind: "category" as const, text: `Who ships ${at}?` })),
];

test("answers of one engine decide, without those to prompts that name the brand", async () => {
  await using desk = await aVisibilityDesk();
  const { deps, actor, organization } = desk;
  const set = await savePromptSet(deps, actor, { prompts, setting });
  if (!set.ok) throw new Error(set.failure.kind);
  const paste = async (engine: string, on: string, text: string) => {
    for (const promptId of ["branded-1", ...Array.from({ length: 10 }, (_, at) => `category-${at + 1}`)]) {
      const pasted = { promptSetId: set.value, promptId, engine, text, on: on as IsoDate };
      if (!(await recordPastedAnswer(deps, actor, pasted)).ok) throw new Error("not kept");
    }
  };
  const titles = async () => (await loadProbeFixes(deps, organization.id)).map(({ title }) => title);
  for (const day of ["11", "12", "13"]) await paste("One engine", `2026-11-${day}`, "Northbound is often named.");
  expect(await titles()).toEqual([expect.stringMatching(/\(30\)$/)]);
  for (const day of ["14", "15", "16"]) await paste("Another", `2026-11-${day}`, "Kestrel Freight is often named.");
  expect(await titles()).toEqual([]);
});
