import { redirect } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { loadRoles, type RoleLine } from "#app/services/workforce/load-roles.server.ts";
import { titlesText } from "#app/strings/en/titles.ts";
import { workforceText } from "#app/strings/en/workforce.ts";
import { Badge, type Tone } from "#app/ui/controls/badge.tsx";
import { Button, LinkButton } from "#app/ui/controls/button.tsx";
import { Disclosure } from "#app/ui/controls/disclosure.tsx";
import { EmptyState } from "#app/ui/controls/empty-state.tsx";
import { Notice } from "#app/ui/controls/notice.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { type Column, DataTable } from "#app/ui/tables/data-table.tsx";
import { pageOf, tableState } from "#app/ui/tables/table-state.ts";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";
import { roleSorting } from "#app/ui/workforce/role-sorting.ts";

export const loader = orgLoader("workforce:read", async ({ request, deps, actor, params }) => {
  const url = new URL(request.url);
  if (url.searchParams.has("format")) throw redirect(`/o/${params.org}/workforce/export${url.search}`);
  const view = await loadRoles(deps, actor);
  if (!view.ok) throw notFound();
  const state = tableState(request.url, { sort: "-headcount", size: 50 });
  const { roles, ...rest } = view.value;
  return { ...rest, count: roles.length, state, page: pageOf(roles, state, roleSorting) };
});

const tones: Readonly<Record<RoleLine["state"], Tone>> = {
  confirmed: "good",
  matched: "quiet",
  unconfirmed: "warn",
  unmatched: "warn",
};

function useColumns(): Column<RoleLine>[] {
  const t = useText(workforceText);
  const f = useFormat();
  const words = (value: string | null) => value ?? <span className="text-ink-soft">{t("notSaid")}</span>;
  return [
    { key: "title", header: t("title"), sortable: true, cell: (row) => row.title },
    {
      key: "headcount",
      header: t("headcount"),
      align: "end",
      sortable: true,
      cell: (row) => (row.headcount === null ? t("few") : f.number(row.headcount, row.headcount % 1 === 0 ? 0 : 1)),
    },
    {
      key: "department",
      header: t("department"),
      sortable: true,
      wideOnly: true,
      cell: (row) => words(row.department),
    },
    { key: "site", header: t("site"), sortable: true, wideOnly: true, cell: (row) => words(row.site) },
    { key: "country", header: t("country"), sortable: true, wideOnly: true, cell: (row) => words(row.country) },
    {
      key: "pay",
      header: t("annualPay"),
      align: "end",
      sortable: true,
      wideOnly: true,
      cell: (row) => (row.pay === null ? words(null) : f.money(row.pay)),
    },
    {
      key: "state",
      header: t("occupation"),
      sortable: true,
      cell: (row) => (
        <>
          {row.occupation === null ? null : <span className="mr-2">{row.occupation}</span>}
          {row.state === "unconfirmed" || row.state === "unmatched" ? (
            <a href={`exposure/${row.id}`} className="link">
              <Badge tone={tones[row.state]}>{t(row.state)}</Badge>
            </a>
          ) : (
            <Badge tone={tones[row.state]}>{t(row.state)}</Badge>
          )}
        </>
      ),
    },
  ];
}

export default function WorkforcePage() {
  const view = useLoaderData<typeof loader>();
  const t = useText(workforceText);
  const f = useFormat();
  const columns = useColumns();
  const titles = useText(titlesText);
  const actions = view.mayEdit ? (
    <>
      {view.waiting === 0 ? null : (
        <LinkButton to="titles" variant="quiet">
          {titles("link")}
        </LinkButton>
      )}
      <LinkButton to="import" variant="quiet">
        {t("import")}
      </LinkButton>
      <LinkButton to="paste" variant="quiet">
        {t("paste")}
      </LinkButton>
      <LinkButton to="new">{t("addRole")}</LinkButton>
    </>
  ) : undefined;
  if (view.count === 0) {
    return (
      <Page area="workforce" title={t("answerEmpty")}>
        <EmptyState action={actions}>{t("leadEmpty")}</EmptyState>
        <Removed removed={view.removed} />
      </Page>
    );
  }
  const people = t("people", { count: Math.round(view.people) });
  const roles = t("roles", { count: view.count });
  const title =
    view.waiting === 0
      ? t("answerSettled", { people, roles })
      : t("answer", { people, roles, waiting: t("titlesWait", { count: view.waiting }) });
  return (
    <Page area="workforce" title={title} lead={t("lead", { share: f.share(view.payKnown) })} action={actions}>
      {view.hidden === 0 ? null : <Notice>{t("hiddenRoles", { count: view.hidden })}</Notice>}
      <Panel>
        <DataTable
          caption={t("tableCaption")}
          columns={columns}
          rows={view.page.rows}
          rowKey={(row) => row.id}
          rowHref={(row) => `workforce/${row.id}`}
          state={view.state}
          total={view.page.total}
          filterable
          csv
        />
        <p className="screen-only pt-2 text-caption">
          <Link to="export?format=xlsx" reloadDocument className="link">
            {t("xlsx")}
          </Link>
        </p>
      </Panel>
      <Removed removed={view.removed} />
    </Page>
  );
}

function Removed({ removed }: { removed: readonly { readonly id: string; readonly title: string }[] }) {
  const t = useText(workforceText);
  if (removed.length === 0) return null;
  return (
    <Disclosure summary={t("removedList", { count: removed.length })}>
      <ul className="space-y-1">
        {removed.slice(0, 200).map(({ id, title }) => (
          <li key={id}>
            <form method="post" action={`workforce/${id}`} className="flex items-center gap-3">
              <span>{title}</span>
              <Button variant="quiet" name="intent" value="put-back" aria-label={`${t("putBack")}: ${title}`}>
                {t("putBack")}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
