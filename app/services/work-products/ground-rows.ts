import type { WorkProduct } from "#app/domain/work-products/work-product.ts";
import { textOf } from "#app/strings/catalogue.ts";
import { workProductText } from "#app/strings/en/work-products.ts";
import { formatsFor } from "#app/strings/format.ts";

/** What a draft rests on, in words. */
export function groundRows(
  { restsOn }: WorkProduct,
  { locale, timeZone }: { readonly locale: string; readonly timeZone: string },
): readonly { readonly what: string; readonly says: string; readonly source: string }[] {
  const t = textOf(workProductText, locale);
  const f = formatsFor(locale, timeZone);
  return restsOn.map(({ kind, what, says, on, count }) => {
    const date = on === null ? "–" : f.date(on);
    switch (kind) {
      case "profile":
        return { what: t("organization"), says: says ?? "", source: t("sourceProfile") };
      case "fact":
        return {
          what: what ?? "",
          says: says ?? "",
          source: on === null ? t("sourceTyped") : t("sourceAnswer", { date }),
        };
      case "inventory":
        return what === null
          ? { what: t("systemsTogether", { count: count ?? 0 }), says: "–", source: t("sourceInventories", { date }) }
          : { what, says: "–", source: t("sourceInventory", { date }) };
      case "typed":
        return { what: t("document"), says: "–", source: t("sourceTyped") };
      case "register":
        return { what: t("registerRows"), says: "–", source: t("sourceRegister") };
      default:
        return { what: t("planRows"), says: "–", source: t("sourcePlan") };
    }
  });
}
