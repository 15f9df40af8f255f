import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { CitedSource, SourceKind } from "#app/domain/visibility/cited-sources.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { numberFrom } from "#app/http/number-from.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { loadSources } from "#app/services/visibility/load-sources.server.ts";
import { probeSourcesText as own } from "#app/strings/en/probe-sources.ts";
import { probesText } from "#app/strings/en/probes.ts";
import { Badge } from "#app/ui/controls/badge.tsx";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { EmptyState } from "#app/ui/controls/empty-state.tsx";
import { Figure } from "#app/ui/figures/figure.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { DataTable } from "#app/ui/tables/data-table.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";
import { ProbeTabs, useProbesBase } from "#app/ui/visibility/probe-tabs.tsx";

export const meta: MetaFunction = () => [{ title: `${probesText.tabSources} – Groundwork` }];

export const loader = orgLoader("assessment:read", async ({ request, deps, actor }) => {
  const line = numberFrom(new URL(request.url).searchParams, "line") ?? 0;
  const sources = await loadSources(deps, actor, line);
  if (!sources.ok) throw notFound();
  return sources.value;
});

/** How a mention is earned from a kind of source; competitors, authorities and networks of one's own are not asked for one. */
const how = {
  encyclopedia: "howEncyclopedia",
  reviews: "howReviews",
  directory: "howDirectory",
  forum: "howForum",
  video: "howVideo",
  news: "howNews",
  education: "howEducation",
  association: "howAssociation",
} as const;

function howTo(kind: SourceKind) {
  return kind in how ? how[kind as keyof typeof how] : "howOther";
}

export default function SourcesPage() {
  const t = useText(own);
  const p = useText(probesText);
  const { lines, shown, rulesOn } = useLoaderData<typeof loader>();
  const f = useFormat();
  const base = useProbesBase();
  return (
    <Page
      area="visibility"
      title={shown === null ? t("titleEmpty") : t("title", { count: shown.sources.length + shown.left })}
      lead={t("lead")}
      trail={[
        { to: base, label: p("area") },
        { to: ".", label: p("tabSources") },
      ]}
    >
      <ProbeTabs here="sources" />
      {shown === null ? (
        <EmptyState action={<LinkButton to={base}>{t("toProbes")}</LinkButton>}>{t("empty")}</EmptyState>
      ) : (
        <>
          {lines.length < 2 ? null : (
            <nav aria-label={t("whose")} className="screen-only [overflow-wrap:anywhere]">
              <ul className="flex flex-wrap gap-x-4">
                <li className="text-ink-soft">{t("whose")}</li>
                {lines.map((line) => (
                  <li key={line.at}>
                    <a
                      href={`?line=${line.at}`}
                      className={line.at === shown.at ? "font-semibold" : "link"}
                      aria-current={line.at === shown.at ? "true" : undefined}
                    >
                      {line.engine}, {p(line.source === "probe" ? "probed" : "pasted")}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          <Panel title={t("earn")}>
            <p className="mb-3 max-w-3xl text-ink-soft">{t("earnSays")}</p>
            {shown.earn.length === 0 ? <p>{t("earnNone")}</p> : null}
            <ul className="space-y-3">
              {shown.earn.map((source) => (
                <li key={source.domain}>
                  <span className="font-semibold">{source.domain}</span> <Badge>{t(source.kind)}</Badge>{" "}
                  <span className="text-caption text-ink-soft">
                    {t("without", { without: source.without, answers: source.answers })}
                  </span>
                  <span className="block max-w-3xl">{t(howTo(source.kind))}</span>
                </li>
              ))}
            </ul>
          </Panel>
          <Panel title={t("all")}>
            <p className="mb-2 text-ink-soft">
              {t("basedOn", {
                answers: shown.answers,
                prompts: shown.prompts,
                period: f.dateRange(shown.from, shown.to),
              })}{" "}
              {t("ownShare")} <Figure estimate={shown.citationShare?.estimate ?? null} unit="share" absent="none" />
            </p>
            <SourceTable sources={shown.sources} />
            <p className="mt-2 text-caption text-ink-soft">
              {shown.left === 0 ? null : t("left", { count: shown.left })} {t("rules", { date: f.date(rulesOn) })}
            </p>
          </Panel>
        </>
      )}
    </Page>
  );
}

function SourceTable({ sources }: { sources: readonly CitedSource[] }) {
  const t = useText(own);
  return (
    <DataTable
      caption={t("all")}
      rows={sources}
      rowKey={(row) => row.domain}
      columns={[
        {
          key: "source",
          header: t("source"),
          cell: (row) => (
            <>
              {row.domain}
              <span className="block text-caption font-normal [overflow-wrap:anywhere] text-ink-soft">
                {row.pages[0]}
              </span>
            </>
          ),
        },
        { key: "kind", header: t("kind"), wideOnly: true, cell: (row) => t(row.kind) },
        {
          key: "prompts",
          header: t("promptsShare"),
          align: "end",
          cell: (row) => <Figure estimate={row.prompts.estimate} unit="share" />,
        },
        { key: "answers", header: t("answers"), align: "end", wideOnly: true, cell: (row) => row.answers },
        {
          key: "names",
          header: t("names"),
          wideOnly: true,
          cell: (row) =>
            row.names.length === 0 ? (
              <span className="text-ink-soft">{t("namesNone")}</span>
            ) : (
              row.names.map(({ name, answers }) => `${name} (${answers})`).join(", ")
            ),
        },
      ]}
    />
  );
}
