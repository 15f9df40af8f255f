import { expect, test } from "vitest";
import { z } from "zod";
import { robotsVectors } from "#app/bench/robots-vectors.ts";
import type { Command } from "#app/cli/command.ts";
import { aPageHtml } from "#tests/builders/visibility.ts";
import { loopbackServer } from "#tests/fakes/loopback-server.ts";
import { documents } from "./contract-schemas.ts";

/** Runs a command on a text and gives what it wrote. */
async function ran(
  load: () => Promise<{ command: Command }>,
  input: string,
  args: readonly string[] = [],
): Promise<string> {
  const { command } = await load();
  let out = "";
  await command.run({
    args,
    readInput: async () => input,
    async *lines() {
      for (const line of input.split("\n")) if (line.trim() !== "") yield line;
    },
    write: async (text) => {
      out += text;
    },
    progress: () => undefined,
    knowledge: () => Promise.reject(new Error("these commands need no other pack")),
  });
  return out;
}

const example = async (load: () => Promise<{ command: Command }>) => {
  const { command } = await load();
  return typeof command.example === "string" ? command.example : JSON.stringify(command.example);
};

function commandOf(name: string): () => Promise<{ command: Command }> {
  return () => import(`#app/cli/${name}.ts`);
}

const estimate = z.object({ value: z.number(), low: z.number(), high: z.number() });

test("robots answers each line in the contract's form", async () => {
  const load = () => import("#app/cli/robots.ts");
  const rows = [
    { id: "a", robots: "User-agent: *\nDisallow: /x", agent: "GPTBot", url: "https://a.example/x" },
    {
      robotsBase64: Buffer.from("User-agent: GPTBot\nAllow: /").toString("base64"),
      agent: "GPTBot",
      url: "https://a.example/x",
    },
  ];
  const out = (await ran(load, rows.map((row) => JSON.stringify(row)).join("\n")))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(out).toEqual([
    { id: "a", allowed: false, rule: "Disallow: /x" },
    { id: 2, allowed: true, rule: "Allow: /" },
  ]);
  expect(JSON.parse(await ran(load, await example(load)))).toMatchObject({ allowed: false });
});

test("robots refuses a line by its number and field", async () => {
  const load = () => import("#app/cli/robots.ts");
  await expect(ran(load, '{"robots":"","agent":"x","url":"y"}\n{"agent":3}')).rejects.toMatchObject({
    path: "line 2: agent",
  });
});

test("check-url judges with the addresses it is given", async () => {
  const load = () => import("#app/cli/check-url.ts");
  const rows = [
    { id: 1, url: "https://EXAMPLE.com/", dns: { "example.com": ["10.0.0.1"] } },
    { id: 2, url: "https://example.com/", dns: { "other.com": ["10.0.0.1"] } },
    { id: 3, url: "https://münchen.de/", dns: { "münchen.de": ["127.0.0.1"] } },
  ];
  const out = (await ran(load, rows.map((row) => JSON.stringify(row)).join("\n")))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(out.map((row) => row.verdict)).toEqual(["block", "allow", "block"]);
  for (const row of out)
    z.object({ id: z.number(), verdict: z.enum(["allow", "block"]), reason: z.string().min(1) }).parse(row);
});

const pageSchema = z.object({
  score: estimate,
  checks: z.array(
    z.object({
      id: z.string(),
      outcome: z.enum(["pass", "warn", "fail", "not-applicable"]),
      evidence: z.string(),
      weight: z.number(),
      evidenceGrade: z.enum(["strong", "moderate", "weak", "folklore"]),
      fix: z.string().nullable(),
    }),
  ),
  facts: z.object({
    title: z.string(),
    description: z.string().nullable(),
    lang: z.string().nullable(),
    canonical: z.array(z.string()),
    robots: z.array(z.string()),
    hreflang: z.number(),
    headings: z.array(z.object({ level: z.number(), text: z.string() })),
  }),
  mainText: z.object({ words: z.number(), text: z.string() }),
  structuredData: z.object({
    entities: z.array(
      z.object({ type: z.string(), format: z.string(), errors: z.array(z.string()), warnings: z.array(z.string()) }),
    ),
  }),
  author: z.string().nullable(),
  published: z.string().nullable(),
  modified: z.string().nullable(),
  language: z.string().nullable(),
});

