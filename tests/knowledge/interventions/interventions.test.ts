import { expect, test } from "vitest";
import { interventions as pack } from "#app/knowledge/interventions/index.ts";
import { obligations } from "#app/knowledge/obligations/index.ts";
import { readiness } from "#app/knowledge/readiness/index.ts";
import { visibilityChecks } from "#app/knowledge/visibility-checks/index.ts";

const ids = new Set(pack.interventions.map((own) => own.id));

test("at least forty interventions, each with its own id", () => {
  expect(pack.interventions.length).toBeGreaterThanOrEqual(40);
  expect(ids.size).toBe(pack.interventions.length);
});

test("what an intervention requires exists, and requirements do not run in a circle", () => {
  const byId = new Map(pack.interventions.map((own) => [own.id, own]));
  const visit = (id: string, path: readonly string[]): void => {
    expect(path, [...path, id].join(" > ")).not.toContain(id);
    for (const required of byId.get(id)?.requires ?? []) {
      expect(ids.has(required), required).toBe(true);
      visit(required, [...path, id]);
    }
  };
  for (const id of ids) visit(id, []);
});

test("every condition names a control, blocker, question, check or family that exists", () => {
  const controls = new Set(obligations.controls.map((control) => control.id));
  const blockers = new Set(readiness.blockers.map((blocker) => blocker.id));
  const questions = new Set(readiness.questions.map((question) => question.id));
  const { checks: audited, probes } = visibilityChecks;
  const checks = new Set<string>([...audited.map((check) => check.id), ...probes.planFixes.map(({ check }) => check)]);
  const families = new Set(pack.families.map((family) => family.id));
  const unknown = pack.interventions.flatMap((own) =>
    own.when.flatMap((trigger) => {
      if (trigger.on === "controls") return trigger.any.filter((id) => !controls.has(id));
      if (trigger.on === "blockers") return trigger.any.filter((id) => !blockers.has(id));
      if (trigger.on === "questions") return trigger.any.filter((id) => !questions.has(id));
      if (trigger.on === "fixes") return trigger.checks.filter((id) => !checks.has(id));
      if (trigger.on === "family") return (trigger.families ?? []).filter((id) => !families.has(id));
      return [];
    }),
  );
  expect(unknown).toEqual([]);
});

test("every blocker has an action that clears it, and every control an action that meets it", () => {
  const cleared = new Set(
    pack.interventions.flatMap((own) => own.when.flatMap((t) => (t.on === "blockers" ? t.any : []))),
  );
  expect(readiness.blockers.filter((blocker) => !cleared.has(blocker.id))).toEqual([]);
  const met = new Set(pack.interventions.flatMap((own) => own.when.flatMap((t) => (t.on === "controls" ? t.any : []))));
  expect(obligations.controls.map((control) => control.id).filter((id) => !met.has(id))).toEqual([]);
});

test("sources that are named exist, and none claims more than how it was checked", () => {
  const sources = new Map(pack.sources.map((source) => [source.id, source]));
  for (const own of pack.interventions)
    for (const id of own.prior.sources) expect(sources.has(id), `${own.id}: ${id}`).toBe(true);
  for (const source of pack.sources) expect(source.checked).not.toMatch(/verified/i);
  expect(sources.has(pack.work.fieldAnchor.source)).toBe(true);
});

test("hours are taken from pools that exist", () => {
  const pools = new Set(pack.pools.map((pool) => pool.id));
  const used = pack.interventions.flatMap((own) => own.modes.flatMap((mode) => Object.keys(mode.hours)));
  expect(used.filter((pool) => !pools.has(pool))).toEqual([]);
});
