import { expect, test } from "vitest";
import type { RoleId } from "#app/domain/kernel/ids.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { interpret } from "#app/domain/reports/interpret.ts";
import { reportText } from "#app/strings/en/reports.ts";
import { formatsFor } from "#app/strings/format.ts";
import { say } from "#app/strings/say.ts";
import { anAnswer } from "#tests/builders/readiness.ts";
import {
  aCompliance,
  aDuty,
  anExposedRole,
  anExposure,
  aPlanItem,
  aReadiness,
  aStoredPlan,
  reportInputs,
} from "#tests/builders/report-inputs.ts";

const f = formatsFor("en-GB", "UTC");
const answer = (inputs: Parameters<typeof interpret>[0]) => say(reportText, f, interpret(inputs).headline);

test("an organization of which nothing is known gets no figure and no guess", () => {
  const report = interpret(reportInputs());
  expect(report.headline.code).toBe("nothingYet");
  expect([report.readiness, report.exposure, report.duties, report.visibility, report.plan, report.changed]).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
  expect([report.summary, report.sources]).toEqual([[], []]);
});

test("a blocker makes the answer no, whatever the score", () => {
  const readiness = aReadiness(5, [anAnswer("outcomes.a", 1)]);
  expect(answer(reportInputs({ readiness }))).toBe("Not yet ready to start a pilot: no baseline");
});

test("ready needs no blocker and every target", () => {
  expect(answer(reportInputs({ readiness: aReadiness(5) }))).toBe(
    "Ready to start a pilot: no blocker, and every target is reached",
  );
  expect(
    answer(reportInputs({ readiness: aReadiness(5, [anAnswer("leadership.a", 1), anAnswer("leadership.b", 1)]) })),
  ).toContain("“leadership” is below its target");
});

test("change is told with its points and the day of the earlier assessment", () => {
  const earlier = { ...aReadiness(2), asOf: "2026-08-22" as IsoDate };
  const { readiness } = interpret(reportInputs({ readiness: aReadiness(4), earlierReadiness: earlier }));
  expect(readiness?.change).toMatchObject({ since: "2026-08-22", days: 92 });
  expect(readiness?.change?.points).toBeGreaterThan(0);
});

test("duties are counted once, and only certain ones; those of an AI system and the next dates come first", () => {
  const compliance = aCompliance([
    aDuty(),
    aDuty({ id: "ai-act.50", title: "Tell people", appliesFrom: "2027-02-02" as IsoDate }),
    aDuty({
      id: "hb.1",
      instrument: "hb",
      state: "in_force",
      appliesFrom: "2026-01-01" as IsoDate,
      systems: ["s1"],
      title: "Tell applicants",
    }),
    aDuty({ id: "gdpr", instrument: "gdpr", state: "in_force", appliesFrom: null, title: "Keep records" }),
    aDuty({ id: "maybe", applies: "unknown" }),
    aDuty({ id: "code", kind: "voluntary", state: "voluntary", appliesFrom: null }),
  ]);
  const { duties } = interpret(reportInputs({ compliance }));
  expect(duties).toMatchObject({
    inForce: 2,
    upcoming: 2,
    withinYear: 1,
    firstDate: "2027-02-02",
    undecided: 1,
    openQuestions: 1,
  });
  expect(duties?.next.map(({ title }) => title)).toEqual([
    "Tell applicants",
    "Tell people",
    "Give oversight to trained people",
  ]);
  expect(duties?.next[0]).toMatchObject({
    systems: ["CV screening"],
    places: ["EU-DE"],
    instrument: "Illinois HB 3773",
  });
});

test("roles of fewer than five heads are left out, and counted, unless the reader may see persons", () => {
  const exposure = anExposure([
    anExposedRole(),
    anExposedRole({ id: "r2" as RoleId, title: "Managing director", headcount: 1 }),
  ]);
  const hidden = interpret(reportInputs({ exposure })).exposure;
  expect([hidden?.roles.map(({ title }) => title), hidden?.hidden]).toEqual([["Dispatcher"], 1]);
  expect(interpret(reportInputs({ exposure, seesPeople: true })).exposure?.roles).toHaveLength(2);
});

test("roles that cannot be assessed are neither shown nor counted as hidden", () => {
  const exposure = anExposure([anExposedRole({ assessable: false })]);
  expect(interpret(reportInputs({ exposure })).exposure).toMatchObject({ roles: [], hidden: 0 });
});

test("first what clears a blocker, then what the law asks, then worth", () => {
  const serves = { obligations: [], roles: [], systems: [], fixes: [], blockers: ["no-owner"] };
  const { plan } = interpret(
    reportInputs({
      plan: aStoredPlan([
        aPlanItem({ id: "rich", monthly: { value: 9_000, low: 1, high: 9_999 } }),
        aPlanItem({ id: "law", mandatory: true }),
        aPlanItem({ id: "owner", serves, monthly: { value: 0, low: 0, high: 0 } }),
        aPlanItem({ id: "poor" }),
      ]),
    }),
  );
  expect(plan?.actions.map(({ id }) => id)).toEqual(["owner", "law", "rich", "poor"]);
  expect(plan?.actions[0]?.hours).toBe(128);
});

test("what was to be done before the report's day comes after all that is still to do", () => {
  const serves = { obligations: [], roles: [], systems: [], fixes: [], blockers: ["no-owner"] };
  const past = { start: "2020-01-06" as IsoDate, finish: "2020-02-03" as IsoDate };
  const plan = aStoredPlan([aPlanItem({ id: "done", serves, ...past }), aPlanItem({ id: "next" })]);
  expect(interpret(reportInputs({ plan })).plan?.actions.map(({ id }) => id)).toEqual(["next", "done"]);
});

test("every part names the version and the day it comes from", () => {
  const { sources } = interpret(
    reportInputs({ readiness: aReadiness(3), exposure: anExposure([]), plan: aStoredPlan([]) }),
  );
  expect(sources.map(({ part, version }) => `${part} ${version}`)).toEqual([
    "readiness test",
    "exposure 30.1-1",
    "plan 2026.11",
  ]);
});

test("every sentence that can be said has its words, and no place is left empty", () => {
  const full = reportInputs({
    readiness: aReadiness(3, [anAnswer("outcomes.a", 1)]),
    exposure: { ...anExposure([anExposedRole()]), unconfirmed: ["r1" as RoleId] },
    compliance: aCompliance([
      aDuty({ appliesFrom: "2027-02-02" as IsoDate }),
      aDuty({ id: "maybe", applies: "unknown" }),
    ]),
    plan: aStoredPlan([aPlanItem()]),
  });
  const variants = [
    full,
    { ...full, readiness: aReadiness(5) },
    { ...full, readiness: aReadiness(1) },
    { ...full, readiness: null },
    { ...full, readiness: null, exposure: null },
    { ...full, plan: aStoredPlan([], { status: "approved" }), compliance: aCompliance([aDuty()]) },
    { ...full, compliance: aCompliance([]) },
  ];
  for (const inputs of variants) {
    const { headline, reasons, summary } = interpret(inputs);
    for (const line of [headline, ...reasons, ...summary]) {
      const said = say(reportText, f, line);
      expect(said).not.toBe(line.code);
      expect(said).not.toMatch(/[{}]|undefined|NaN|object/);
    }
  }
});