test("audit-page gives the contract's fields, on its own example too", async () => {
  const load = () => import("#app/cli/audit-page.ts");
  pageSchema.parse(JSON.parse(await ran(load, await example(load))));
  await expect(ran(load, '{"url":"https://a.example/"}')).rejects.toMatchObject({ path: "html" });
});

test("mentions and answer give the contract's fields", async () => {
  const mentions = () => import("#app/cli/mentions.ts");
  const found = JSON.parse(await ran(mentions, await example(mentions)));
  z.object({
    mentioned: z.boolean(),
    count: z.number(),
    confidence: z.enum(["high", "low"]),
    position: z.number().nullable(),
    others: z.array(z.object({ name: z.string(), mentioned: z.boolean(), count: z.number() })),
  }).parse(found);
  const answer = () => import("#app/cli/answer.ts");
  z.object({
    text: z.string(),
    citations: z.array(z.object({ url: z.string(), domain: z.string(), title: z.string() })),
    searches: z.array(z.unknown()).length(1),
    status: z.literal("complete"),
  }).parse(JSON.parse(await ran(answer, await example(answer))));
  await expect(ran(answer, "[]")).rejects.toMatchObject({ code: "invalid" });
});

const commandNames = "mentions,answer,audit-page,robots,check-url".split(",");

test.each([
  ["mentions", "{}", "text"],
  ["mentions", '{"text":"x","brand":{"name":""}}', "brand.name"],
  ["mentions", '{"text":"x","brand":{"name":"a"},"others":[{"name":3}]}', "others.0.name"],
  ["audit-page", '{"url":"https://a.example/","html":"","status":"ok"}', "status"],
  ["audit-page", '{"url":"","html":""}', "url"],
  ["audit-page", '{"url":"https://a.example/","html":"","headers":{"a":1}}', "headers.a"],
  ["robots", '{"robots":"","url":"https://a.example/"}', "line 1: agent"],
  ["check-url", '{"url":"https://a.example/","dns":{"a.example":"10.0.0.1"}}', "line 1: dns.a.example"],
])("%s refuses %s and names the field", async (name, input, path) => {
  await expect(ran(commandOf(name), input)).rejects.toMatchObject({ path });
});

test.each(commandNames)("%s refuses what is no JSON", async (name) => {
  await expect(ran(commandOf(name), "{nope")).rejects.toMatchObject({ code: expect.any(String) });
});

const robotsLine = z.object({
  id: z.union([z.string(), z.number()]),
  allowed: z.boolean(),
  rule: z.string().nullable(),
});

test("robots gives its three fields on every vector, and the deciding line or null", async () => {
  const { verdicts } = robotsVectors();
  const lines = verdicts.map(({ robots, agent, url }, id) => JSON.stringify({ id, robots, agent, url }));
  const out = (await ran(commandOf("robots"), lines.join("\n"))).trim().split("\n");
  expect(out).toHaveLength(verdicts.length);
  for (const [at, line] of out.entries()) {
    const { id, allowed, rule } = robotsLine.parse(JSON.parse(line));
    expect(id).toBe(at);
    expect(rule === null || verdicts[at]?.robots.includes(rule)).toBe(true);
    expect(allowed || rule !== null).toBe(true);
  }
});

test.each([
  ["a page of scripts", { html: "<div id=root></div><script src=a.js></script>" }],
  ["nothing", { html: "" }],
  ["an error page", { html: "<h1>Error</h1>", status: 503, headers: { "X-Robots-Tag": ["noindex", "nofollow"] } }],
  ["broken structured data", { html: '<script type="application/ld+json">{</script>' }],
])("audit-page gives the contract's fields for %s", async (_name, page) => {
  const out = await ran(commandOf("audit-page"), JSON.stringify({ url: "https://a.example/x", ...page }));
  const { score, checks } = pageSchema.parse(JSON.parse(out));
  expect(score.low).toBeLessThanOrEqual(score.value);
  expect(score.high).toBeGreaterThanOrEqual(score.value);
  for (const check of checks) if (check.evidenceGrade === "folklore") expect(check.weight).toBe(0);
});

