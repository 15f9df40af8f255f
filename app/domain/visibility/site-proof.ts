/** Pages that a crawl may read of a site that nobody has shown to be theirs, and of one that somebody has. */
export const pagesWithoutProof = 25;
export const pagesWithProof = 500;
/** Sites that one is compared with, and pages that are read of each. */
export const mostCompetitors = 5;
export const pagesOfCompetitor = 12;
/** Pages that count as one audit of the plan's allowance. */
const pagesPerAudit = 100;
/** Days after which a proof must be looked at again. */
const proofDays = 180;

export const proofFile = "/.well-known/groundwork-site.txt";
export const proofMeta = "groundwork-site";

export type ProofWay = "dns" | "file" | "meta";

/** What somebody writes to show that a site is theirs. */
export function proofLines(host: string, token: string): Readonly<Record<ProofWay, { where: string; what: string }>> {
  const bare = host.replace(/:\d+$/, "");
  return {
    dns: { where: bare, what: `groundwork-site=${token}` },
    file: { where: `https://${host}${proofFile}`, what: token },
    meta: { where: `https://${host}/`, what: `<meta name="${proofMeta}" content="${token}">` },
  };
}

type Seen = {
  readonly txt: readonly string[];
  /** The file's text, null where there was none. */
  readonly file: string | null;
  /** The home page's HTML, null where it did not answer. */
  readonly page: string | null;
};

/** Which of the ways shows the token, the surest first; null where none does. */
export function proofIn(seen: Seen, token: string): ProofWay | null {
  if (token === "") return null;
  if (seen.txt.some((record) => record.trim() === `groundwork-site=${token}`)) return "dns";
  if (seen.file?.trim() === token) return "file";
  const metas = seen.page?.slice(0, 200_000).match(/<meta\b[^>]{1,400}>/gi) ?? [];
  const shown = metas.some(
    (meta) =>
      /\bname\s*=\s*["']?groundwork-site["'\s]/i.test(meta) &&
      new RegExp(`\\bcontent\\s*=\\s*["']?${token.replace(/[^\w-]/g, "")}["'\\s/>]`).test(meta),
  );
  return shown ? "meta" : null;
}

/** A site may be read at length while the proof is fresh. */
export function isProven(claim: { readonly provenAt: Date | null } | null, now: Date): boolean {
  return claim?.provenAt != null && now.getTime() - claim.provenAt.getTime() < proofDays * 86_400_000;
}

/** How many of the plan's audits a crawl of so many pages takes. */
export function auditsFor(pages: number): number {
  return Math.max(1, Math.ceil(pages / pagesPerAudit));
}

/** Which host a claim is about: the address without `www.`, because people mean both. */
export function claimedHost(url: string): string {
  return new URL(url).host.replace(/^www\./, "");
}
