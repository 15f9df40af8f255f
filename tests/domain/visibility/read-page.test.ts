import fc from "fast-check";
import { expect, test } from "vitest";
import { pageReport } from "#app/domain/visibility/page-report.ts";
import { readPage } from "#app/domain/visibility/read-page.ts";
import { visibilityChecks } from "#app/knowledge/visibility-checks/index.ts";
import { anAuditOf, aPageHtml, checkOf, factsOf, someProse } from "#tests/builders/visibility.ts";

test("reads title, description, language, canonical, robots and headings as an HTML5 parser sees them", () => {
  const facts = factsOf({
    lang: "de-AT",
    head: `<TITLE> Lager &amp;
      Logistik </TITLE><title>second</title><meta NAME=Description content=" Kurz. "><link rel="nofollow CANONICAL" href="/a?b=1"><meta name=robots content="NOINDEX, follow"><meta name=googlebot content=nosnippet><link rel=alternate hreflang=en href=/en><link rel=alternate type=rss href=/feed>`,
    body: "<h1>Ein <em>Titel</em></h1><svg><title>drawing</title></svg><h3> Drei </h3>",
  });
  expect(facts.title).toBe("Lager & Logistik");
  expect(facts.description).toBe("Kurz.");
  expect(facts.lang).toBe("de-AT");
  expect(facts.canonical).toEqual(["/a?b=1"]);
  expect(facts.robots).toEqual([
    { name: "robots", content: "NOINDEX, follow" },
    { name: "googlebot", content: "nosnippet" },
  ]);
  expect(facts.hreflang).toHaveLength(1);
  expect(facts.headings).toEqual([
    { level: 1, text: "Ein Titel" },
    { level: 3, text: "Drei" },
  ]);
});

test("what stands in comments, templates and scripts is not on the page", () => {
  const facts = factsOf({
    body: `<!-- <h1>no</h1> --><template><h2>no</h2><meta name=robots content=noindex></template><script>document.write("<h1>no</h1>")</script><h1>yes</h1>`,
  });
  expect(facts.headings.map((heading) => heading.text)).toEqual(["yes"]);
  expect(facts.robots).toEqual([]);
});

test("a noscript in the head is read as elements, its text in the body counted apart", () => {
  const facts = factsOf({
    head: '<title>t</title><noscript><link rel=canonical href="/c"></noscript>',
    body: "<p>one two</p><noscript>Please enable JavaScript</noscript>",
  });
  expect(facts.canonical).toEqual(["/c"]);
  expect(facts.body.words).toBe(2);
  expect(facts.noscriptText).toBe("Please enable JavaScript");
});

test("a page that sends its readers on is read as a browser reads it, and its address is a link", () => {
  const sentTo = (meta: string) => factsOf({ head: `<title>t</title>${meta}` }).refresh;
  const refresh = (content: string) => sentTo(`<meta http-equiv="Refresh" content="${content}">`);
  expect(refresh("0; url=/new")).toEqual({ seconds: 0, href: "/new" });
  expect(refresh(" 5.9 , URL = '/a b' trailing")).toEqual({ seconds: 5, href: "/a b" });
  expect(refresh("0 https://b.example/")).toEqual({ seconds: 0, href: "https://b.example/" });
  expect(refresh(".5;url=x")).toEqual({ seconds: 0, href: "x" });
  // What only loads itself again, or is no refresh at all, sends nobody anywhere.
  for (const content of ["30", "30;", "0;url=", "url=/new", "soon; url=/new", ""]) expect(refresh(content)).toBeNull();
  const twice = '<meta http-equiv=refresh content="0;url=/one"><meta http-equiv=refresh content="0;url=/two">';
  expect(sentTo(twice)?.href).toBe("/one");
  expect(sentTo('<noscript><meta http-equiv=refresh content="0;url=/no-script"></noscript>')).toBeNull();
  expect(factsOf({ head: twice }).links).toEqual([{ href: "/one", text: "", rel: "refresh" }]);
});

