import { expect, test } from "vitest";
import { detectLanguage } from "#app/domain/visibility/detect-language.ts";

test.each([
  ["ru", "Холодная снизу батарея — это чаще всего не поломка, а ил, который за десять лет осел внизу."],
  ["uk", "Холодна знизу батарея — це найчастіше не поломка, а мул, який за десять років осів унизу."],
  ["bg", "Студеният отдолу радиатор най-често не е повреда, а утайка, която за десет години се е събрала вътре."],
])("%s is told from its neighbours by its letters", (language, text) => {
  expect(detectLanguage(text, null)).toBe(language);
});

test("a text in letters of another language of the script keeps the language it declares", () => {
  expect(detectLanguage("Радијатор је најчешће хладан због талога у њему.", "sr")).toBe("sr");
  expect(detectLanguage("Қазақстанда қыс суық болады, сондықтан батареяны тексеріңіз.", "kk")).toBe("kk");
});
