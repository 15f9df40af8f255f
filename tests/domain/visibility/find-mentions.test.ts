import { expect, test } from "vitest";
import { findMentions, type Named } from "#app/domain/visibility/find-mentions.ts";

const kestrel: Named = { name: "Kestrel Freight", domains: ["kestrelfreight.com"] };

const cases: readonly (readonly [string, Named, number])[] = [
  ["Pineapple is good. Apple's phones; APPLE. apple pie", { name: "Apple" }, 2],
  ["Kestrel Freight, kestrel freight and Kestrel-Freight, but not Kestrel Freighters", kestrel, 3],
  [
    "https://www.kestrelfreight.com/a or notkestrelfreight.com or kestrelfreight.com.evil.net, blog.kestrelfreight.com",
    kestrel,
    2,
  ],
  ["write to info@kestrelfreight.com", kestrel, 1],
  ["ISTANBUL KARGO ve İstanbul Kargo'nun, istanbul kargo", { name: "İstanbul Kargo" }, 3],
  ["Citroen and Citroën’s and Citro\u0308en", { name: "Citroën" }, 3],
  ["Škoda, SKODA", { name: "Škoda" }, 2],
  ["パナソニックは大手。ソニックも。", { name: "ソニック" }, 1],
  ["楽天市場で買う。楽天は日本の会社。", { name: "楽天" }, 2],
  ["삼성전자는 좋다. 삼성전자의 제품. 삼성전자서비스", { name: "삼성전자" }, 2],
  ["我用Kestrel很好", { name: "Kestrel" }, 1],
  ["小米手机很好，小米是公司。", { name: "小米" }, 2],
  ["I like Kestrel.It is good; kestrel.io is another", { name: "Kestrel" }, 1],
  ["Booking.com is great, see booking.com/hotels", { name: "Booking.com", domains: ["booking.com"] }, 2],
  ["Müller, Müllers, Müllerei", { name: "Müller" }, 1],
  ["SAP SE; ASAP; sapling", { name: "SAP" }, 1],
  ["AT&T and BAT&T", { name: "AT&T" }, 1],
  ["Siemens' tools and Siemens", { name: "Siemens" }, 2],
  ["Αθήνα Μεταφορές και ΑΘΗΝΑ ΜΕΤΑΦΟΡΕΣ", { name: "Αθήνα Μεταφορές" }, 2],
  ["Ford-backed; Fordham; Oxford; Ford", { name: "Ford" }, 2],
  ["Kestrel\u00a0Freight and Kestrel\u00adFreight", kestrel, 2],
  ["", kestrel, 0],
];

for (const [text, brand, count] of cases) {
  test(`${brand.name} stands ${count} times in "${text}"`, () => {
    expect(findMentions(text, brand, []).count).toBe(count);
  });
}

test("a longer name covers a shorter one", () => {
  const found = findMentions("Delta Dental is first. Delta Air flies.", { name: "Delta" }, [{ name: "Delta Dental" }]);
  expect(found).toMatchObject({ count: 1, position: 2, others: [{ name: "Delta Dental", mentioned: true, count: 1 }] });
});

test("a name that is an ordinary word is counted with low confidence, a distinct one with high", () => {
  expect(findMentions("Target has it", { name: "Target" }, []).confidence).toBe("low");
  expect(findMentions("They hit the target", { name: "Target" }, []).mentioned).toBe(false);
  expect(findMentions("Kestrel Freight has it", kestrel, []).confidence).toBe("high");
});

test("the position is the order of first mention", () => {
  const others = [{ name: "Northbound" }, { name: "Hafen Spedition" }];
  const found = findMentions("Northbound, then Kestrel Freight, then Hafen Spedition", kestrel, others);
  expect(found).toMatchObject({ position: 2, offset: 17 });
});

test("aliases count, and one place counts once", () => {
  expect(findMentions("Kestrel Freight", { ...kestrel, aliases: ["Kestrel", "Freight"] }, []).count).toBe(1);
  expect(findMentions("KF moves it", { ...kestrel, aliases: ["KF"] }, [])).toMatchObject({
    count: 1,
    confidence: "high",
  });
});
