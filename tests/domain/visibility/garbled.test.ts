import { expect, test } from "vitest";
import { garbledShare } from "#app/domain/visibility/garbled.ts";

/** A text's UTF-8 as a reader of Latin-1 sees it. */
const asLatin = (text: string) => Buffer.from(text, "utf8").toString("latin1");

const texts = {
  de: "Für Müller und Söhne fährt täglich ein Wagen über die schöne Brücke nach Köln, außer im März und vor großen Festen.",
  pl: "Żółta łódź płynie wąską rzeką, a za nią kilkoro dzieci w błękitnych czapkach śpiewa głośno aż do późnej nocy, co roku.",
  ru: "Мебель привозим за два дня и поднимаем на этаж, а упаковку забираем с собой и не оставляем ничего лишнего.",
  el: "Φέρνουμε τα έπιπλα σε δύο μέρες και τα ανεβάζουμε στον όροφο χωρίς να αφήσουμε τίποτα πίσω μας στη σκάλα.",
  ja: "家具は二日以内にお届けし、ご希望の部屋まで運びます。梱包材は持ち帰り、組み立ては一時間ほどで終わります。お気に召さない場合は交換いたします。どうぞお気軽にお申し付けください。冬も夏も承ります。",
  ko: "가구는 이틀 안에 집으로 가져다 드리고 원하는 방에 놓아 드립니다. 조립에는 한 시간쯤 걸리며 포장은 다시 가져갑니다. 마음에 들지 않으면 바꾸어 드립니다. 여름에도 겨울에도 같습니다.",
  ar: "نوصل الأثاث خلال يومين ونحمله إلى الطابق الذي تريده ونأخذ الورق والصناديق معنا ولا نترك شيئا خلفنا على الدرج.",
} as const;

test.each(Object.entries(texts))("%s read as Latin-1 is garbled, and as it is written it is not", (_, text) => {
  expect(garbledShare(asLatin(text))).toBeGreaterThanOrEqual(1);
  expect(garbledShare(text)).toBe(0);
});

test("capitals with accents beside quotation marks are no signs", () => {
  const text = "«ESPAÑA» y “CORAÇÃO” — JÖ… „Ä“ voilà… là » «MAÑANA» ŠKODA, ŁÓDŹ, ØRE; ";
  expect(garbledShare(text.repeat(4))).toBe(0);
});
