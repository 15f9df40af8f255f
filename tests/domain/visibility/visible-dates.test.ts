import { expect, test } from "vitest";
import { visibleDates } from "#app/domain/visibility/visible-dates.ts";

test.each([
  ["Last updated: 12 May 2024", "modified", "2024-05-12"],
  ["Published on March 3rd, 2026 by us", "published", "2026-03-03"],
  ["Stand: 03.05.2024", "modified", "2024-05-03"],
  ["Zuletzt aktualisiert am 3. März 2026", "modified", "2026-03-03"],
  ["Mis à jour le 1er août 2025", "modified", "2025-08-01"],
  ["Publicado el 9 de enero de 2026", "published", "2026-01-09"],
  ["Aggiornato il 7 luglio 2025", "modified", "2025-07-07"],
  ["最終更新日：2026年3月3日", "modified", "2026-03-03"],
  ["发布时间：2026-03-03", "published", "2026-03-03"],
  ["Güncelleme: 3 Ağustos 2026", "modified", "2026-08-03"],
])("%s", (text, kind, value) => {
  expect(visibleDates(`Before. ${text} After.`)).toContainEqual({ kind, value, from: "text" });
});

test("a day without a word for what it dates, or that no calendar has, is no date of the page", () => {
  expect(visibleDates("The fair opens on March 3, 2026. Updated: 31.02.2026. Our understanding: 3 May 2020")).toEqual(
    [],
  );
});
