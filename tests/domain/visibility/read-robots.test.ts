import fc from "fast-check";
import { expect, test } from "vitest";
import { readRobots, readRobotsOctets, verdictOn } from "#app/domain/visibility/read-robots.ts";

function allowed(robots: string, agent: string, url: string): boolean {
  return verdictOn(readRobots(robots), agent, url).allowed;
}

const url = "http://foo.bar/x/y";

/** Cases from the text of RFC 9309 and the behaviour that Google documents for its parser. */
const cases: readonly (readonly [string, string, string, string, boolean])[] = [
  ["an empty file allows", "", "FooBot", url, true],
  ["no agent given matches no group", "user-agent: FooBot\ndisallow: /\n", "", url, true],
  ["a group for everyone", "user-agent: *\ndisallow: /\n", "FooBot", url, false],
  ["rules before any group are ignored", "disallow: /\nuser-agent: FooBot\nallow: /x\n", "FooBot", url, true],
  ["a typing error in the field", "foo: FooBot\nbar: /\n", "FooBot", url, true],
  ["a colon may be missing", "user-agent FooBot\ndisallow /\n", "FooBot", url, false],
  ["but only between two words", "user-agent FooBot now\ndisallow /\n", "FooBot", url, true],
  ["field names in any case", "USER-AGENT: FooBot\nDISALLOW: /x/\n", "FooBot", url, false],
  ["typing errors of disallow", "user-agent: FooBot\ndissallow: /x/\n", "FooBot", url, false],
  ["useragent without hyphen", "useragent: FooBot\ndisallow: /\n", "FooBot", url, false],
  ["agents share one group", "user-agent: FooBot\nuser-agent: BarBot\ndisallow: /x/\n", "BarBot", url, false],
  [
    "groups of one agent merge",
    "user-agent: FooBot\ndisallow: /a\n\nuser-agent: BarBot\ndisallow: /\n\nuser-agent: FooBot\ndisallow: /x\n",
    "FooBot",
    url,
    false,
  ],
  [
    "a named group replaces everyone's",
    "user-agent: *\ndisallow: /\nuser-agent: FooBot\nallow: /x\n",
    "FooBot",
    "http://foo.bar/z",
    true,
  ],
  ["an empty disallow allows", "user-agent: FooBot\ndisallow:\nuser-agent: *\ndisallow: /\n", "FooBot", url, true],
  ["agent names in any case", "user-agent: FOObot\ndisallow: /\n", "fooBOT", url, false],
  ["only the token counts", "user-agent: FooBot/1.2\ndisallow: /\n", "FooBot", url, false],
  ["a token is not a prefix", "user-agent: Foo\ndisallow: /\n", "FooBot", url, true],
  ["a name after a space is left out", "user-agent: Foo Bar\ndisallow: /\n", "Foo", url, false],
  ["a star with a comment after it", "user-agent: * baz\ndisallow: /\n", "FooBot", url, false],
  [
    "other lines do not end a group",
    "user-agent: FooBot\nsitemap: https://foo.bar/s\nuser-agent: *\ndisallow: /\n",
    "FooBot",
    url,
    false,
  ],
  [
    "crawl-delay does not end a group",
    "user-agent: FooBot\ncrawl-delay: 5\nuser-agent: BarBot\ndisallow: /\n",
    "FooBot",
    url,
    false,
  ],
  ["paths are case-sensitive", "user-agent: FooBot\ndisallow: /X/\n", "FooBot", url, true],
  ["the longest match wins", "user-agent: FooBot\ndisallow: /x/y\nallow: /x/\n", "FooBot", "http://foo.bar/x/y", false],
  ["in any order", "user-agent: FooBot\nallow: /x/y/z\ndisallow: /x/\n", "FooBot", "http://foo.bar/x/y/z", true],
  ["allow wins a tie", "user-agent: FooBot\ndisallow: /x/\nallow: /x/\n", "FooBot", url, true],
  ["a star matches anything", "user-agent: FooBot\ndisallow: /*.php\n", "FooBot", "http://foo.bar/a/b.php?c", false],
  ["a dollar ends the path", "user-agent: FooBot\ndisallow: /*.php$\n", "FooBot", "http://foo.bar/a.php?c", true],
  [
    "a dollar in the middle is a character",
    "user-agent: FooBot\ndisallow: /a$b\n",
    "FooBot",
    "http://foo.bar/a$b",
    false,
  ],
  ["stars overlap rightly", "user-agent: FooBot\ndisallow: /*ab*abc$\n", "FooBot", "http://foo.bar/ab/abc", false],
  [
    "and not twice over the same letters",
    "user-agent: FooBot\ndisallow: /*abc*bc$\n",
    "FooBot",
    "http://foo.bar/abc",
    true,
  ],
  [
    "index.html is its folder",
    "user-agent: FooBot\nallow: /a/index.html\ndisallow: /\n",
    "FooBot",
    "http://foo.bar/a/",
    true,
  ],
  [
    "and nothing below it",
    "user-agent: FooBot\nallow: /a/index.html\ndisallow: /\n",
    "FooBot",
    "http://foo.bar/a/b",
    false,
  ],
  [
    "letters outside ASCII are encoded in rules",
    "user-agent: FooBot\ndisallow: /\nallow: /foo/bar/ツ\n",
    "FooBot",
    "http://foo.bar/foo/bar/%E3%83%84",
    true,
  ],
  [
    "escapes are compared in capitals",
    "user-agent: FooBot\ndisallow: /a%2fb\n",
    "FooBot",
    "http://foo.bar/a%2Fb",
    false,
  ],
  [
    "encoded letters stay encoded",
    "user-agent: FooBot\ndisallow: /\nallow: /foo/bar/%62%61%7A\n",
    "FooBot",
    "http://foo.bar/foo/bar/baz",
    false,
  ],
  ["a byte-order mark", "\ufeffuser-agent: FooBot\ndisallow: /\n", "FooBot", url, false],
  ["carriage returns end lines", "user-agent: FooBot\rdisallow: /\r", "FooBot", url, false],
  ["comments end values", "user-agent: FooBot # me\ndisallow: /x # all\n", "FooBot", url, false],
  ["the query belongs to the path", "user-agent: FooBot\ndisallow: /x?y\n", "FooBot", "http://foo.bar/x?y=1", false],
  ["the fragment does not", "user-agent: FooBot\ndisallow: /x#y\n", "FooBot", "http://foo.bar/x#y", false],
  ["a URL without path is the root", "user-agent: FooBot\ndisallow: /$\n", "FooBot", "http://foo.bar", false],
  [
    "the file itself may always be fetched",
    "user-agent: *\ndisallow: /\n",
    "FooBot",
    "http://foo.bar/robots.txt",
    true,
  ],
  ["but not one that only ends so", "user-agent: *\ndisallow: /\n", "FooBot", "http://foo.bar/a/robots.txt", false],
  ["nor one with a query", "user-agent: *\ndisallow: /\n", "FooBot", "http://foo.bar/robots.txt?a", false],
  ["a last group without rules allows", "user-agent: *\ndisallow: /\nuser-agent: FooBot\n", "FooBot", url, true],
  ["an empty allow decides nothing", "user-agent: FooBot\nallow:\ndisallow: /x\n", "FooBot", url, false],
  [
    "lines of nothing known stand between",
    "user-agent: FooBot\n???\nnoindex: /\n\n\ndisallow: /x\n",
    "FooBot",
    url,
    false,
  ],
  ["white space around everything", " \tuser-agent\t:  FooBot \t\n  disallow :\t/x \n", "FooBot", url, false],
  ["a file that is no robots.txt", "<!doctype html><html><body>User-agent: *<br>", "FooBot", url, true],
  ["a dollar after a star", "user-agent: FooBot\ndisallow: /x*$\n", "FooBot", url, false],
  ["a rule without its first slash", "user-agent: FooBot\ndisallow: x\n", "FooBot", url, true],
  ["a star stands for nothing too", "user-agent: FooBot\ndisallow: /x*/y\n", "FooBot", url, false],
  [
    "the longer pattern wins though it has stars",
    "user-agent: FooBot\ndisallow: /x\nallow: /*/y\n",
    "FooBot",
    url,
    true,
  ],
  ["a query token in an agent's line", "user-agent: FooBot, BarBot\ndisallow: /\n", "BarBot", url, true],
  ["a path with dots as written", "user-agent: FooBot\ndisallow: /x/\n", "FooBot", "http://foo.bar/a/../x/y", true],
  ["a query without path too", "user-agent: FooBot\ndisallow: /?a\n", "FooBot", "http://foo.bar?a", false],
];

