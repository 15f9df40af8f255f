import type { MetaFunction } from "@remix-run/node";
import { Outlet, useLoaderData, useRouteLoaderData } from "@remix-run/react";
import { orgLoader } from "#app/http/org-route.server.ts";
import { findUser } from "#app/http/session.server.ts";
import { loadFrame } from "#app/services/tenancy/load-frame.server.ts";
import { AppFrame } from "#app/ui/layout/app-frame.tsx";
import { RouteError } from "#app/ui/layout/route-error.tsx";

export const loader = orgLoader("organization:enter", async ({ request, context, deps, actor, organization }) => {
  const person = await findUser(request, context);
  return loadFrame(deps, actor, organization, person);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.organization.name} – Groundwork` : "Groundwork" },
];

export default function OrganizationLayout() {
  return (
    <AppFrame frame={useLoaderData<typeof loader>()}>
      <Outlet />
    </AppFrame>
  );
}

/** What goes wrong on a page keeps the way to the others; without an organization there is none. */
export function ErrorBoundary() {
  const frame = useRouteLoaderData<typeof loader>("routes/o.$org");
  if (frame === undefined) return <RouteError />;
  return (
    <AppFrame frame={frame}>
      <RouteError home={`/o/${frame.organization.slug}`} />
    </AppFrame>
  );
}
