import { expect, test } from "vitest";
import { isContentWord } from "#app/domain/visibility/checks/stop-words.ts";

/** Words of grammar, and words of a subject, as pages of each language have them most. */
const languages: Readonly<Record<string, readonly [grammar: string, subject: string]>> = {
  en: ["the which would their after", "freight window bread"],
  de: ["und nicht eine wird nach", "fracht fenster brot"],
  fr: ["les dans pour avec sur", "fenêtre camion pain"],
  es: ["los para con del más", "ventana camión barco"],
  it: ["della anche questo perché quando senza", "finestra pane olive"],
  nl: ["het een wordt geen zich over", "raam brood regen"],
  sv: ["och inte när efter också ska", "fönster bröd ved"],
  pl: ["nie który jest tylko przed żeby", "okno pszczoły chleb"],
  pt: ["não quando também pelo são até", "janela café pão"],
  tr: ["için çünkü değil sonra kadar", "pencere ekmek kumaş"],
  ru: ["который чтобы после если только", "окно батарея хлеб"],
  ja: ["です ます こと から", "冷蔵 荷物 料金"],
  zh: ["我们 没有 因为 如果", "茶叶 搬家 价格"],
  ko: ["때문에 그러나 우리 입니다", "유실물 텐트 그릇"],
  ar: ["الذي على هذه بعد", "التمر النخلة الخط"],
};

test.each(Object.entries(languages))("%s: grammar is told from subject", (_, [grammar, subject]) => {
  expect(grammar.split(" ").filter(isContentWord)).toEqual([]);
  expect(subject.split(" ").filter((word) => !isContentWord(word))).toEqual([]);
});
