import type { LoopbackServer } from "#tests/fakes/loopback-server.ts";
import { loopbackServer } from "#tests/fakes/loopback-server.ts";

type Answer = {
  readonly status?: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

const words =
  "harbour ramp driver customs pallet paper winter scale morning answer price hour form stamp load cover rain hill ship crane gate lorry depot queue permit broker invoice seal weight label route bridge tunnel signal yard shift dock fuel tyre mirror engine cabin border check clerk desk phone letter parcel crate rope chain winch hook beam tower light fence camera badge glove boot helmet".split(
    " ",
  );

/** Text of its own for each number, so that no two pages resemble each other by chance. */
export function numberedProse(number: number, count = 70): string {
  let state = (number + 1) * 2_654_435_761;
  const next = () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return words[state % words.length] ?? "";
  };
  return Array.from({ length: count / 10 }, () => `The ${Array.from({ length: 9 }, next).join(" ")}.`).join(" ");
}

type Parts = {
  readonly title?: string;
  readonly head?: string;
  readonly links?: readonly string[];
  readonly text?: string;
  readonly heading?: string;
};

function html(number: number, path: string, { title, head = "", links = [], text, heading }: Parts): string {
  const anchors = links.map((to) => `<a href="${to}">${to.slice(1)}</a>`).join(" ");
  const canonical = head.includes("canonical") ? "" : `<link rel="canonical" href="${path}">`;
  return `<!doctype html><html lang="en"><head><title>${title ?? `Page ${number}`}</title>${canonical}${head}</head><body><h1>${heading ?? `Page ${number}`}</h1><p>${text ?? numberedProse(number)}</p><p>${anchors}</p></body></html>`;
}

function organization(name: string, telephone: string): string {
  const entity = { "@context": "https://schema.org", "@type": "Organization", name, telephone };
  return `<script type="application/ld+json">${JSON.stringify(entity)}</script>`;
}

/** Faults that were planted, by path: `aLargeSite` answers them, and a test looks for each. */
function plantedPages(): Record<string, Answer | Parts> {
  const near = numberedProse(9_002, 200);
  return {
    "/old": { status: 301, headers: { location: "/older" } },
    "/older": { status: 301, headers: { location: "/guides/2" } },
    "/circle": { status: 302, headers: { location: "/circle/2" } },
    "/circle/2": { status: 302, headers: { location: "/circle" } },
    "/forbidden": { status: 403, body: "no" },
    "/failing": { status: 500, body: "no" },
    "/file": { headers: { "content-type": "application/pdf" }, body: "%PDF" },
    "/charset": { headers: { "content-type": "text/html; charset=klingon" }, body: html(9_100, "/charset", {}) },
    "/copy/a": { heading: "Copy", text: numberedProse(9_001) },
    "/copy/b": { heading: "Copy", text: numberedProse(9_001) },
    "/near/a": { heading: "Near", text: near },
    "/near/b": { heading: "Near", text: near.replace(/^The \w+/, "The other") },
    "/title/a": { title: "The same title" },
    "/title/b": { title: "The same title" },
    "/keep/broken": { head: '<link rel="canonical" href="/gone">' },
    "/keep/chain": { head: '<link rel="canonical" href="/keep/middle">' },
    "/keep/middle": { head: '<link rel="canonical" href="/guides/3">' },
    "/en": { head: '<link rel="alternate" hreflang="de" href="/de">' },
    "/de": {},
    "/hidden": { head: '<meta name="robots" content="noindex">' },
    "/broken-data": { head: '<script type="application/ld+json">{"@type": "Organization", </script>' },
    "/about": { head: organization("Kestrel", "+49 40 111 222") },
    "/contact": { head: organization("Kestrel Freight Inc", "+49 40 999 000") },
    "/orphan": {},
    "/deep/1": { links: ["/deep/2"] },
    "/deep/2": { links: ["/deep/3"] },
    "/deep/3": { links: ["/deep/4"] },
    "/deep/4": { links: ["/deep/5"] },
    "/deep/5": {},
  };
}

export type LargeSite = LoopbackServer & { readonly origin: string };

/**
 * A site of about `size` pages on the loopback network with planted faults, and a calendar that never ends. `onAsked` is told of
 * every request before it is answered.
 */
export async function aLargeSite(size: number, onAsked: (path: string) => void = () => undefined): Promise<LargeSite> {
  const planted = plantedPages();
  const guides = Math.max(20, size - 30);
  const sections = Math.ceil(guides / 20);
  const shell =
    '<!doctype html><html lang="en"><head><title>App</title><script src="/app.js"></script></head><body><div id="root"></div></body></html>';
  const plantedLinks = Object.keys(planted).filter((path) => !/orphan|older|circle\/2|deep\/[2-9]/.test(path));
  const server = await loopbackServer(({ path }, response) => {
    onAsked(path);
    const origin = `http://127.0.0.1:${server.port}`;
    const answer = answerTo(path, origin);
    response
      .writeHead(answer.status ?? 200, { "content-type": "text/html; charset=utf-8", ...answer.headers })
      .end(answer.body ?? "");
  });

  function answerTo(path: string, origin: string): Answer {
    const text = { "content-type": "text/plain" };
    if (path === "/robots.txt")
      return { headers: text, body: `User-agent: *\nDisallow: /private/\nSitemap: ${origin}/sitemap.xml\n` };
    if (path === "/sitemap.xml") {
      const listed = ["/", "/orphan", ...Array.from({ length: guides }, (_, at) => `/guides/${at}`)];
      return {
        headers: { "content-type": "application/xml" },
        body: `<urlset>${listed.map((each) => `<url><loc>${origin}${each}</loc></url>`).join("")}</urlset>`,
      };
    }
    if (path === "/") {
      const links = [...Array.from({ length: sections }, (_, at) => `/guides/${at * 20}`), ...plantedLinks];
      const others = ["/gone", "/private/desk", "/calendar/1", "/shell"];
      return { body: html(0, "/", { title: "Home", links: [...links, ...others] }) };
    }
    if (path === "/shell") return { body: shell };
    const guide = /^\/guides\/(\d+)$/.exec(path);
    if (guide !== null && Number(guide[1]) < guides) {
      const number = Number(guide[1]);
      const links = number % 20 === 0 ? Array.from({ length: 19 }, (_, at) => `/guides/${number + at + 1}`) : ["/"];
      return {
        body: html(number + 1, path, {
          title: `Guide ${number}`,
          links: links.filter((to) => Number(to.slice(8)) < guides || to === "/"),
        }),
      };
    }
    const day = /^\/calendar\/(\d+)$/.exec(path);
    if (day !== null)
      return { body: html(20_000 + Number(day[1]), path, { links: [`/calendar/${Number(day[1]) + 1}`] }) };
    const fault = planted[path];
    if (fault === undefined) return { status: 404, body: "none" };
    if ("status" in fault || "headers" in fault || "body" in fault) return fault;
    const at = Object.keys(planted).indexOf(path);
    return { body: html(10_000 + at, path, { title: `Planted ${path}`, ...(fault as Parts) }) };
  }

  return Object.assign(server, { origin: `http://127.0.0.1:${server.port}` });
}
