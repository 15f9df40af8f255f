import type { Words } from "#app/domain/work-products/given.ts";
import type { DutyRef } from "#app/domain/work-products/work-product.ts";
import { textOf, textOfCode } from "#app/strings/catalogue.ts";
import { workProductText } from "#app/strings/en/work-products.ts";
import { formatsFor } from "#app/strings/format.ts";
import { placeName } from "#app/strings/place-name.ts";

const checks = {
  "secondary text quoting the law": "checked_text",
  "secondary summary": "checked_summary",
  memory: "checked_memory",
} as const;

/** The words around facts for a reader. */
export function documentWords(locale: string, timeZone: string): Words {
  const t = textOf(workProductText, locale);
  const f = formatsFor(locale, timeZone);
  function stands({ applies, state, appliesFrom, dateOpen }: DutyRef): string {
    if (applies === "unknown") return t("standsMay");
    if (state === "stayed") return t("standsStayed");
    if (state === "voluntary") return t("standsVoluntary");
    if (state === "watch") return t("standsWatch");
    if (appliesFrom === null) return t(dateOpen ? "standsOpen" : "standsAlways");
    return t(state === "in_force" ? "standsSince" : "standsFrom", { date: f.date(appliesFrom) });
  }
  const checked: Words["checked"] = ({ checked: how }) => t(checks[how]);
  return {
    date: f.date,
    moment: (iso) => `${f.moment(new Date(iso))} ${timeZone}`,
    place: (code) => placeName(code, locale),
    count: (value) => f.number(value),
    yes: t("yes"),
    no: t("no"),
    point: t("point"),
    answer: t("answer"),
    everySystem: t("everySystem"),
    stands,
    checked,
    toCheck: (duty) => t("toCheck", { citation: duty.citation, checked: checked(duty) }),
    severity: (code) => textOfCode(workProductText, locale, `severity_${code.replaceAll("-", "_")}`) ?? code,
    open: t("open"),
    closed: t("closed"),
    atOnce: t("atOnce"),
  };
}
