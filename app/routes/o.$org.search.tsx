import { Form, useLoaderData } from "@remix-run/react";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { searchOrganization } from "#app/services/reports/search-organization.server.ts";
import { interfaceText } from "#app/strings/en/interface.ts";
import { searchText } from "#app/strings/en/search.ts";
import { areas } from "#app/ui/layout/frame-context.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import type { Destination } from "#app/ui/layout/palette.tsx";
import { DataTable } from "#app/ui/tables/data-table.tsx";
import { useText } from "#app/ui/text/use-text.ts";

const kinds = { role: searchText.kindRole, duty: searchText.kindDuty, action: searchText.kindAction } as const;

/** Answers the search page and the palette alike. */
export const loader = orgLoader("organization:read", async ({ deps, actor, params, request }) => {
  const query = (new URL(request.url).searchParams.get("q") ?? "").trim().slice(0, 200);
  const found = await searchOrganization(deps, actor, { query });
  if (!found.ok) throw notFound();
  const home = `/o/${params.org}`;
  const needle = query.toLocaleLowerCase("en");
  const pages = areas
    .filter(({ area }) => interfaceText[area].toLocaleLowerCase("en").includes(needle))
    .map(({ area, path }) => ({
      kind: searchText.kindPage,
      title: interfaceText[area],
      href: path === "" ? home : `${home}/${path}`,
    }));
  const others = found.value.map(({ kind, title, path }) => ({ kind: kinds[kind], title, href: `${home}/${path}` }));
  const destinations: readonly Destination[] = [...pages, ...others];
  return { query, destinations };
});

export default function Search() {
  const { query, destinations } = useLoaderData<typeof loader>();
  const t = useText(searchText);
  const words = useText(interfaceText);
  const title =
    query === ""
      ? t("searchAnswer")
      : destinations.length === 0
        ? t("searchNone", { query })
        : t("searchFound", { count: destinations.length, query });
  return (
    <Page area="overview" title={title}>
      <Form method="get" className="flex max-w-xl gap-2">
        <input
          key={query}
          type="search"
          name="q"
          defaultValue={query}
          aria-label={t("searchLabel")}
          className="input"
        />
        <button type="submit" className="button button-primary">
          {words("search")}
        </button>
      </Form>
      {destinations.length === 0 ? null : (
        <Panel>
          <DataTable
            caption={title}
            rows={destinations}
            rowKey={({ href, title: name }) => `${href} ${name}`}
            rowHref={({ href }) => href}
            columns={[
              { key: "title", header: t("found"), cell: ({ title: name }) => name },
              { key: "kind", header: t("kind"), cell: ({ kind }) => kind },
            ]}
          />
        </Panel>
      )}
    </Page>
  );
}
