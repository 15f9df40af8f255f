import { expect, test } from "vitest";
import { markAnswer } from "#app/domain/visibility/answer-marks.ts";
import { placeIn } from "#app/domain/visibility/list-rank.ts";
import { readPastedAnswer } from "#app/domain/visibility/read-answer.ts";
import { recommends } from "#app/domain/visibility/recommends.ts";

const brand = { name: "Kestrel Freight", aliases: ["Kestrel"] };
const others = [{ name: "Northbound" }, { name: "Halberd" }];

const praised: Readonly<Record<string, readonly string[]>> = {
  en: [
    "We recommend Kestrel Freight over Northbound.",
    "For most shippers, Kestrel is the best choice.",
    "I'd go with Kestrel.",
    "Best overall: Kestrel Freight",
    "Northbound is cheap, but we recommend Kestrel.",
    "Kestrel and Halberd are both good options.",
    "Unlike Northbound, Kestrel is a safe choice.",
    "We recommend Kestrel, not Northbound.",
    "Kestrel is a better choice than Northbound or Halberd.",
  ],
  de: [
    "Wir empfehlen Kestrel Freight statt Northbound.",
    "Kestrel würde ich empfehlen.",
    "Kestrel ist die beste Wahl.",
    "Northbound ist billig, aber zu empfehlen ist Kestrel.",
    "Ich kann Kestrel empfehlen.",
  ],
  fr: [
    "Nous recommandons Kestrel plutôt que Northbound.",
    "Kestrel est le meilleur choix.",
    "Je vous recommande Kestrel.",
  ],
  es: ["Recomendamos Kestrel en lugar de Northbound.", "Kestrel es la mejor opción."],
  it: ["Consigliamo Kestrel rispetto a Northbound.", "Kestrel è la scelta migliore."],
  nl: ["Wij raden Kestrel aan boven Northbound.", "Kestrel is de beste keuze."],
  pt: ["Recomendamos a Kestrel em vez da Northbound.", "A Kestrel é a melhor opção."],
  pl: ["Polecamy Kestrel zamiast Northbound.", "Kestrel to najlepszy wybór."],
  sv: ["Vi rekommenderar Kestrel framför Northbound.", "Kestrel är det bästa valet."],
  tr: ["Northbound yerine Kestrel öneririz.", "Kestrel en iyi seçenektir."],
  ru: ["Мы рекомендуем Kestrel вместо Northbound.", "Kestrel — лучший выбор."],
  ja: ["NorthboundよりKestrelをお勧めします。", "Northboundではなく、Kestrelがおすすめです。", "Kestrelが最適です。"],
  zh: ["我们推荐Kestrel，而不是Northbound。", "首选是Kestrel。", "Kestrel是不错的选择。", "我們推薦Kestrel。"],
  ko: ["Northbound보다 Kestrel을 추천합니다.", "Kestrel은 최고의 선택입니다."],
  ar: ["نوصي بـKestrel بدلا من Northbound.", "Kestrel هي أفضل خيار."],
};

