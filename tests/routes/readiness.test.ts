import { expect, test } from "vitest";
import { action as startAction } from "#app/routes/_site.quick-check._index.tsx";
import { loader as changesLoader } from "#app/routes/o.$org.changes._index.tsx";
import { loader as outcomesLoader } from "#app/routes/o.$org.outcomes._index.tsx";
import { action as readinessAction, loader as readinessLoader } from "#app/routes/o.$org.readiness._index.tsx";
import { loader as pillarLoader } from "#app/routes/o.$org.readiness.$pillar.tsx";
import { action as answersAction, loader as answersLoader } from "#app/routes/o.$org.readiness.answers.tsx";
import { loader as summaryLoader } from "#app/routes/o.$org.readiness.summary.tsx";
import type { Database } from "#db/client.server.ts";
import { organizations } from "#db/schema/tenancy.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";
import { testDeps } from "#tests/fakes/test-deps.ts";
import { aBrowser } from "./a-browser.ts";

/** A visitor inside an organization of their own. */
async function aVisitor(db: Database) {
  const browser = aBrowser(await testDeps(db));
  await browser.post(startAction, "/quick-check?index", {});
  const [row] = await db.select({ slug: organizations.slug }).from(organizations);
  const org = row?.slug ?? "";
  return { browser, params: { org }, at: (path: string) => `/o/${org}/${path}` };
}

const answered = {
  "level:leadership.owner": "3",
  "evidence:leadership.owner": "2",
  "note:leadership.owner": "Board minutes",
  "version:leadership.owner": "0",
  "level:leadership.cadence": "unknown",
  "version:leadership.cadence": "0",
};

test("a pillar's form saves, goes on to the next pillar, and at the end to the result", async () => {
  await using fresh = await freshDatabase();
  const { browser, params, at } = await aVisitor(fresh.db);
  const path = at("readiness/answers?pillar=leadership");
  const next = await browser.post(answersAction, path, { ...answered, intent: "next" }, params);
  expect(next.to).toBe(at("readiness/answers?pillar=data"));
  expect((await browser.open(answersLoader, path, params)).data).toMatchObject({
    questions: [
      { answer: { level: 3, evidence: 2, note: "Board minutes", version: 1 } },
      { answer: { level: "unknown" } },
      {},
      {},
      {},
    ],
  });

  const again = { ...answered, "version:leadership.owner": "1", "version:leadership.cadence": "1", intent: "finish" };
  expect((await browser.post(answersAction, path, again, params)).to).toBe(at("readiness"));
  expect((await browser.open(readinessLoader, at("readiness"), params)).data).toMatchObject({
    result: { answered: 2 },
    stale: false,
  });
  expect(
    (await browser.open(pillarLoader, at("readiness/leadership"), { ...params, pillar: "leadership" })).status,
  ).toBe(200);
  expect((await browser.open(summaryLoader, at("readiness/summary"), params)).status).toBe(200);
});

test("autosave answers when it saved, and 409 with what stands now when another tab was faster", async () => {
  await using fresh = await freshDatabase();
  const { browser, params, at } = await aVisitor(fresh.db);
  const path = at("readiness/answers?pillar=leadership");
  const saved = await browser.post(answersAction, path, { ...answered, intent: "autosave" }, params);
  expect(saved).toMatchObject({ status: 200, data: { saved: { at: expect.any(Number), conflicts: [] } } });
  const stale = { ...answered, "level:leadership.owner": "5", intent: "autosave" };
  expect(await browser.post(answersAction, path, stale, params)).toMatchObject({
    status: 409,
    data: { saved: { conflicts: [{ theirs: { level: 3 } }] } },
  });
});

test.each([
  ["level:leadership.owner", "7"],
  ["evidence:leadership.owner", "9"],
  ["version:leadership.owner", "-1"],
  ["note:leadership.owner", "x".repeat(501)],
])("a form with a strange %s is refused beside its field, and what was typed comes back", async (field, value) => {
  await using fresh = await freshDatabase();
  const { browser, params, at } = await aVisitor(fresh.db);
  const refused = await browser.post(answersAction, at("readiness/answers"), { ...answered, [field]: value }, params);
  expect(refused).toMatchObject({
    status: 422,
    data: { errors: { [field]: [expect.any(String)] }, values: { [field]: value } },
  });
});

test("weights are kept with the result and a weight that is no number is refused", async () => {
  await using fresh = await freshDatabase();
  const { browser, params, at } = await aVisitor(fresh.db);
  await browser.post(answersAction, at("readiness/answers"), { ...answered, intent: "next" }, params);
  const path = at("readiness?index");
  expect(await browser.post(readinessAction, path, { "weight:leadership": "heavy" }, params)).toMatchObject({
    status: 422,
  });
  expect(await browser.post(readinessAction, path, { decision: "conquer" }, params)).toMatchObject({ status: 422 });
  await browser.post(readinessAction, path, { "weight:leadership": "2,5", decision: "be-found" }, params);
  const { data } = await browser.open(readinessLoader, at("readiness"), params);
  expect(data).toMatchObject({ decision: "be-found" });
  const { pillars } = data as { pillars: readonly { id: string; weight: number }[] };
  expect(pillars.find(({ id }) => id === "leadership")?.weight).toBe(2.5);
});

test("an empty organization's pages answer with what to do next", async () => {
  await using fresh = await freshDatabase();
  const { browser, params, at } = await aVisitor(fresh.db);
  expect((await browser.open(readinessLoader, at("readiness"), params)).data).toMatchObject({
    result: null,
    answered: 0,
  });
  expect((await browser.open(summaryLoader, at("readiness/summary"), params)).data).toMatchObject({ result: null });
  expect((await browser.open(pillarLoader, at("readiness/data"), { ...params, pillar: "data" })).status).toBe(404);
  expect((await browser.open(outcomesLoader, at("outcomes"), params)).data).toMatchObject({ plan: null, waiting: [] });
  expect((await browser.open(changesLoader, at("changes"), params)).data).toEqual({ cards: [], versions: [] });
});
