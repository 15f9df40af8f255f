import { expect, test } from "vitest";
import type { CrawledPage } from "#app/domain/visibility/crawled-page.ts";
import { draftOrganization } from "#app/domain/visibility/draft-organization.ts";
import { draftPageFix } from "#app/domain/visibility/draft-page-fix.ts";
import { draftRobots } from "#app/domain/visibility/draft-robots.ts";
import { withoutTexts } from "#app/domain/visibility/inspect-page.ts";
import { readRobots, verdictOn } from "#app/domain/visibility/read-robots.ts";
import { anAuditOf, someProse } from "#tests/builders/visibility.ts";

const at = (path: string) => `https://www.example.com${path}`;

/** What the file says once a person made the change: lines go below the agent they stand under. */
function changed(text: string, diff: string): string {
  const lines = text.split("\n");
  let from = 0;
  for (const line of diff.split("\n")) {
    const found = lines.indexOf(line.slice(2), from);
    if (line.startsWith("  ")) from = found;
    if (line.startsWith("- ")) lines.splice(found, 1);
  }
  const added = diff.split("\n").flatMap((line) => (line.startsWith("+ ") ? [line.slice(2)] : line === "" ? [""] : []));
  return `${lines.join("\n")}\n\n${added.join("\n")}\n`;
}

test.each([
  [
    "a group of its own",
    "User-agent: *\nDisallow: /admin/\n\nUser-agent: OAI-SearchBot\nDisallow: /\nDisallow: /cart/\n",
  ],
  ["the group for everyone", "User-agent: *\nDisallow: /\nDisallow: /cart/\n"],
  [
    "a group that a training agent shares",
    "User-agent: OAI-SearchBot\nUser-agent: CCBot\nDisallow: /\nDisallow: /cart/\n",
  ],
])("an agent that %s keeps out is let in, and nothing else is opened", (_, text) => {
  const agent = "OAI-SearchBot";
  const robots = readRobots(text);
  const diff = draftRobots(robots, [{ agent, pages: [at("/"), at("/guides/a")] }]) ?? "";
  const after = readRobots(changed(text, diff));
  expect(verdictOn(after, agent, at("/guides/a")).allowed).toBe(true);
  expect(verdictOn(after, agent, at("/cart/1")).allowed).toBe(false);
  expect(verdictOn(after, "CCBot", at("/guides/a")).allowed).toBe(verdictOn(robots, "CCBot", at("/guides/a")).allowed);
});

test("who is let in already needs no line", () => {
  expect(draftRobots(readRobots("User-agent: *\nAllow: /\n"), [{ agent: "Bingbot", pages: [at("/")] }])).toBeNull();
});

function aPage(parts: Parameters<typeof anAuditOf>[0], lead = ""): CrawledPage {
  const audit = withoutTexts(anAuditOf(parts));
  return { url: audit.url, state: "audited", detail: "", status: 200, redirects: 0, audit, lead };
}

test("the organization's data holds what its profile and pages say, and names what nobody said", () => {
  const entity = {
    "@context": "https://schema.org",
    "@type": "Organization",
    name: "Old </script> Name",
    telephone: "+49 40 1",
    sameAs: ["https://register.example/1"],
  };
  const page = aPage({
    head: `<title>T</title><script type="application/ld+json">${JSON.stringify(entity).replaceAll("<", "\\u003c")}</script>`,
  });
  const { diff, missing } = draftOrganization({ name: "Kestrel </script>", website: null, country: "DE" }, at("/"), [
    page,
  ]);
  const json = diff
    .split("\n")
    .slice(1, -1)
    .map((line) => line.slice(2))
    .join("\n");
  expect(JSON.parse(json)).toMatchObject({
    name: "Kestrel </script>",
    url: at("/"),
    telephone: "+49 40 1",
    sameAs: ["https://register.example/1"],
  });
  expect(diff.match(/<\/script>/g)).toHaveLength(1);
  expect(missing.join()).toContain("postal address");
  expect(missing.join()).not.toContain("telephone");
});

test("headings, description and author box are written from the page, never beyond it", () => {
  const body = `<h2>Ramps</h2><h4>Winter &amp; "rain"</h4><p>${someProse(200)}</p>`;
  const page = aPage({ url: at("/blog/ramps"), head: "<title>Ramps</title>", body }, someProse(40));
  const outline = draftPageFix("structure", page)[0]?.diff ?? "";
  expect(outline).toBe(
    "+ <h1>Ramps</h1>\n  <h2>Ramps</h2>\n- <h4>Winter &amp; &quot;rain&quot;</h4>\n+ <h3>Winter &amp; &quot;rain&quot;</h3>",
  );
  const plumbing = draftPageFix("plumbing", page)
    .map(({ diff }) => diff)
    .join("\n");
  expect(plumbing).toContain('+ <link rel="canonical"');
  expect(plumbing).toMatch(/name="description" content="A driver who waits at the ramp loses the afternoon\./);
  expect(draftPageFix("identity", page)[0]).toMatchObject({
    diff: expect.stringContaining("[name of the author]"),
    missing: expect.any(Array),
  });
  expect(draftPageFix("structure", { ...page, audit: null })).toEqual([]);
});
