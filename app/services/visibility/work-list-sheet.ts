import { textOf } from "#app/strings/catalogue.ts";
import { siteWorkText } from "#app/strings/en/site-work.ts";
import { visibilityText } from "#app/strings/en/visibility.ts";
import type { Sheet } from "../ports/tables.ts";
import type { WorkListLine } from "./load-fixes.server.ts";

/** The work list as a table to save: one line a change, finding or page. */
export function workListSheet(lines: readonly WorkListLine[]): Sheet {
  const t = textOf(visibilityText, "en");
  const own = textOf(siteWorkText, "en");
  const headers = [
    own("sheetRank"),
    t("fix"),
    t("page"),
    own("sheetWhat"),
    t("change"),
    own("sheetGain"),
    own("sheetLow"),
    own("sheetHigh"),
    t("effort"),
    t("evidence"),
    own("inPlan"),
    own("sheetUntil"),
  ];
  const tenth = (value: number) => Math.round(value * 10) / 10;
  return {
    name: own("workList"),
    headers,
    rows: lines.map(({ rank, fix, page, what, change, planned }) => [
      rank,
      fix.title,
      page,
      what,
      change,
      tenth(fix.effect.value),
      tenth(fix.effect.low),
      tenth(fix.effect.high),
      t(fix.effort),
      t(fix.evidenceGrade),
      planned?.title ?? null,
      planned?.finish ?? null,
    ]),
  };
}