test("JSON-LD is read through graphs, arrays, joined ids, comments and CDATA", () => {
  const block = (json: string) => `<script type="application/ld+json">${json}</script>`;
  const facts = factsOf({
    head: [
      block(
        '{"@context":"https://schema.org","@graph":[{"@type":"Organization","@id":"#o","name":"Kestrel"},{"@type":["Article","TechArticle"],"headline":"h","author":{"@id":"#p"}}]}',
      ),
      block('<!-- [{"@type":"https://schema.org/Person","@id":"#p","name":"Ines"}] -->'),
      block('//<![CDATA[\n{"@type":"schema:WebSite","url":"https://a.example/"}\n//]]>'),
      block('{"@type":"FAQPage"}'),
      block('{"@type":"Article",}'),
    ].join(""),
  });
  expect(facts.entities.map((entity) => entity.type)).toEqual([
    "Organization",
    "Article",
    "TechArticle",
    "Person",
    "WebSite",
    "FAQPage",
    "",
  ]);
  expect(facts.author).toBe("Ines");
  expect(facts.entities.at(-2)?.errors).toEqual(["mainEntity is missing"]);
  expect(facts.entities.at(-1)?.errors[0]).toContain("not valid JSON");
});

test("line breaks inside JSON strings are forgiven", () => {
  const facts = factsOf({ head: '<script type="application/ld+json">{"@type":"Organization","name":"a\nb"}</script>' });
  expect(facts.entities[0]).toMatchObject({ type: "Organization", errors: [] });
});

test("microdata and RDFa give entities of their own", () => {
  const facts = factsOf({
    body: `<div itemscope itemtype="https://schema.org/Product"><span itemprop=name>Crate</span><div itemprop=offers itemscope itemtype="http://schema.org/Offer"><meta itemprop=price content=3></div></div><div vocab="https://schema.org/" typeof="Organization"><span property=name>K</span></div>`,
  });
  expect(facts.entities.map(({ type, format, nested }) => [type, format, nested])).toEqual([
    ["Product", "microdata", false],
    ["Offer", "microdata", true],
    ["Organization", "rdfa", false],
  ]);
  expect(facts.entities[1]?.warnings).toEqual(["priceCurrency|priceSpecification is missing"]);
});

test("the main text leaves the navigation out, and a short page is read whole", () => {
  const long = factsOf({
    body: `<nav><ul>${"<li><a href=/x>Menu entry</a></li>".repeat(20)}</ul></nav><article><h1>Ramps</h1>${`<p>${someProse(60)}</p>`.repeat(6)}</article>`,
  });
  expect(long.main.source).toBe("article");
  expect(long.main.text).not.toContain("Menu entry");
  expect(long.main.words).toBeGreaterThan(300);
  expect(factsOf().main).toMatchObject({ source: "body", text: "Pallets\nText." });
});

test("tells the language from the text where it can, and believes the page where it cannot", () => {
  const german =
    "Der Fahrer wartet an der Rampe, bis die Papiere fertig sind. Das kostet Zeit und Geld. Wer früh bucht, spart beides, und niemand muss am Abend noch einmal kommen. Die Halle schließt um sechs.";
  expect(factsOf({ lang: "en", body: `<p>${german}</p>` }).language).toBe("de");
  expect(factsOf({ lang: "pt-BR", body: "<p>Oi</p>" }).language).toBe("pt");
  expect(factsOf({ lang: "", body: "<p>東京の港から大阪までの貨物輸送について説明します。</p>" }).language).toBe("ja");
});

test("an X-Robots-Tag speaks for all agents or for one", () => {
  const facts = factsOf({ headers: { "X-Robots-Tag": "max-snippet:0, googlebot: noindex, nofollow" } });
  expect(facts.robots).toEqual([
    { name: "x-robots-tag", content: "max-snippet:0" },
    { name: "x-robots-tag:googlebot", content: "noindex" },
    { name: "x-robots-tag:googlebot", content: "nofollow" },
  ]);
});

