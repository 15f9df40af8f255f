import { expect, test } from "vitest";
import { readRobots } from "#app/domain/visibility/read-robots.ts";
import { usagePreferences } from "#app/domain/visibility/usage-preferences.ts";
import { anAuditOf, checkOf, factsOf } from "#tests/builders/visibility.ts";

const robots = readRobots(
  "User-agent: *\nContent-Signal: search=yes, ai-input=no, ai-train=no\nContent-Usage: train-ai=n\nLicense: https://a.example/l.xml\nAllow: /\n",
);

test("every standard is reported, and only what asks not to be used in answers contradicts being found", () => {
  const facts = factsOf({
    head: '<title>t</title><meta name="robots" content="noai, noimageai"><link rel=license type="application/rsl+xml" href="/l.xml">',
    headers: {
      "Content-Usage": "search=n",
      Link: '<https://a.example/h.xml>; rel="license"; type="application/rsl+xml"',
    },
  });
  const statements = usagePreferences(robots, facts);
  expect(statements.map(({ standard, contradicts }) => [standard, contradicts])).toEqual([
    ["Content-Signal", true],
    ["AIPREF Content-Usage", false],
    ["RSL licence", false],
    ["AIPREF Content-Usage", true],
    ["RSL licence", false],
    ["RSL licence", false],
    ["noai meta", false],
  ]);
});

test("a statement weighs nothing, whatever it says", () => {
  const audit = anAuditOf({}, { robots });
  expect(checkOf(audit, "usage-statements")).toMatchObject({ outcome: "warn", weight: 0, penalty: 0, value: null });
  expect(audit.score).toEqual(anAuditOf({}, { robots: readRobots("") }).score);
});
