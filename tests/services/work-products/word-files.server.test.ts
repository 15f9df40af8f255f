import mammoth from "mammoth";
import { beforeAll, expect, test } from "vitest";
import { writeWordFile } from "#app/services/work-products/write-word-file.server.ts";
import { aKestrelDesk } from "#tests/builders/kestrel.ts";

// Every pack is read here, once, and not in the time of the first test.
beforeAll(async () => {
  await using _ = await aKestrelDesk();
}, 120_000);

/** What an independent reader finds in each document: the organization, a system or a place, a duty's citation. */
const documents: readonly (readonly [product: string, system: string | null, says: readonly string[]])[] = [
  [
    "ai-register",
    null,
    ["Applicant screening", "Hirelane", "Sorting, filtering or ranking applications", "AI Act Art. 4"],
  ],
  [
    "notice-workers",
    null,
    ["Driver attention camera", "AI Act Art. 26(7)", "BetrVG s. 87(1) no. 6", "775 ILCS 5/2-102(L)(2)"],
  ],
  ["notice-candidates", null, ["Applicant screening", "AI Act Art. 26(11)", "ESA s. 8.4", "Illinois"]],
  ["oversight-procedure", "Applicant screening", ["Hirelane", "AI Act Art. 26(2)"]],
  ["instructions-check", "Applicant screening", ["Hirelane", "AI Act Art. 26(6)"]],
  ["vendor-questionnaire", "Applicant screening", ["Hirelane", "impact assessments"]],
  ["literacy-record", null, ["Office assistant", "AI Act Art. 4"]],
  ["incident-register", null, ["GDPR Art. 33-34", "72 hours"]],
  ["dpia", "Applicant screening", ["GDPR Art. 35", "Hirelane"]],
  ["fria", "Applicant screening", ["Hirelane", "Public body"]],
  ["layoff-statement", null, ["New York", "planned in"]],
];

test.each(documents)("%s opens in an independent reader and names its facts", async (product, name, says) => {
  await using desk = await aKestrelDesk();
  const subject = name === null ? "" : desk.system(name);
  const file = await writeWordFile(desk.deps, desk.actor, { product, subject });
  if (!file.ok) throw new Error(file.failure.kind);
  const buffer = Buffer.from(file.value.bytes);
  const { value: text } = await mammoth.extractRawText({ buffer });
  const { value: html } = await mammoth.convertToHtml({ buffer });
  for (const one of [
    "Kestrel Freight",
    "Draft for review by counsel. Not legal advice.",
    "28 November 2026",
    ...says,
    ...(name === null ? [] : [name]),
  ])
    expect(text).toContain(one);
  expect(html).toMatch(/<h1>/);
  expect(html).toMatch(/<thead><tr><th/);
  expect(text).not.toMatch(/\{\w|undefined|\[object/);
});