test("ten thousand nested tags are read without exhausting the stack", () => {
  const html = `<!doctype html>${"<div>".repeat(10_000)}deep${"</div>".repeat(10_000)}`;
  const facts = readPage({ url: "https://a.example/", html }, visibilityChecks.entityRules);
  expect(facts.body.text).toBe("deep");
  expect(facts.maxDepth).toBeGreaterThan(9_000);
});

test("any text is read without a throw", () => {
  const piece = fc.constantFrom(
    "<p",
    "<script type=application/ld+json>",
    "{",
    "</",
    "<h1>",
    "<title>",
    "--",
    "<meta name=robots",
    "é",
    "<table><div",
    "]]>",
    '"',
    ">",
    "<svg><style>",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const facts = readPage({ url: "https://a.example/", html: pieces.join("") }, visibilityChecks.entityRules);
      expect(facts.body.words).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 60 },
  );
});

test("the whole body stands in for the main text when that is asked", () => {
  const html = aPageHtml({ body: `<nav>Menu</nav><p>${someProse(80)}</p>` });
  const facts = readPage({ url: "https://a.example/", html }, visibilityChecks.entityRules, "whole-body");
  expect(facts.main).toMatchObject({ source: "body", words: facts.body.words });
});

test.each([
  ["<svg><title>drawing</title></svg><title>Page</title>", { title: "Page" }],
  ["<title>First</title><title>Second</title>", { title: "First" }],
  ["<title> A\n &amp;  B </title>", { title: "A & B" }],
  [
    '<link rel="canonical" href="/x"><link rel="shortlink Canonical" href="../y?a=1&amp;b=2">',
    { canonical: ["/x", "../y?a=1&b=2"] },
  ],
  ["<base href=https://z.example/><link rel=canonical href=rel><link rel=canonical>", { canonical: ["rel"] }],
  [
    "<meta name=ROBOTS content=noindex><meta name=robots content=max-snippet:0>",
    { robots: ["noindex", "max-snippet:0"] },
  ],
  ["<meta property=robots content=noindex>", { robots: [] }],
  [
    "<link rel=alternate hreflang=de href=/de><link rel=alternate hreflang=x-default href=/><link rel=alternate href=/rss>",
    { hreflang: 2 },
  ],
  [
    "<h1>A <b>b</b>\n c</h1><template><h2>no</h2></template><!-- <h3>no</h3> --><h6>z</h6>",
    {
      headings: [
        { level: 1, text: "A b c" },
        { level: 6, text: "z" },
      ],
    },
  ],
])("the facts of %s are as they stand", (head, expected) => {
  const { facts } = pageReport(anAuditOf({ head, body: "" }));
  expect(facts).toMatchObject(expected);
});

test.each([
  ["a mount point and a bundle", '<div id="root"></div><script src="/app.js"></script>'],
  ["a custom element", "<app-root></app-root><script src=m.js type=module></script>"],
  [
    "a spinner and a notice",
    "<div id=app>Loading…</div><noscript>Please enable JavaScript.</noscript><script src=a.js></script>",
  ],
  [
    "all text in a state object",
    `<header>Acme</header><div id="__next"></div><script>window.state={"text":"${"word ".repeat(400)}"}</script>`,
  ],
])("a page of which a script makes the text fails: %s", (_name, body) => {
  expect(checkOf(anAuditOf({ body }), "text-without-script").outcome).toBe("fail");
});

test("the cells of a table are parted in the main text", () => {
  const row = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  const text = "Prices hold for a year and include the collection of pallets at your door. ".repeat(12);
  const html = `<main><h1>Prices</h1><p>${text}</p><table>${row(["Pallet", "41 EUR"])}${row(["Box", "7 EUR"])}</table></main>`;
  expect(readPage({ url: "https://a.example/prices", html }, []).main.text).toContain("Pallet\t41 EUR\nBox\t7 EUR");
});
