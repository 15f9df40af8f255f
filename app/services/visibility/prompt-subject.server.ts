import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import type { PromptSubject } from "#app/domain/visibility/draft-prompts.ts";
import { findMentions } from "#app/domain/visibility/find-mentions.ts";
import type { BrandSetting } from "#db/repositories/probes.server.ts";
import { findOrganization } from "#db/repositories/tenancy.server.ts";
import { findLatestAudit } from "#db/repositories/visibility.server.ts";
import type { Deps } from "../deps.ts";

const mostOffers = 5;

/** What prompts are drafted from: the organization, its places, and what the audited pages offer. */
export async function promptSubject(
  deps: Pick<Deps, "db">,
  organizationId: OrganizationId,
): Promise<{ readonly subject: PromptSubject; readonly setting: BrandSetting; readonly pages: number }> {
  const [organization, audit] = await Promise.all([
    findOrganization(deps.db, organizationId),
    findLatestAudit(deps.db, organizationId),
  ]);
  const brand = organization?.name ?? "";
  const pages = (audit?.result?.pages ?? []).filter((page) => page.role === "offer");
  const titles = pages.map((page) => offerName(page.title ?? "", brand)).filter((title) => title !== "");
  const website = organization?.website ?? audit?.homepage ?? null;
  const domain = website !== null && URL.canParse(website) ? new URL(website).hostname.replace(/^www\./, "") : null;
  return {
    subject: {
      brand,
      sector: organization?.sector?.replace(/[-_]/g, " ") ?? "our services",
      offers: [...new Set(titles)].slice(0, mostOffers),
      places: (organization?.places ?? []).map(placeName).slice(0, 3),
      competitors: [],
    },
    setting: { brand: { name: brand, aliases: [], domains: domain === null ? [] : [domain] }, others: [] },
    pages: pages.length,
  };
}

/** What a title names first, without the brand and what follows a dash or bar; names and abbreviations keep their capitals. */
function offerName(title: string, brand: string): string {
  const first = title
    .split(/\s[|–—:-]\s|\||:/)
    .find((part) => part.trim() !== "" && !findMentions(part, { name: brand }, []).mentioned);
  const name = (first ?? "").trim().slice(0, 60);
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** A place as people say it: the country's name of `EU-DE`, the code where no name is known. */
function placeName(code: string): string {
  const [first = "", second = ""] = code.split("-");
  const country = first === "EU" ? second : first;
  try {
    return new Intl.DisplayNames(["en"], { type: "region" }).of(country) ?? code;
  } catch {
    // Not a region code: shown as it is.
    return code;
  }
}
