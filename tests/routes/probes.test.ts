import { expect, test } from "vitest";
import { action as startAction } from "#app/routes/_site.quick-check._index.tsx";
import { action as askAction } from "#app/routes/o.$org.visibility.probes._index.tsx";
import {
  action as experimentsAction,
  loader as experimentsLoader,
} from "#app/routes/o.$org.visibility.probes.experiments._index.tsx";
import { action as pasteAction, loader as pasteLoader } from "#app/routes/o.$org.visibility.probes.paste.tsx";
import {
  action as promptsAction,
  loader as promptsLoader,
} from "#app/routes/o.$org.visibility.probes.prompts._index.tsx";
import { action as reviewAction, loader as reviewLoader } from "#app/routes/o.$org.visibility.probes.review.tsx";
import type { Database } from "#db/client.server.ts";
import { organizations } from "#db/schema/tenancy.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";
import { testDeps } from "#tests/fakes/test-deps.ts";
import { aBrowser } from "./a-browser.ts";

/** A visitor inside an organization of their own, its address at the probes, and a set that is frozen where one is asked for. */
async function aVisitor(db: Database, { frozen }: { frozen: boolean }) {
  const browser = aBrowser(await testDeps(db));
  await browser.post(startAction, "/quick-check?index", {});
  const [row] = await db.select({ slug: organizations.slug }).from(organizations);
  const params = { org: row?.slug ?? "" };
  const at = (path: string) => `/o/${params.org}/visibility/probes${path}`;
  const freeze = (over: Record<string, string> = {}) =>
    browser.post(promptsAction, at("/prompts"), { ...set, ...over }, params);
  if (frozen) await freeze();
  const shown = await browser.open(pasteLoader, at("/paste"), params);
  const id = (shown.data as { set: { id: string } | null }).set?.id ?? "";
  const paste = (over: Record<string, string> = {}) =>
    browser.post(pasteAction, at("/paste"), { ...pasted, set: id, ...over }, params);
  return { browser, params, at, freeze, paste, setId: id };
}

const set = {
  intent: "freeze",
  version: "0",
  name: "Kestrel Freight",
  domains: "https://www.kestrelfreight.example/about",
  category: "Who ships?\nWho packs?\nwho ships",
  problem: "My box is held.",
};
const pasted = { prompt: "category-1", engine: "Perplexity", on: "2026-11-20", text: "Kestrel Freight ships." };

test("a set is frozen with each question once and its domain out of an address", async () => {
  await using fresh = await freshDatabase();
  const { browser, params, at, freeze } = await aVisitor(fresh.db, { frozen: false });
  expect(await freeze()).toMatchObject({ status: 200, data: { done: true, doubles: 1 } });
  expect((await browser.open(promptsLoader, at("/prompts"), params)).data).toMatchObject({
    version: 1,
    prompts: [{ text: "Who ships?" }, { text: "Who packs?" }, { text: "My box is held." }],
    setting: { brand: { domains: ["kestrelfreight.example"] } },
  });
});

test.each([
  [{ name: " " }, "name", /Give the name/],
  [{ name: "n".repeat(121) }, "name", /At most 120/],
  [{ aliases: `KF, ${"a".repeat(121)}` }, "aliases", /At most 120/],
  [{ domains: "kestrel" }, "domains", /no domain: kestrel/],
  [{ category: "", problem: "" }, "category", /at least one prompt/],
  [{ category: "c".repeat(10_000) }, "category", /At most 300 characters a prompt.*“c{80}…”/],
  [{ category: "c".repeat(20_001) }, "category", /At most 20,000/],
  [{ problem: "Is Kestrel Freight good?" }, "problem", /move them to the first group: “Is Kestrel/],
  [{ competitors: Array.from({ length: 21 }, (_, at) => `N${at}`).join("\n") }, "competitors", /At most 20 names/],
  [{ category: Array.from({ length: 101 }, (_, at) => `Who ships ${at}?`).join("\n") }, "form", /these are 102/],
])("a set with %o is refused at the field %s, and what was typed comes back", async (over, field, words) => {
  await using fresh = await freshDatabase();
  const { freeze } = await aVisitor(fresh.db, { frozen: false });
  const refused = await freeze(over);
  const errors = { [field]: [expect.stringMatching(words)] };
  expect(refused).toMatchObject({ status: 422, data: { done: false, errors, values: { ...set, ...over } } });
});

