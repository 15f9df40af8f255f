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
  ["Son güncelleme: 3 KASIM 2026", "modified", "2026-11-03"],
  ["Publicado em 9 de março de 2026", "published", "2026-03-09"],
  ["Última atualização: 1º de fevereiro de 2026", "modified", "2026-02-01"],
  ["Opublikowano 3 maja 2026", "published", "2026-05-03"],
  ["Ostatnia aktualizacja: 12 września 2026 r.", "modified", "2026-09-12"],
  ["Senast uppdaterad den 3 maj 2026", "modified", "2026-05-03"],
  ["Bijgewerkt op 3 maart 2026", "modified", "2026-03-03"],
  ["게시일: 2026년 3월 3일", "published", "2026-03-03"],
  ["최종 수정일 2026. 3. 3.", "modified", "2026-03-03"],
  ["發佈日期：民國115年3月3日", "published", "2026-03-03"],
  ["更新日：令和8年3月3日", "modified", "2026-03-03"],
  ["公開日：２０２６年３月３日", "published", "2026-03-03"],
  ["نُشر في ٣ مارس ٢٠٢٦", "published", "2026-03-03"],
  ["آخر تحديث: 3 كانون الثاني 2026", "modified", "2026-01-03"],
  ["Обновлено 3 мая 2026", "modified", "2026-05-03"],
])("%s", (text, kind, value) => {
  expect(visibleDates(`Before. ${text} After.`)).toContainEqual({ kind, value, from: "text" });
});

test("a day without a word for what it dates, or that no calendar has, is no date of the page", () => {
  expect(visibleDates("آخر تحديث: 3 رمضان 1447")).toEqual([]);
  expect(visibleDates("The fair opens on March 3, 2026. Updated: 31.02.2026. Our understanding: 3 May 2020")).toEqual(
    [],
  );
});
