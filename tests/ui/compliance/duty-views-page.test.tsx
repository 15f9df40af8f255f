import { renderToStaticMarkup } from "react-dom/server";
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router-dom/server.js";
import { expect, test } from "vitest";
import DutyViewsPage from "#app/routes/o.$org.compliance.by.$view.tsx";

const loaded = {
  asOf: "2027-03-01",
  today: "2026-11-28",
  mayEdit: false,
  seenAt: 0,
  total: 2,
  unassigned: 2,
  sure: 5,
  headings: [],
  timeline: [{ date: "2027-08-02", law: "eu-ai-act", label: "EU AI Act", upcoming: true, duties: 2 }],
  places: [{ place: "EU", laws: 3, inForce: 0, upcoming: 2, duties: 2 }],
  colleagues: [],
  laws: [],
  systems: [],
  kept: { owner: "none", asOf: "2027-03-01" },
  change: null,
  undone: false,
  base: "/o/kestrel",
};

async function linksOf(view: string): Promise<string[]> {
  const routes = [{ path: "*", loader: () => ({ ...loaded, view }), element: <DutyViewsPage /> }];
  const handler = createStaticHandler(routes);
  const context = await handler.query(new Request(`http://localhost/o/kestrel/compliance/by/${view}`));
  if (context instanceof Response) throw new Error("the page does not redirect");
  const router = createStaticRouter(routes, context);
  const html = renderToStaticMarkup(<StaticRouterProvider router={router} context={context} hydrate={false} />);
  return [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href?.replaceAll("&amp;", "&") ?? "");
}

test("a mark and a tile lead to the duties they count: the filter and the day stay", async () => {
  const kept = "owner=none&asOf=2027-03-01";
  expect(await linksOf("date")).toContain(`/o/kestrel/compliance/by/date?${kept}&law=eu-ai-act`);
  expect(await linksOf("place")).toContain(`/o/kestrel/compliance/by/place?${kept}&place=EU`);
});