test("a set from an older tab is refused with the version that came meanwhile; one that changes nothing too", async () => {
  await using fresh = await freshDatabase();
  const { freeze } = await aVisitor(fresh.db, { frozen: true });
  const stale = await freeze({ category: "Who clears?" });
  expect(stale.data).toMatchObject({ errors: { form: [expect.stringMatching(/^Version 1 was frozen meanwhile/)] } });
  const same = await freeze({ version: "1" });
  expect(same.data).toMatchObject({ errors: { form: [expect.stringMatching(/^Nothing differs/)] } });
});

test.each([
  [{ prompt: "" }, "prompt", /Choose the prompt/],
  [{ prompt: "gone" }, "prompt", /not in the set/],
  [{ engine: " " }, "engine", /Name the engine/],
  [{ engine: "e".repeat(61) }, "engine", /At most 60/],
  [{ on: "yesterday" }, "on", /as a date/],
  [{ on: "2026-11-23" }, "on", /still to come/],
  [{ on: "2025-11-23" }, "on", /182 days/],
  [{ text: "\n" }, "text", /Paste the answer/],
  [{ text: "t".repeat(200_001) }, "text", /At most 200,000/],
])("a pasted answer with %j is refused at the field %s", async (over, field, words) => {
  await using fresh = await freshDatabase();
  const { paste } = await aVisitor(fresh.db, { frozen: true });
  const refused = await paste(over);
  expect(refused.data).toMatchObject({ kept: null, errors: { [field]: [expect.stringMatching(words)] } });
});

test("an answer sent twice is kept once, and the second is told so at the text", async () => {
  await using fresh = await freshDatabase();
  const { paste } = await aVisitor(fresh.db, { frozen: true });
  expect(await paste()).toMatchObject({ status: 200, data: { kept: { prompt: "category-1" } } });
  const again = await paste({ engine: "PERPLEXITY" });
  expect(again.data).toMatchObject({ errors: { text: [expect.stringMatching(/kept already/)] } });
});

test("a sentence is refused without an answer to both questions, judged once, and stands against who judges it meanwhile", async () => {
  await using fresh = await freshDatabase();
  const { browser, params, at, paste } = await aVisitor(fresh.db, { frozen: true });
  await paste();
  const quote = "Kestrel Freight ships.";
  const judge = (over: Record<string, string>) =>
    browser.post(reviewAction, at("/review"), { intent: "judge", quote, at: "0", ...over }, params);
  const empty = await judge({ correction: "c".repeat(501) });
  expect(empty.data).toMatchObject({
    values: { quote },
    errors: {
      sentiment: ["Choose how it speaks of you."],
      accuracy: ["Choose whether it is true."],
      correction: ["At most 500 characters."],
    },
  });
  const verdict = { sentiment: "positive", accuracy: "right" };
  for (const _ of ["once", "sent twice"])
    expect(await judge(verdict)).toMatchObject({ status: 200, data: { done: true, at: 0 } });
  const other = await judge({ ...verdict, accuracy: "wrong", correction: "It flies." });
  const said = /Positive, Right\. That stands.*You wrote: It flies\./;
  expect(other).toMatchObject({ status: 422, data: { errors: { form: [expect.stringMatching(said)] } } });
  const unsaid = await judge({ ...verdict, quote: "Kestrel Freight sinks." });
  expect(unsaid).toMatchObject({ status: 404, data: { done: false } });
  // A page of the history that is past its end shows the last.
  expect((await browser.open(reviewLoader, at("/review?page=9"), params)).data).toMatchObject({
    judgedCount: 1,
    judged: [{ text: quote }],
    table: { page: 1 },
  });
});

