import { expect, test } from "vitest";
import { permissions } from "#app/domain/tenancy/permissions.ts";
import type { Policy } from "#app/http/org-route.server.ts";
import { type RouteModule, routeModules } from "./route-modules.ts";

const said = (policy: Policy | undefined) =>
  policy === undefined ? "NO POLICY" : policy.who === "member" ? policy.permission : policy.who;

function line({ name, loader, action }: RouteModule): string {
  const doors = [loader && `read ${said(loader.policy)}`, action && `write ${said(action.policy)}`].filter(Boolean);
  return `| ${name} | ${doors.length === 0 ? "no data" : doors.join(", ")} |`;
}

/** Routes that anybody may write to. Each is here for a reason: it opens a session, or a signature or a limit guards it. */
const openToAll = [
  "_auth.reset._index",
  "_auth.reset.new",
  "_auth.sign-in",
  "_auth.sign-up",
  "_auth.verify",
  "demonstration",
  "sign-out",
  "theme",
  "tools.$token",
  "unsubscribe",
  "webhooks.stripe",
];

test("every loader and action declares who may call it", async () => {
  const bare = (await routeModules()).flatMap(({ name, loader, action }) => [
    ...(loader && loader.policy === undefined ? [`${name} loader`] : []),
    ...(action && action.policy === undefined ? [`${name} action`] : []),
  ]);
  expect(bare).toEqual([]);
});

test("everything under an organization asks for a permission in it", async () => {
  const routes = (await routeModules()).filter(({ name }) => name.startsWith("o.$org"));
  for (const { name, loader, action } of routes) {
    for (const door of [loader, action]) {
      if (door === null) continue;
      expect([name, door.policy?.who]).toEqual([name, "member"]);
      if (door.policy?.who === "member") expect(permissions).toContain(door.policy.permission);
    }
  }
  expect(routes.length).toBeGreaterThan(10);
});

test("only the routes named here are written to by anybody", async () => {
  const open = (await routeModules()).filter(({ action }) => action?.policy?.who === "public").map(({ name }) => name);
  expect(open.filter((name) => !name.startsWith("_site."))).toEqual(openToAll);
});

// Mend the table with `npx vitest run --project tiers tests/http/route-policies -u`, and read what it changed.
test("the table of policies is the one that was read and agreed", async () => {
  const table = (await routeModules()).map(line);
  const page = ["# Who may call what", "", "| route | doors |", "| --- | --- |", ...table, ""].join("\n");
  await expect(page).toMatchFileSnapshot("./route-policies.md");
});