for (const [name, robots, agent, address, expected] of cases) {
  test(`robots: ${name}`, () => {
    expect(allowed(robots, agent, address)).toBe(expected);
  });
}

test("names the line that decided, as it was written", () => {
  const verdict = verdictOn(
    readRobots("User-agent: *\n  Disallow: /größe  # why\n"),
    "GPTBot",
    "https://a.example/gr%C3%B6%C3%9Fe",
  );
  expect(verdict).toEqual({ allowed: false, rule: "Disallow: /größe  # why", group: "everyone" });
});

test("a token with digits is found by name only when compared as written", () => {
  const robots = readRobots("User-agent: AI2Bot\nDisallow: /\n");
  expect(verdictOn(robots, "AI2Bot", url).allowed).toBe(true);
  expect(verdictOn(robots, "AI2Bot", url, true).allowed).toBe(false);
});

test("says which agents a group without rules falls through to", () => {
  const { groups } = readRobots("User-agent: A\nCrawl-delay: 3\n\nUser-agent: B\nDisallow: /\n");
  expect(groups).toHaveLength(1);
  expect(groups[0]?.fellThrough).toEqual(["A"]);
});

test("lines are cut at 16 KiB and never read further", () => {
  const long = `User-agent: FooBot\nDisallow: /${"a".repeat(17_000)}b\n`;
  expect(allowed(long, "FooBot", `http://foo.bar/${"a".repeat(17_000)}c`)).toBe(false);
});

test("any octets are read without a throw, and what allows nothing forbids nothing", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (octets) => {
      const robots = readRobotsOctets(String.fromCharCode(...octets));
      const rules = robots.groups.flatMap((group) => group.rules);
      const verdict = verdictOn(robots, "FooBot", url);
      expect(verdict.allowed || rules.some((rule) => !rule.allow)).toBe(true);
    }),
  );
});

test("the order of groups does not matter", () => {
  const group = fc.tuple(
    fc.constantFrom("FooBot", "BarBot", "*"),
    fc.constantFrom("allow", "disallow"),
    fc.constantFrom("/", "/x", "/x/*", "/x/y$"),
  );
  fc.assert(
    fc.property(fc.array(group, { maxLength: 6 }), (groups) => {
      const text = (list: typeof groups) =>
        list.map(([agent, field, path]) => `User-agent: ${agent}\n${field}: ${path}\n`).join("\n");
      expect(allowed(text([...groups].reverse()), "FooBot", url)).toBe(allowed(text(groups), "FooBot", url));
    }),
  );
});

test("a hostile pattern of stars takes no time worth naming", () => {
  const pattern = `/${"*a".repeat(4_000)}$`;
  expect(allowed(`User-agent: *\nDisallow: ${pattern}\n`, "x", `http://a.b/${"a".repeat(8_000)}b`)).toBe(true);
});
