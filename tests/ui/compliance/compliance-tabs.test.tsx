import { expect, test } from "vitest";
import { ComplianceTabs } from "#app/ui/compliance/compliance-tabs.tsx";
import { render } from "#tests/ui/render.tsx";

const links = (html: string) => [...html.matchAll(/<a href="([^"]+)"/g)].map(([, to]) => to);

test("a page is shown in its group, with the ways to the others of the group and to the other groups", async () => {
  const html = await render(<ComplianceTabs base="/o/acme" here="gaps" />);
  expect(links(html)).toEqual([
    "/o/acme/compliance",
    "/o/acme/compliance/controls",
    "/o/acme/documents",
    "/o/acme/compliance/radar",
    "/o/acme/compliance/controls",
    "/o/acme/compliance/gaps",
    "/o/acme/compliance/matrix",
  ]);
  expect(html).toMatch(/aria-current="true"[^>]*>Evidence</);
  expect(html).toMatch(/aria-current="page"[^>]*>Gaps</);
});

test("every page about compliance can be reached from the first one in two steps", async () => {
  const first = links(await render(<ComplianceTabs base="" here="list" />));
  const groups = await Promise.all(
    (["list", "controls", "documents", "radar"] as const).map((here) =>
      render(<ComplianceTabs base="" here={here} />).then(links),
    ),
  );
  expect(first).toEqual(expect.arrayContaining(["/compliance/questions", "/systems", "/compliance/not-applicable"]));
  const pages = ["/compliance/by/date", "/documents/incidents", "/documents/literacy", "/documents/layoff"];
  expect(groups.flat()).toEqual(expect.arrayContaining([...pages, "/compliance/calendar", "/compliance/matrix"]));
});
