import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { interpret } from "#app/domain/reports/interpret.ts";
import { paperTokens } from "#app/ui/documents/paper-style.ts";
import { ReportBody } from "#app/ui/documents/report-body.tsx";
import { reportHtml } from "#app/ui/documents/report-html.tsx";
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
import { render, textIn } from "#tests/ui/render.tsx";

const report = interpret(
  reportInputs({
    organization: "Kestrel <Freight> & Co",
    readiness: aReadiness(3, [anAnswer("outcomes.a", 1)]),
    exposure: anExposure([anExposedRole()]),
    compliance: aCompliance([aDuty({ appliesFrom: "2027-02-02" as IsoDate })]),
    plan: aStoredPlan([aPlanItem()]),
  }),
);

test("paper carries its own style, names its language, and fetches and runs nothing", () => {
  const html = reportHtml({ report, drafted: null });
  expect(html).toContain('<html lang="en">');
  expect(html).toContain("<title>Readiness report – Kestrel &lt;Freight&gt; &amp; Co</title>");
  expect(html).not.toMatch(/<script|<img|<link|\ssrc=|url\((?!#)|@import|<details/);
});

test("page and paper show the same words and figures", async () => {
  const paper = textIn(
    reportHtml({ report, drafted: null })
      .replace(/<style>.*<\/style>/s, "")
      .replace(/<svg.*?<\/svg>/gs, ""),
  );
  const page = textIn(
    (await render(<ReportBody report={report} drafted={null} />))
      .replace(/<svg.*?<\/svg>/gs, "")
      .replace(/<details.*?<\/details>/gs, ""),
  );
  expect(paper).toContain(page);
  expect(page).toContain("31% 27 – 36%");
});

test("a draft by a model says so, and stands instead of the sentences from figures", () => {
  const html = textIn(reportHtml({ report, drafted: { paragraphs: ["Drafted words."], draftedBy: "a-model" } }));
  expect(html).toContain("Drafted words.");
  expect(html).toContain("Drafted by a-model");
  expect(html).not.toContain("AI is relevant to 31%");
});

test("the report says what it is not, and whose data it uses", () => {
  const text = textIn(reportHtml({ report, drafted: null }));
  expect(text).toContain("not legal advice");
  expect(text).toContain("O*NET 30.1 Database");
});

test("paper's colours are the light values of the theme", () => {
  const css = readFileSync("app/styles/tailwind.css", "utf8");
  for (const [name, value] of Object.entries(paperTokens)) expect(css).toContain(`--${name}: light-dark(${value},`);
});
