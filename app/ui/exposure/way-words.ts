import type { OwnWay } from "#app/domain/exposure/ways-of-organization.ts";
import { redeploymentText } from "#app/strings/en/redeployment.ts";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

/** The facts of a way forward in words, the same in tables, on its page and in a list. */
export function useWayWords() {
  const t = useText(redeploymentText);
  const f = useFormat();
  function change(share: number): string {
    const written = f.share(Math.abs(share));
    if (written === f.share(0)) return t("paySame");
    return t(share < 0 ? "payLower" : "payHigher", { share: written });
  }
  return {
    change,
    sure: ({ clearlyLower, lower }: OwnWay) =>
      clearlyLower ? t("clearly") : t("notDistinguishable", { share: f.share(lower) }),
    nearness: ({ nearness }: OwnWay) => t(nearness === null ? "nearness_unknown" : `nearness_${nearness}`),
    distance: ({ skillDistance }: OwnWay) =>
      skillDistance === null ? null : t("of1", { value: f.number(skillDistance, 2) }),
    inCommon: ({ inCommon }: OwnWay) => t("inCommon", { share: f.share(inCommon) }),
    payUs: ({ payChange }: OwnWay) =>
      payChange === null ? t("payUnknown") : t("payUs", { change: change(payChange) }),
    payOwn: ({ own }: OwnWay) => (own?.payChange == null ? null : t("payOwn", { change: change(own.payChange) })),
    preparation({ preparation }: OwnWay): string {
      if (preparation === null) return t("prepUnknown");
      if (preparation === 0) return t("prepSame");
      return t(preparation > 0 ? "prepUp" : "prepDown", { count: Math.abs(preparation) });
    },
    /** The first skills to raise, each from level to level. */
    raises({ gaps }: OwnWay, most: number): string {
      if (gaps === null) return t("skillsUnknown");
      if (gaps.length === 0) return t("skillsNone");
      return gaps
        .slice(0, most)
        .map(({ skill, now, needed }) => t("raise", { skill, now: f.number(now, 1), needed: f.number(needed, 1) }))
        .join(", ");
    },
    own({ own }: OwnWay): string | null {
      if (own === null) return null;
      const roles = own.roles.map(({ title }) => `“${title}”`).join(", ");
      return own.heads === null ? t("ownHidden", { roles }) : t("ownHeads", { roles, heads: f.number(own.heads) });
    },
  };
}