const stated = {
  name: "Figures",
  hypothesis: "More",
  metric: "mention",
  changedOn: "2026-12-01",
  days: "28",
  line: "0",
};

test.each([
  [{ name: "" }, [], "name", /Give it a name/],
  [{ hypothesis: "h".repeat(1_001) }, [], "hypothesis", /At most 1,000/],
  [{ changedOn: "2026-02-30" }, [], "changedOn", /as a date/],
  [{ changedOn: "2028-01-01" }, [], "changedOn", /a year ahead/],
  [{ changedOn: "2026-01-01" }, [], "changedOn", /half a year/],
  [{ days: "three" }, [], "days", /between 7 and 84/],
  [{ metric: "luck" }, [], "metric", /Choose what/],
  [{ line: "7" }, [], "line", /no answers/],
  [{ set: "older" }, [], "prompts", /frozen meanwhile/],
  [{ "prompts[]": "category-1" }, [], "prompts", /two prompts or more/],
  [{}, ["problem-1"], "heldOut", /two prompts or more, or none/],
  [{}, ["category-1", "problem-1"], "heldOut", /one group: Who ships\?/],
])("an experiment with %j and %j held out is refused at the field %s", async (over, heldOut, field, words) => {
  await using fresh = await freshDatabase();
  const { browser, params, at, paste, setId } = await aVisitor(fresh.db, { frozen: true });
  await paste();
  const { "prompts[]": one, ...fields } = { ...stated, set: setId, ...over } as Record<string, string>;
  const form: [string, string][] = [
    ...Object.entries(fields),
    ...(one === undefined ? ["category-1", "category-2"] : [one]).map((id): [string, string] => ["prompts[]", id]),
    ...heldOut.map((id): [string, string] => ["heldOut[]", id]),
  ];
  const refused = await browser.post(experimentsAction, at("/experiments"), form, params);
  expect(refused).toMatchObject({ status: 422, data: { errors: { [field]: [expect.stringMatching(words)] } } });
  expect((await browser.open(experimentsLoader, at("/experiments"), params)).data).toMatchObject({ experiments: [] });
});

test("an experiment sent twice is stated once, and after a new version there is nothing to state one by", async () => {
  await using fresh = await freshDatabase();
  const { browser, params, at, paste, freeze, setId } = await aVisitor(fresh.db, { frozen: true });
  await paste();
  const form: [string, string][] = [
    ...Object.entries({ ...stated, set: setId }),
    ["prompts[]", "category-1"],
    ["prompts[]", "category-2"],
  ];
  const [first, second] = [
    await browser.post(experimentsAction, at("/experiments"), form, params),
    await browser.post(experimentsAction, at("/experiments"), form, params),
  ];
  expect(first.to).toMatch(/experiments\/.+\?said=stated$/);
  expect(second.to).toBe(first.to);
  await freeze({ version: "1", category: "Who clears?" });
  expect((await browser.open(experimentsLoader, at("/experiments"), params)).data).toMatchObject({
    experiments: [{ name: "Figures" }],
    lines: [],
    onlyOlder: true,
  });
});

test("a budget that is no number is refused at its field with the tick that was set; without a key nothing is asked", async () => {
  await using fresh = await freshDatabase();
  const { browser, params, at, setId } = await aVisitor(fresh.db, { frozen: true });
  const settings = { intent: "settings", version: "0", scheduled: "yes", budget: "a lot" };
  const refused = await browser.post(askAction, at(""), settings, params);
  expect(refused.data).toMatchObject({ errors: { budget: [expect.stringMatching(/as a number/)] }, values: settings });
  const run = await browser.post(askAction, at(""), { intent: "run", set: setId }, params);
  expect(run.data).toMatchObject({ errors: { form: ["There is no model key."] } });
});