const message = (content: unknown, status = "completed") => ({ type: "message", status, content: [content] });
const emoji = "🚢 Kestrel sails. ([x.example](https://x.example/a?utm_source=openai)) Others wait.";
const bodies: readonly (readonly [string, unknown, object])[] = [
  [
    "cut off",
    { status: "incomplete", incomplete_details: { reason: "max_output_tokens" }, output: [] },
    { status: "incomplete", text: "", citations: [] },
  ],
  [
    "cut off in its message",
    { status: "completed", output: [message({ type: "output_text", text: "Half a" }, "incomplete")] },
    { status: "incomplete", text: "Half a" },
  ],
  [
    "refused",
    { status: "completed", output: [message({ type: "refusal", refusal: "I cannot." })] },
    { status: "refused", reason: "I cannot." },
  ],
  [
    "failed",
    { status: "failed", error: { code: "server_error", message: "oops" } },
    { status: "failed", reason: "oops" },
  ],
  ["of another shape", { poem: "roses", output: "none" }, { status: "failed", text: "", citations: [], searches: [] }],
  [
    "of broken parts",
    { output: [null, 7, { type: "message", content: [null, { type: "output_text" }] }, { type: "web_search_call" }] },
    { status: "failed", text: "" },
  ],
  [
    "with sources without an address, and indices that count code points",
    {
      status: "completed",
      output: [
        {
          type: "web_search_call",
          status: "completed",
          action: {
            type: "search",
            query: "q",
            sources: [
              { type: "api", name: "weather" },
              { type: "url", url: "https://y.example/?utm_source=openai" },
            ],
          },
        },
        message({
          type: "output_text",
          text: emoji,
          annotations: [
            {
              type: "url_citation",
              url: "https://x.example/a?utm_source=openai",
              title: "X",
              start_index: 17,
              end_index: 69,
            },
            {
              type: "url_citation",
              url: "https://x.example/a?utm_source=openai",
              title: "X",
              start_index: 17,
              end_index: 69,
            },
            { type: "url_citation", url: "no address", title: "" },
            { type: "file_citation", file_id: "f" },
          ],
        }),
      ],
    },
    {
      status: "complete",
      citations: [{ url: "https://x.example/a", domain: "x.example", title: "X", claim: "🚢 Kestrel sails." }],
      searches: [{ queries: ["q"], sources: ["https://y.example/"] }],
      uncited: ["https://y.example/"],
    },
  ],
];

test.each(bodies)("a body %s is answered in the contract's form", async (_name, body, expected) => {
  const answer = () => import("#app/cli/answer.ts");
  const said: unknown = JSON.parse(await ran(answer, JSON.stringify(body)));
  documents.answer.parse(said);
  expect(said).toMatchObject(expected);
});

test("audit reaches a loopback site only when told to, and finds what is wrong there", async () => {
  const load = () => import("#app/cli/audit.ts");
  await using server = await loopbackServer((request, response) => {
    const pages: Record<string, string> = {
      "/": aPageHtml({ body: '<h1>Home</h1><a href="/b">b</a>' }),
      "/b": aPageHtml({ head: "<title>b</title><meta name=robots content=noindex>" }),
    };
    const page = pages[request.path];
    response.writeHead(page === undefined ? 404 : 200, { "content-type": "text/html" }).end(page ?? "");
  });
  const address = `http://127.0.0.1:${server.port}/`;
  await expect(ran(load, "", [address])).rejects.toMatchObject({ code: "blocked" });
  expect(server.heard).toEqual([]);
  const audit = JSON.parse(await ran(load, "", [address, "--allow-private", "--pages", "5"]));
  expect(audit.pages.map((page: { state: string }) => page.state)).toEqual(["audited", "audited"]);
  expect(audit.fixes[0]).toMatchObject({ id: "indexable", gate: true });
  expect(audit.robots.state).toBe("absent");
  estimate.parse(audit.score);
  await expect(ran(load, "", [address, "--pages", "0"])).rejects.toMatchObject({ path: "--pages" });
});
