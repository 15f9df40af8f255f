import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pathOf } from "#app/domain/visibility/path-of.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { loadChange } from "#app/services/visibility/load-visibility.server.ts";
import { siteWorkText } from "#app/strings/en/site-work.ts";
import { visibilityText } from "#app/strings/en/visibility.ts";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { EmptyState } from "#app/ui/controls/empty-state.tsx";
import { Notice } from "#app/ui/controls/notice.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { DataTable } from "#app/ui/tables/data-table.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";
import { FindingList } from "#app/ui/visibility/finding-list.tsx";
import { SiteTabs } from "#app/ui/visibility/site-tabs.tsx";

export const meta: MetaFunction = () => [{ title: `${siteWorkText.tabChanges} – Groundwork` }];

/** Lines of each list. */
const most = 40;

export const loader = orgLoader("assessment:read", async ({ deps, actor, params }) => {
  const view = await loadChange(deps, actor);
  if (!view.ok) throw notFound();
  const base = `/o/${params.org}`;
  if (view.value === null) return { base, change: null, asOf: null };
  const { change, asOf } = view.value;
  const { pages, findings } = change;
  return {
    base,
    asOf: asOf as string,
    change: {
      ...change,
      pages: {
        added: pages.added.slice(0, most),
        gone: pages.gone.slice(0, most),
        moved: pages.moved.slice(0, most),
      },
      findings: { ...findings, added: findings.added.slice(0, most), gone: findings.gone.slice(0, most) },
    },
  };
});

type Line = { readonly name: string; readonly before: number | null; readonly after: number | null };

function MovedTable({ caption, lines, digits = 0 }: { caption: string; lines: readonly Line[]; digits?: 0 | 1 }) {
  const t = useText(siteWorkText);
  const f = useFormat();
  const shown = (value: number | null) => (value === null ? t("notMeasured") : f.number(value, digits));
  return (
    <DataTable
      caption={caption}
      rows={lines}
      rowKey={(line) => line.name}
      columns={[
        { key: "name", header: caption, cell: (line) => <bdi className="[overflow-wrap:anywhere]">{line.name}</bdi> },
        { key: "before", header: t("before"), align: "end", cell: (line) => shown(line.before) },
        { key: "after", header: t("after"), align: "end", cell: (line) => shown(line.after) },
        {
          key: "difference",
          header: t("difference"),
          align: "end",
          cell: ({ before, after }) => (before === null || after === null ? "" : f.signed(after - before, 1)),
        },
      ]}
      empty={t("nothing")}
    />
  );
}

export default function ChangesPage() {
  const t = useText(siteWorkText);
  const words = useText(visibilityText);
  const f = useFormat();
  const { change, asOf, base } = useLoaderData<typeof loader>();
  if (change === null) {
    return (
      <Page area="visibility" title={t("noBefore")}>
        <SiteTabs base={base} here="changes" />
        <EmptyState action={<LinkButton to={`${base}/visibility`}>{words("auditNow")}</LinkButton>}>
          {t("noBeforeLead")}
        </EmptyState>
      </Page>
    );
  }
  const { score, since, engines, checks, pages, findings } = change;
  const moved = score.before === null || score.after === null ? null : score.after - score.before;
  const date = f.date(since);
  const title =
    moved === null
      ? t("changesUnknown", { date })
      : Math.abs(moved) < 0.05
        ? t("changesEqual", { date })
        : t(moved > 0 ? "changesBetter" : "changesWorse", { points: f.number(Math.abs(moved), 1), date });
  return (
    <Page area="visibility" title={title} {...(asOf === null ? {} : { asOf })}>
      <SiteTabs base={base} here="changes" />
      {change.sameMethod ? null : <Notice tone="warn">{t("otherMethod")}</Notice>}
      <Panel title={t("enginesMoved")}>
        <MovedTable caption={words("engine")} lines={engines} />
      </Panel>
      {checks.length === 0 ? null : (
        <Panel title={t("checksMoved")}>
          <p className="mb-2 text-ink-soft">{t("checkScale")}</p>
          <MovedTable
            caption={words("check")}
            lines={checks.map(({ title: name, before, after }) => ({
              name,
              before: before === null ? null : before * 100,
              after: after === null ? null : after * 100,
            }))}
          />
        </Panel>
      )}
      <Panel title={t("findingsGone")}>
        {findings.gone.length === 0 ? t("nothing") : <FindingList findings={findings.gone} />}
      </Panel>
      <Panel title={t("findingsAdded")}>
        {findings.added.length === 0 ? t("nothing") : <FindingList findings={findings.added} />}
        <p className="mt-2 text-ink-soft">{t("findingsStill", { count: findings.still })}</p>
      </Panel>
      {pages.moved.length === 0 ? null : (
        <Panel title={t("pagesMoved")}>
          <MovedTable
            caption={words("page")}
            lines={pages.moved.map(({ url, before, after }) => ({ name: pathOf(url), before, after }))}
          />
        </Panel>
      )}
      {(["added", "gone"] as const).map((side) =>
        pages[side].length === 0 ? null : (
          <Panel key={side} title={t(side === "added" ? "pagesAdded" : "pagesGone")}>
            <ul className="list-disc pl-5">
              {pages[side].map((url) => (
                <li key={url} className="[overflow-wrap:anywhere]">
                  {pathOf(url)}
                </li>
              ))}
            </ul>
          </Panel>
        ),
      )}
    </Page>
  );
}