const notPraised: Readonly<Record<string, readonly string[]>> = {
  en: [
    "We recommend Northbound over Kestrel.",
    "We recommend Northbound over Halberd and Kestrel.",
    "We recommend Northbound rather than Kestrel Freight.",
    "Northbound is a better choice than Kestrel.",
    "Northbound is the best choice, Kestrel the second.",
    "The best choice is Northbound, then Kestrel.",
    "Kestrel is fine, but we recommend Northbound.",
    "We recommend Northbound and Kestrel is another name.",
    "We don’t recommend Kestrel.",
    "I would not recommend Kestrel.",
    "It is hard to recommend Kestrel.",
    "Is Kestrel the best choice?",
    "Kestrel recommends booking early.",
    "Kestrel suggests that you pack well.",
    "According to Gartner, Kestrel is the best choice.",
    "Users recommend Kestrel.",
    'Kestrel calls itself "the best choice".',
    "We recommend that you ask Kestrel for a price.",
    "We recommend asking Kestrel.",
    "The best alternative to Kestrel is Halberd.",
    "The best choice for Kestrel customers is to book early.",
    "It is recommended to pack well before Kestrel comes.",
    "Kestrel carries freight.",
  ],
  de: [
    "Wir empfehlen Northbound statt Kestrel.",
    "Kestrel ist nicht zu empfehlen.",
    "Kestrel ist keine gute Wahl.",
    "Kestrel empfiehlt, früh zu buchen.",
    "Northbound ist eine bessere Wahl als Kestrel.",
    "Laut Stiftung ist Kestrel die beste Wahl.",
    "Von Kestrel raten wir ab, beste Wahl ist Halberd.",
  ],
  fr: [
    "Nous ne recommandons pas Kestrel.",
    "Kestrel n’est pas le meilleur choix.",
    "Nous recommandons Northbound plutôt que Kestrel.",
    "Selon un test, Kestrel est le meilleur choix.",
  ],
  es: [
    "No recomendamos Kestrel.",
    "Recomendamos Northbound en lugar de Kestrel.",
    "Kestrel recomienda reservar pronto.",
  ],
  it: ["Non consigliamo Kestrel.", "Consigliamo Northbound invece di Kestrel."],
  nl: ["Wij raden Kestrel niet aan.", "Northbound is een betere keuze dan Kestrel, de beste keuze."],
  pt: ["Não recomendamos a Kestrel.", "Recomendamos a Northbound em vez da Kestrel."],
  pl: ["Nie polecamy Kestrel.", "Polecamy Northbound zamiast Kestrel.", "Kestrel poleca wczesną rezerwację."],
  sv: ["Vi rekommenderar inte Kestrel.", "Vi rekommenderar Northbound framför Kestrel."],
  tr: [
    "Kestrel’i önermiyoruz.",
    "Kestrel en iyi seçenek değil.",
    "Kestrel yerine Northbound öneririz.",
    "Kestrel’den daha iyi bir seçenek Northbound.",
  ],
  ru: ["Мы не рекомендуем Kestrel.", "Мы рекомендуем Northbound вместо Kestrel.", "Kestrel — не лучший выбор."],
  ja: [
    "Kestrelはお勧めできません。",
    "Kestrelはおすすめではない。",
    "KestrelよりNorthboundをお勧めします。",
    "Kestrelは早めの予約をお勧めしています。",
    "Kestrelがおすすめですか？",
  ],
  zh: [
    "我们不推荐Kestrel。",
    "Kestrel不是最佳选择。",
    "我们没有推荐Kestrel。",
    "比起Kestrel，我们推荐Northbound。",
    "Kestrel推荐提前预订。",
    "用户推荐Kestrel。",
  ],
  ko: ["Kestrel은 추천하지 않습니다.", "Kestrel보다 Northbound를 추천합니다.", "Kestrel은 최고의 선택이 아닙니다."],
  ar: ["لا ننصح بـKestrel.", "نوصي بـNorthbound بدلا من Kestrel.", "ليست Kestrel أفضل خيار."],
};

const rows = (all: typeof praised) =>
  Object.entries(all).flatMap(([language, list]) => list.map((each) => [language, each] as const));

test.each(rows(praised))("%s: %s recommends the brand", (language, sentence) => {
  expect(recommends(sentence, brand, others, language)).toBe(true);
  expect(recommends(sentence, brand, others, null)).toBe(true);
});

test.each(rows(notPraised))("%s: %s does not recommend the brand", (language, sentence) => {
  expect(recommends(sentence, brand, others, language)).toBe(false);
  expect(recommends(sentence, brand, others, null)).toBe(false);
});

test.each([
  ["１．Northbound\n２．Kestrel Freight：便利", 2],
  ["1、Northbound\n2、Halberd\n3、Kestrel", 3],
  ["① Northbound\n② Kestrel", 2],
  ["١. Northbound\n٢. Kestrel", 2],
  ["۱) Northbound\n۲) Kestrel", 2],
  ["**1. Northbound**\nCheap and fast.\n\n**2. Halberd**\nOld.\n\n**3. Kestrel Freight**\nNear.", 3],
  ["### 1. Northbound\nText.\n- cheap\n- fast\n### 2. Kestrel\nText.", 2],
  ["1. Northbound\n   - cheap\n   - near Kestrel\n2. Kestrel", 2],
  ["Steps:\n1. Measure.\n2. Ask.\n\nCarriers:\n- Northbound\n- Kestrel", 2],
  ["1. Kestrel alone is no list.", null],
  ["1.5 tons by Kestrel\n2.5 tons by Northbound", null],
])("%j has the brand at place %s", (text, place) => {
  expect(placeIn(text, brand)?.place ?? null).toBe(place);
});

