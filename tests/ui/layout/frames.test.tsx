import { expect, test } from "vitest";
import { AppFrame } from "#app/ui/layout/app-frame.tsx";
import { ErrorPage } from "#app/ui/layout/error-page.tsx";
import { Page } from "#app/ui/layout/page.tsx";
import { render, textIn } from "#tests/ui/render.tsx";

const frame = {
  organization: { name: "Kestrel Freight", slug: "kestrel" },
  areas: ["overview", "exposure", "plan", "outcomes", "changes"],
  counts: { plan: 3, outcomes: 12, changes: 0 },
  asOf: "2026-11-22",
  knowledgeVersion: "2026.11",
} as const;

test("a page has one answer as its heading, the day and the version of what it shows", async () => {
  const html = await render(
    <AppFrame frame={frame}>
      <Page area="exposure" title="A third of the hours is exposed" trail={[{ to: "x", label: "Dispatcher" }]}>
        {null}
      </Page>
    </AppFrame>,
  );
  expect(html.match(/<h1/g)).toHaveLength(1);
  expect(html.match(/<main/g)).toHaveLength(1);
  expect(textIn(html)).toContain("as of 22 Nov 2026");
  expect(textIn(html)).toContain("knowledge 2026.11");
});

test("the navigation shows what the role may open, and where one is", async () => {
  const html = await render(<AppFrame frame={frame}>{null}</AppFrame>, "/o/kestrel/exposure/roles");
  expect(textIn(html).match(/Plan v3/g)).toHaveLength(1);
  expect(textIn(html)).toContain("Outcomes 12 to record");
  expect(textIn(html)).not.toContain("to decide");
  expect(textIn(html)).not.toContain("Settings");
  expect(html).toMatch(/aria-current="page" class="nav-item[^"]*" href="\/o\/kestrel\/exposure"/);
});

test("AI systems and work products belong to compliance", async () => {
  const all = { organization: frame.organization };
  for (const path of ["systems", "documents/dpia", "compliance/radar"]) {
    const html = await render(<AppFrame frame={all}>{null}</AppFrame>, `/o/kestrel/${path}`);
    expect(html.match(/aria-current="page" class="nav-item[^>]*>/g)?.join()).toContain("/o/kestrel/compliance");
  }
});

test("an error page says what to do and gives the number of the request, not the error", async () => {
  const html = await render(<ErrorPage status={500} requestId="req-7" />);
  expect(textIn(html)).toContain("Load the page again.");
  expect(textIn(html)).toContain("req-7");
  expect(textIn(await render(<ErrorPage status={404} requestId={null} />))).toContain(
    "There is nothing at this address",
  );
});
