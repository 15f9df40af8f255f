import fc from "fast-check";
import { expect, test } from "vitest";
import { mostRead, splitDuties } from "#app/domain/exposure/split-duties.ts";
import { longestTask, mostTasks } from "#app/domain/workforce/role.ts";

const texts = (description: string) => splitDuties(description).duties.map(({ text }) => text);
const leftOut = (description: string) => splitDuties(description).leftOut.map(({ text, reason }) => [text, reason]);

test("any mark or number makes a duty", () => {
  expect(
    texts("- Pay invoices\n• Call suppliers\n3. File letters\n(4) Order paper\n📦 Load trucks\n✔ Check stock"),
  ).toEqual(["Pay invoices", "Call suppliers", "File letters", "Order paper", "Load trucks", "Check stock"]);
});

test("paragraphs are read by sentence, semicolons and remnants of HTML as lists", () => {
  expect(texts("Answers customer calls. Prepares offers, e.g. for spare parts. Keeps the calendar.")).toEqual([
    "Answers customer calls",
    "Prepares offers, e.g. for spare parts",
    "Keeps the calendar.",
  ]);
  expect(texts("Ablage; Postbearbeitung; Telefon")).toEqual(["Ablage", "Postbearbeitung", "Telefon"]);
  expect(texts("<ul><li>Pay &amp; file</li><li class='x'>Call</li></ul>")).toEqual(["Pay & file", "Call"]);
});

test("a marked line that breaks goes on in the next", () => {
  expect(texts("• Prepare monthly reports\nfor the management\n• File letters")).toEqual([
    "Prepare monthly reports for the management",
    "File letters",
  ]);
});

test.each([
  ["40 % – Check invoices", 0.4],
  ["Check invoices (ca. 20 %)", 0.2],
  ["Check invoices: 12,5%", 0.125],
  ["Check invoices, approx. 10 hours per week", 0.25],
  ["Check invoices (4 h/Woche)", 0.1],
  ["Check invoices - 2 h pro Tag", 0.25],
  ["Check invoices (2 jours par semaine)", 0.4],
  ["Check invoices 15 %", 0.15],
])("%s states a share of time", (line, share) => {
  const [duty] = splitDuties(line).duties;
  expect(duty?.text).toBe("Check invoices");
  expect(duty?.timeShare).toBeCloseTo(share);
});

test.each(["Reduce scrap by 10 %", "Keep 98% of deliveries on time", "Umsatz um 20 % steigern", "Offer 110 % service"])(
  "a percentage in the sentence stays there: %s",
  (line) => {
    expect(splitDuties(line).duties).toEqual([{ text: line }]);
  },
);

test.each([
  ["Responsibilities", "Requirements"],
  ["Ihre Aufgaben:", "Ihr Profil"],
  ["Vos missions", "Profil recherché :"],
  ["Funciones", "Requisitos:"],
])("what stands under %s is a duty, what stands before it or under %s is not", (duties, requirements) => {
  const description = `We build boats.\n${duties}\n- Paint hulls\n${requirements}\n- Five years of experience`;
  expect(texts(description)).toEqual(["Paint hulls"]);
  expect(leftOut(description)).toEqual(
    [
      ["We build boats.", "introduction"],
      [duties.replace(/ ?:$/, ""), "heading"],
      ["Paint hulls", "duty"],
      [requirements.replace(/:$/, ""), "heading"],
      ["Five years of experience", "requirements"],
    ].filter(([, reason]) => reason !== "duty"),
  );
});

test("only headings, only signs, another script", () => {
  expect(splitDuties("Responsibilities:\nRequirements:\nBenefits:").duties).toEqual([]);
  expect(splitDuties("--- 42 ---\n***\n").duties).toEqual([]);
  expect(texts("- 仕入先の請求書を確認する\n- 電話に答える")).toHaveLength(2);
  expect(texts("• تحميل الشاحنات\n• الرد على المكالمات")).toHaveLength(2);
});

test("more duties than can be kept, and what goes on too long, are named", () => {
  const many = Array.from({ length: 500 }, (_, at) => `- Duty number ${at}`).join("\n");
  const split = splitDuties(many);
  expect(split.duties).toHaveLength(mostTasks);
  expect(split.leftOut).toHaveLength(500 - mostTasks);
  expect(split.leftOut[0]?.reason).toBe("too-many");
  expect(leftOut("- Pay invoices\n- pay invoices")).toEqual([["pay invoices", "repeated"]]);
});

test.each([
  ["300 kB", "Pay the invoices of suppliers and file them ".repeat(7_000)],
  ["one word", "a".repeat(50_000)],
  ["open brackets", "(".repeat(60_000)],
  ["open tags", "<a ".repeat(30_000)],
  ["bytes", "\u0000\u0001\ufffd\u0007".repeat(30_000)],
  ["half a share", "ca. 1 ".repeat(20_000)],
])("survives %s within the bounds", (_, text) => {
  const { duties, leftOut: rest } = splitDuties(text);
  expect(duties.length).toBeLessThanOrEqual(mostTasks);
  for (const duty of duties) expect(duty.text.length).toBeLessThanOrEqual(longestTask);
  const kept = [...duties, ...rest].reduce((sum, each) => sum + each.text.length, 0);
  if (/[a-z]{2}/.test(text)) expect(kept).toBeGreaterThan(Math.min(text.length, mostRead) * 0.6);
});

const word = fc.constantFrom(
  "pay",
  "Invoices",
  "prüfen",
  "Requirements",
  "tâches:",
  "请求",
  "التحميل",
  "🚚",
  "a;b",
  "x.",
  "Ends.",
  "(20",
  "%)",
);
const line = fc
  .tuple(fc.constantFrom("", "- ", "• ", "1. ", "  "), fc.array(word, { maxLength: 90 }))
  .map(([mark, words]) => mark + words.join(" "));

test("nothing is lost: every word is in a duty or in what was left out", () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 80 }), (lines) => {
      const { duties, leftOut: rest } = splitDuties(lines.join("\n"));
      const said = [...duties, ...rest].map(({ text }) => text).join(" ");
      for (const found of lines.join(" ").match(/\p{L}{2,}/gu) ?? []) expect(said).toContain(found);
    }),
  );
});

test("any text is read, and shares lie between 0 and 1", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 120 }), (text) => {
      for (const { text: said, timeShare = 0 } of splitDuties(text).duties) {
        expect(() => encodeURIComponent(said)).not.toThrow();
        expect(timeShare).toBeGreaterThanOrEqual(0);
        expect(timeShare).toBeLessThanOrEqual(1);
      }
    }),
  );
});