test.each([
  ["1. Kestrel Freight – near\n2. Northbound", true],
  ["1. **The Kestrel**: near\n2. Northbound", true],
  ["Whom to avoid:\n1. Kestrel Freight\n2. Northbound", false],
  ["Von diesen raten wir ab, wir empfehlen sie nicht:\n1. Kestrel Freight\n2. Northbound", false],
  ["1. Kestrel Freight: not recommended\n2. Northbound", false],
  ["1. Compare the price of Kestrel with others\n2. Book", false],
])("%j recommends by its first place: %s", (text, recommended) => {
  expect(markAnswer(readPastedAnswer(text), brand, others).recommended).toBe(recommended);
});

test.each([
  ["Kestrel costs more.", "It's a safe choice.", true],
  ["Kestrel costs more.", "We recommend them without hesitation.", true],
  ["Kestrel is cheaper than Northbound.", "It is the best choice.", true],
  ["Northbound is cheaper than Kestrel.", "It is the best choice.", false],
  ["Kestrel and Northbound cost more.", "It's a safe choice.", false],
  ["Kestrel sells an app.", "It's the best option for tracking.", false],
  ["According to Gartner, Kestrel leads.", "It is the best choice.", false],
  ["Kestrel costs more.", "It is a good option to book early.", false],
  ["Kestrel costs more.", "It's not the best choice.", false],
  ["Kestrel costs more.", "Is it the best choice?", false],
  ["Kestrel costs more.", "Critics call it the best choice.", false],
  ["Kestrel kostet mehr.", "Wir empfehlen sie gern.", true],
  ["Kestrel coûte plus.", "Nous le recommandons.", true],
  ["Kestrel cuesta más.", "La recomendamos.", true],
  ["Kestrelは高い。", "一番のおすすめです。", true],
  ["Kestrelは高い。", "早めの予約がおすすめです。", false],
  ["Kestrel更贵。", "我们推荐它。", true],
])("%s %s: the brand is recommended by a pronoun: %s", (before, sentence, recommended) => {
  expect(recommends(sentence, brand, others, null, before)).toBe(recommended);
});

test("a pronoun after a turn of the same sentence is read too, and none without a sentence before it", () => {
  expect(recommends("Kestrel costs more, but it's the best choice.", brand, others, "en")).toBe(true);
  expect(recommends("Northbound costs more, but it's the best choice.", brand, others, "en")).toBe(false);
  expect(recommends("It's the best choice.", brand, others, "en")).toBe(false);
});

const tabled = (...lines: readonly string[]) => {
  const [head = "", ...rows] = lines;
  const rule = head.replace(/[^|]+/g, "---");
  return markAnswer(readPastedAnswer([head, rule, ...rows].join("\n")), brand, others).recommended;
};

test("a table recommends by a cell of the brand's row or column, or by a yes where its head asks", () => {
  expect(tabled("| Carrier | Verdict |", "| Northbound | slow |", "| **Kestrel** | **Best overall** |")).toBe(true);
  expect(tabled("| Carrier | Recommended |", "| Kestrel | yes |", "| Northbound | no |")).toBe(true);
  expect(tabled("|  | Kestrel | Northbound |", "| Recommended | ✓ | – |")).toBe(true);
  expect(tabled("Carrier | Verdict", "Kestrel | our top pick, ahead of Northbound")).toBe(true);
});

test("a table does not recommend by another's row, a plain yes, a drawback, or what customers say", () => {
  expect(tabled("| Carrier | Verdict |", "| Northbound | best choice |", "| Kestrel | slow |")).toBe(false);
  expect(tabled("| Carrier | Insured |", "| Kestrel | yes |")).toBe(false);
  expect(tabled("| Carrier | Not recommended for |", "| Kestrel | yes |")).toBe(false);
  expect(tabled("| Carrier | Customers say |", "| Kestrel | best choice |")).toBe(false);
  expect(tabled("| Carrier | Alternatives |", "| Kestrel | Northbound is the best choice |")).toBe(false);
  expect(tabled("| Carrier | Verdict |", "| Kestrel | Northbound is the better choice |")).toBe(false);
  expect(tabled("| Carrier | Verdict |", "| Kestrel | not recommended |")).toBe(false);
  expect(tabled("| Carriers | Verdict |", "| Kestrel, Northbound | best choice |")).toBe(false);
});
