import { randomBytes } from "node:crypto";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import {
  claimedHost,
  isProven,
  type ProofWay,
  proofFile,
  proofIn,
  proofLines,
} from "#app/domain/visibility/site-proof.ts";
import { findSiteClaim, insertSiteClaim, updateSiteClaim } from "#db/repositories/competitors.server.ts";
import { findOrganization } from "#db/repositories/tenancy.server.ts";
import { findLatestHomepage } from "#db/repositories/visibility.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";
import { judgeTyped } from "./request-site-audit.server.ts";

export type SiteProof = {
  readonly host: string;
  readonly url: string;
  readonly token: string | null;
  readonly lines: ReturnType<typeof proofLines> | null;
  readonly proven: boolean;
  readonly provenBy: ProofWay | null;
  readonly provenAt: number | null;
  readonly seen: string | null;
  readonly mayProve: boolean;
};

/** The organization's site (the newest audit's, else the one of its profile), and how its proof stands. Null without a site. */
export async function loadSiteProof(
  deps: Pick<Deps, "db" | "now">,
  actor: Actor,
): Promise<Result<SiteProof | null, { kind: "forbidden" }>> {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" });
  const url = await ownSite(deps, actor);
  if (url === null) return ok(null);
  const host = claimedHost(url);
  const claim = await findSiteClaim(deps.db, actor.organizationId, host);
  const mayProve = mayDo(actor.role, "assessment:run");
  return ok({
    host,
    url,
    token: claim?.token ?? null,
    lines: claim === null || !mayProve ? null : proofLines(new URL(url).host, claim.token),
    proven: isProven(claim, deps.now()),
    provenBy: claim?.provenBy ?? null,
    provenAt: claim?.provenAt?.getTime() ?? null,
    seen: claim?.seen ?? null,
    mayProve,
  });
}

type ProveFailure = { readonly kind: "forbidden" | "no-site" };

/** Makes the token that is to be shown; asked twice, it is the same. */
export async function claimSite(deps: Pick<Deps, "db" | "now">, actor: Actor): Promise<Result<void, ProveFailure>> {
  if (!mayDo(actor.role, "assessment:run")) return fail({ kind: "forbidden" });
  const url = await ownSite(deps, actor);
  if (url === null) return fail({ kind: "no-site" });
  const host = claimedHost(url);
  const createdAt = deps.now();
  const token = randomBytes(18).toString("base64url");
  await insertSiteClaim(deps.db, actor.organizationId, { host, token, createdAt, createdBy: actor.userId });
  return ok(undefined);
}

/** Looks for the token in the domain's records, in the file and on the home page. The network is asked outside a transaction. */
export async function proveSite(
  deps: Pick<Deps, "db" | "now" | "sites">,
  actor: Actor,
): Promise<Result<ProofWay | null, ProveFailure>> {
  if (!mayDo(actor.role, "assessment:run")) return fail({ kind: "forbidden" });
  const url = await ownSite(deps, actor);
  const claim = url === null ? null : await findSiteClaim(deps.db, actor.organizationId, claimedHost(url));
  if (url === null || claim === null) return fail({ kind: "no-site" });
  const { origin, hostname } = new URL(url);
  const [txt, bareTxt, file, page] = await Promise.all([
    deps.sites.txtRecords(hostname),
    deps.sites.txtRecords(claim.host.replace(/:\d+$/, "")),
    deps.sites.get(`${origin}${proofFile}`, { maxBytes: 4_096 }),
    deps.sites.get(`${origin}/`),
  ]);
  const textOf = (fetched: typeof file) => {
    // A redirect to somebody else's host shows nothing of this one.
    if (fetched.kind !== "answered" || fetched.status !== 200 || claimedHost(fetched.url) !== claim.host) return null;
    return fetched.body;
  };
  const way = proofIn({ txt: [...txt, ...bareTxt], file: textOf(file), page: textOf(page) }, claim.token);
  const at = deps.now();
  const seen = way === null ? "The line was found in none of the three places." : null;
  await deps.db.transaction(async (tx) => {
    const change = way === null ? { seen } : { provenBy: way, provenAt: at, seen };
    await updateSiteClaim(tx, actor.organizationId, claim.host, change);
    if (way !== null)
      await record(tx, actor, { action: "visibility.prove-site", subject: `site:${claim.host}`, after: { way }, at });
  });
  return ok(way);
}

async function ownSite(deps: Pick<Deps, "db">, actor: Actor): Promise<string | null> {
  const { organizationId } = actor;
  const audited = await findLatestHomepage(deps.db, organizationId);
  const written = audited ?? (await findOrganization(deps.db, organizationId))?.website ?? "";
  const judged = judgeTyped(written);
  return judged.verdict === "allow" ? judged.url.href : null;
}
