import { createCompute } from "#app/adapters/compute/thread-compute.ts";
import { guardedSites } from "#app/adapters/site/guarded-sites.ts";
import type { ReadPage } from "#app/adapters/site/page-reader.ts";
import { demonstrationSite } from "#app/demonstration/site/site.ts";
import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { auditSite } from "#app/domain/visibility/audit-site.ts";
import { strictPolicy } from "#app/domain/visibility/judge-url.ts";
import { crawlSite } from "#app/services/visibility/crawl-site.server.ts";
import { entries, limits } from "#app/workers/entries.ts";
import { type Command, InputRefused } from "./command.ts";

const usual = 50;
const most = 500;

export const command: Command = {
  name: "audit",
  summary: "a whole website: audit <address> [--pages 50] [--allow-private]",
  example: `audit https://${demonstrationSite.host}/ --pages 25\n`,
  async run(io) {
    const homepage = io.args.find((arg, at) => !arg.startsWith("--") && io.args[at - 1] !== "--pages");
    if (homepage === undefined) throw new InputRefused("missing", "give the address of the website", "url");
    const limit = pagesOf(io.args);
    // For a test site on this machine only; the web service has no such switch.
    const policy = io.args.includes("--allow-private") ? { allowLoopback: true } : strictPolicy;
    const compute = createCompute({ folder: new URL("./workers/", import.meta.url), entries, limits });
    const readPage: ReadPage = (input) => compute.run("read-page", input);
    const sites = guardedSites({ memory: demonstrationSite, policy, readPage });
    const { visibilityChecks: pack } = await import("#app/knowledge/visibility-checks/index.ts");
    const asOf = isoDateOf(new Date());
    try {
      const crawled = await crawlSite(
        { sites, pack },
        { homepage, limit, asOf, known: [], signal: new AbortController().signal },
        {
          onPage: async () => undefined,
          onProgress: async ({ done, planned, now }) => io.progress(`${done} of ${planned}: ${now}`),
        },
      );
      if (!crawled.ok) {
        const { failure } = crawled;
        throw new InputRefused(failure.kind, "because" in failure ? failure.because : "stopped", "url");
      }
      await io.write(`${JSON.stringify(auditSite(crawled.value, pack, asOf))}\n`);
    } finally {
      await Promise.all([sites.close(), compute.close()]);
    }
  },
};

function pagesOf(args: readonly string[]): number {
  const at = args.indexOf("--pages");
  if (at < 0) return usual;
  const pages = Number(args[at + 1]);
  if (!Number.isInteger(pages) || pages < 1 || pages > most)
    throw new InputRefused("invalid", `from 1 to ${most}`, "--pages");
  return pages;
}
