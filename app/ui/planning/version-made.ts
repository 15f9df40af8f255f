import type { Say } from "#app/strings/catalogue.ts";
import type { planningText } from "#app/strings/en/planning.ts";

type Version = {
  readonly number: number;
  readonly basedOn: string | null;
  readonly because: string;
  readonly summary: string | null;
};

/** What a version changed: only number 1 is the first plan, and without a plan in force there was nothing to compare with. */
export function versionMade(t: Say<typeof planningText>, { number, basedOn, because, summary }: Version): string {
  if (number === 1) return t("firstPlan");
  return basedOn === null || summary === null ? t("madeInstead", { because }) : summary;
}
