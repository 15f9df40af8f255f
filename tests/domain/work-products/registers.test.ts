import { expect, test } from "vitest";
import type { ObligationFinding } from "#app/domain/compliance/findings.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { deadlinesOfIncident } from "#app/domain/work-products/incidents.ts";
import { stateOfRecord, visibleRecords } from "#app/domain/work-products/literacy.ts";
import { workProducts } from "#app/knowledge/work-products/index.ts";

type Duty = Pick<ObligationFinding, "id" | "applies" | "state" | "systems" | "perSystem">;
const duty = (id: string, over: Partial<Duty> = {}): Duty => ({
  id,
  applies: "yes",
  state: "in_force",
  systems: [],
  perSystem: [],
  ...over,
});
const incident = { noticedAt: "2026-11-20T09:00:00.000Z", systemId: null, consequences: ["personal-data", "death"] };
const due = (duties: Duty[], over: Partial<typeof incident> = {}) =>
  deadlinesOfIncident({ ...incident, ...over }, duties, workProducts.clocks).map(({ clock, dueAt, standing }) => [
    clock,
    dueAt,
    standing,
  ]);

test("72 hours and ten days run from the moment somebody noticed, what is due at once leads", () => {
  expect(due([duty("eu-gdpr.breach"), duty("eu-ai-act.art73", { state: "upcoming" })])).toEqual([
    ["gdpr-people", null, "in_force"],
    ["gdpr-authority", "2026-11-23T09:00:00.000Z", "in_force"],
    ["ai-act-death", "2026-11-30T09:00:00.000Z", "upcoming"],
  ]);
});

test("no time runs for a duty that does not apply, is stayed or was not chosen, nor for what did not come about", () => {
  expect(due([])).toEqual([]);
  expect(due([duty("eu-gdpr.breach", { state: "stayed" })])).toEqual([]);
  expect(due([duty("eu-gdpr.breach", { state: "voluntary", applies: "unknown" })])).toEqual([]);
  expect(due([duty("eu-gdpr.breach")], { consequences: ["security"] })).toEqual([]);
});

test("a duty of another system runs no time, one that hangs on an answer is shown as open", () => {
  const of = (system: string, applies: "yes" | "unknown") =>
    duty("eu-ai-act.art26-5", {
      systems: [system],
      perSystem: [{ system, applies, appliesFrom: null, state: "in_force", earliestPossible: false }],
    });
  const about = { systemId: "s1" as unknown as null, consequences: ["death"] };
  expect(due([of("s2", "yes")], about)).toEqual([]);
  expect(due([of("s1", "unknown")], about)).toEqual([["ai-act-deployer", null, "open"]]);
});

const record = (over: object) => ({
  who: "Dispatchers",
  person: false,
  people: 12,
  topic: "AI literacy",
  heldOn: "2026-09-01" as IsoDate,
  expiresOn: null,
  evidence: null,
  ...over,
});

test("persons and roles of fewer than five people are seen by who may see people, and counted only in fives", () => {
  const rows = [record({}), record({ people: 4 }), record({ person: true, people: 1 })];
  expect(visibleRecords(rows, true)).toEqual({ shown: rows, withheld: 0 });
  expect(visibleRecords(rows, false)).toEqual({ shown: [rows[0]], withheld: null });
  const many = Array.from({ length: 5 }, () => record({ person: true, people: 1 }));
  expect(visibleRecords([...rows, ...many], false).withheld).toBe(7);
});

test("a record is expired the day after its end and expiring in the sixty days before", () => {
  const on = (expiresOn: string | null) =>
    stateOfRecord({ expiresOn: expiresOn as IsoDate | null }, "2026-11-28" as IsoDate);
  expect([on(null), on("2027-01-28"), on("2027-01-27"), on("2026-11-28"), on("2026-11-27")]).toEqual([
    "current",
    "current",
    "expiring",
    "expiring",
    "expired",
  ]);
});
