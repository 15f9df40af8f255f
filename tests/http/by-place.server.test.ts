import type { ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";
import { expect, test } from "vitest";
import { byPlace } from "#app/http/by-place.server.ts";
import { routeModules } from "./route-modules.ts";

type Manifest = Record<string, { readonly id: string; readonly parentId?: string; readonly path?: string }>;

/** The routes on disk as a build lists them: what stands before a file's name with dots is its layout. */
async function table(): Promise<Manifest> {
  const names = (await routeModules()).map(({ name }) => name);
  const routes: Manifest = { root: { id: "root" } };
  for (const name of names) {
    const parent = names.filter((other) => name.startsWith(`${other}.`)).sort((a, b) => b.length - a.length)[0];
    const own = (parent === undefined ? name : name.slice(parent.length + 1))
      .split(/\.(?![^[]*\])/)
      .filter((part) => !part.startsWith("_"))
      .map((part) => part.replace(/_$/, "").replace(/^\$$/, "*").replace(/^\$/, ":").replace("[.]", "."));
    routes[name] = {
      id: name,
      parentId: parent ?? "root",
      ...(own.length === 0 ? { index: true } : { path: own.join("/") }),
    };
  }
  return routes;
}

type Node = { id: string; path?: string; index?: boolean; children?: Node[] };

function treeOf(routes: Manifest, parent?: string): Node[] {
  return Object.values(routes)
    .filter(({ parentId }) => parentId === parent)
    .map((route) => {
      const children = treeOf(routes, route.id);
      return { ...route, ...(children.length === 0 ? {} : { children }) } as Node;
    });
}

const matched = (tree: Node[], path: string) =>
  matchRoutes(tree as never, path)?.map(({ route, params }) => ({ id: route.id, params })) ?? null;

const buildOf = (routes: Manifest) => ({ routes, assets: { routes } }) as unknown as ServerBuild;
const routesOf = (part: unknown) => (part as { routes: Manifest }).routes;
const treeOfPart = (part: unknown) => treeOf(routesOf(part));

/** Of every route an address, with parameters that look like nothing else, like another route's name, and as others write it. */
async function addresses(): Promise<readonly string[]> {
  const routes = await table();
  return Object.keys(routes).flatMap((id) => {
    let path = "";
    for (let at: string | undefined = id; at !== undefined; at = routes[at]?.parentId)
      path = `/${routes[at]?.path ?? ""}${path}`;
    const fill = (value: string) => path.replace(/:\w+/g, value).replace("*", "no/such/page").replace(/\/+/g, "/");
    return [fill("a-b"), fill("new"), fill("a%2Fb"), fill("x").toUpperCase(), `${fill("y")}/`, `${fill("z")}/more`];
  });
}

test("a part of the routes answers an address as all of them would", async () => {
  const routes = await table();
  const whole = treeOf(routes);
  const partOf = byPlace(buildOf(routes), treeOfPart);
  const paths = await addresses();
  expect(paths.length).toBeGreaterThan(300);
  for (const path of paths) expect([path, matched(partOf(path), path)]).toEqual([path, matched(whole, path)]);
});

test("a part knows the routes above an address, which the browser is told of with the page", async () => {
  const routes = await table();
  const partOf = byPlace(buildOf(routes), treeOfPart);
  for (const above of ["/", "/o/acme", "/o/acme/exposure"]) {
    expect(matched(partOf("/o/acme/exposure/role-1"), above)).toEqual(matched(treeOf(routes), above));
  }
});

test("a page's data is answered by the page's part, and a part is made once", async () => {
  const routes = await table();
  let made = 0;
  const partOf = byPlace(buildOf(routes), (part) => {
    made += 1;
    return routesOf(part);
  });
  const page = partOf("/o/acme/exposure");
  expect(partOf("/o/other/exposure.data")).toBe(page);
  expect(partOf("/_root.data")).toBe(partOf("/"));
  expect(made).toBe(3);
  expect(Object.keys(page).length).toBeLessThan(10);
});

test("the manifest, and what cannot be decoded or is resolved before it is matched, are answered by the whole", async () => {
  const routes = await table();
  const partOf = byPlace(buildOf(routes), routesOf);
  expect(partOf("/__manifest")).toBe(routes);
  expect(partOf("/o/%E0%A4%A")).toBe(routes);
  for (const path of ["/o/acme/../../sign-in", "/o/%2e%2E/sign-in", "/./sign-in", "\\o\\acme"])
    expect([path, partOf(path)]).toEqual([path, routes]);
});
