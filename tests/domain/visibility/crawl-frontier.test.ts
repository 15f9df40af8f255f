import { expect, test } from "vitest";
import { crawlFrontier } from "#app/domain/visibility/crawl-frontier.ts";
import { readRobots } from "#app/domain/visibility/read-robots.ts";

const homepage = "https://a.example/";
const at = (path: string) => `https://a.example${path}`;

function drained(frontier: ReturnType<typeof crawlFrontier>): string[] {
  const order: string[] = [];
  for (let next = frontier.next(); next !== null; next = frontier.next()) order.push(new URL(next).pathname);
  return order;
}

test("the home page first, shallow links next, then the sitemap; each once, and none that robots.txt closes", () => {
  const frontier = crawlFrontier({
    homepage,
    robots: readRobots("User-agent: GroundworkBot\nDisallow: /no\n"),
    limit: 9,
  });
  for (const path of ["/s", "/x", "/last"]) frontier.list(at(path));
  for (const path of ["/x/y", "/x", "/no", "/x", "/"]) frontier.link(at(path));
  expect(drained(frontier)).toEqual(["/", "/x", "/x/y", "/s", "/last"]);
  expect(frontier.disallowed).toEqual([at("/no")]);
});

test("a link moves a listed page forward, and what was read does not come back", () => {
  const frontier = crawlFrontier({ homepage, robots: null, limit: 9 });
  for (const path of ["/1", "/2", "/3"]) frontier.list(at(path));
  frontier.skip(at("/1"));
  frontier.skip(homepage);
  frontier.link(at("/3"));
  frontier.link(at("/1"));
  expect(drained(frontier)).toEqual(["/3", "/2"]);
  expect(frontier.waiting()).toBe(0);
});

test("series without end and paths that repeat themselves come last, unless the sitemap lists them", () => {
  const frontier = crawlFrontier({ homepage, robots: null, limit: 100 });
  for (let day = 0; day < 60; day++) frontier.link(at(`/day/${day}`));
  frontier.link(at("/a/a/a/a/a"));
  frontier.link(at("/far/away/page"));
  frontier.list(at("/listed"));
  const order = drained(frontier);
  expect(order.indexOf("/listed")).toBeLessThan(order.indexOf("/day/20"));
  expect(order.indexOf("/far/away/page")).toBeLessThan(order.indexOf("/a/a/a/a/a"));
  expect(order).toHaveLength(64);
});

test("a sitemap of which robots.txt closes nearly all is looked through, but not without end", () => {
  const robots = readRobots("User-agent: *\nDisallow: /no\n");
  const some = crawlFrontier({ homepage, robots, limit: 2 });
  for (let no = 0; no < 30; no++) some.list(at(`/no/${no}`));
  some.list(at("/yes"));
  expect(drained(some)).toEqual(["/", "/yes"]);
  const many = crawlFrontier({ homepage, robots, limit: 2 });
  for (let no = 0; no < 50_000; no++) many.list(at(`/no/${no}`));
  drained(many);
  expect(many.disallowed.length).toBeLessThan(100);
});
