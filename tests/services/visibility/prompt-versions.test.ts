import { expect, test } from "vitest";
import { loadPrompts } from "#app/services/visibility/load-prompts.server.ts";
import { savePromptSet } from "#app/services/visibility/save-prompt-set.server.ts";
import { saveProbeSettings } from "#db/repositories/probes.server.ts";
import { aVisibilityDesk } from "#tests/builders/visibility-desk.ts";

const brand = { name: "Kestrel Freight", aliases: [], domains: [] };
const category = (text: string) => ({ kind: "category" as const, text });

test("an older version can be read with what came and went, and proposals that were taken are offered no more", async () => {
  await using desk = await aVisibilityDesk();
  const { deps, actor } = desk;
  const at = deps.now();
  const freeze = (texts: readonly string[], others: readonly string[]) =>
    savePromptSet(deps, actor, {
      prompts: texts.map(category),
      setting: { brand, others: others.map((name) => ({ name })) },
    });
  const look = async (version?: number) => {
    const view = await loadPrompts(deps, actor, version ?? null);
    if (!view.ok) throw new Error(view.failure.kind);
    return view.value;
  };
  const proposals = [category("Who packs pianos?"), category("Who ships wine?")];
  await saveProbeSettings(deps.db, actor.organizationId, 0, {
    scheduled: false,
    monthlyBudgetUsd: 20,
    stoppedBecause: null,
    proposals,
    updatedAt: at,
    updatedBy: "model",
  });
  expect((await look()).proposals).toEqual(proposals);

  await freeze(["Who ships?", "Who clears?"], ["Northbound"]);
  // A proposal that was ticked and also typed is asked once.
  await freeze(["Who ships?", "Who packs pianos?", "who packs pianos? "], ["Northbound", "Meridian"]);
  expect(await look()).toMatchObject({ version: 2, looked: null, proposals: [category("Who ships wine?")] });
  expect((await look(2)).looked).toMatchObject({
    inUse: true,
    before: 1,
    prompts: [{ text: "Who ships?" }, { text: "Who packs pianos?" }],
    change: {
      added: [{ text: "Who packs pianos?" }],
      gone: [{ text: "Who clears?" }],
      namesAdded: ["Meridian"],
      namesGone: [],
    },
  });
  expect((await look(1)).looked).toMatchObject({ inUse: false, before: null, change: null, setting: { brand } });
  expect(await loadPrompts(deps, actor, 3)).toMatchObject({ failure: { kind: "not-found" } });
});

test("what differs in nothing makes no version, a form sent twice makes one, and one from before another version is refused", async () => {
  await using desk = await aVisibilityDesk();
  const { deps, actor } = desk;
  const setting = { brand, others: [] };
  const freeze = (texts: readonly string[], basedOn: number) =>
    savePromptSet(deps, actor, { prompts: texts.map(category), setting, basedOn });
  const first = await freeze(["Who ships?"], 0);
  expect(await freeze(["Who ships?"], 0)).toEqual(first);
  expect(await freeze(["Who ships?"], 1)).toMatchObject({ failure: { kind: "unchanged" } });
  expect((await freeze(["Who ships?", "Who packs?"], 1)).ok).toBe(true);
  expect(await freeze(["Who clears?"], 1)).toMatchObject({ failure: { kind: "changed-meanwhile", version: 2 } });
  const view = await loadPrompts(deps, actor);
  expect(view.ok && view.value.versions.map(({ version }) => version)).toEqual([2, 1]);
});

test("a prompt keeps its id and its page through another kind and another wording", async () => {
  await using desk = await aVisibilityDesk();
  const { deps, actor } = desk;
  const setting = { brand, others: [] };
  await savePromptSet(deps, actor, { prompts: [category("Who ships?")], setting });
  const moved = { kind: "problem" as const, text: "who ships" };
  await savePromptSet(deps, actor, { prompts: [moved, category("Who packs?")], setting });
  const view = await loadPrompts(deps, actor, 2);
  expect(view.ok && view.value.looked).toMatchObject({
    prompts: [
      { id: "category-1", ...moved },
      { id: "category-2", text: "Who packs?" },
    ],
    change: { added: [{ id: "category-2" }], gone: [], changed: [{ before: { kind: "category" }, after: moved }] },
  });
});
