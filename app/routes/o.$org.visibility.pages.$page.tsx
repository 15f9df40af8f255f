import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import type { AuditId } from "#app/domain/kernel/ids.ts";
import { pathOf } from "#app/domain/visibility/path-of.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { loadAuditedPage } from "#app/services/visibility/load-audited-page.server.ts";
import { siteWorkText } from "#app/strings/en/site-work.ts";
import { visibilityText } from "#app/strings/en/visibility.ts";
import { visibilityPageText } from "#app/strings/en/visibility-page.ts";
import { Notice } from "#app/ui/controls/notice.tsx";
import { FigureCard } from "#app/ui/figures/figure.tsx";
import { useFrame } from "#app/ui/layout/frame-context.tsx";
import { KeyFigures, Page, Panel } from "#app/ui/layout/page.tsx";
import { DataTable } from "#app/ui/tables/data-table.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";
import { AgentsPanel } from "#app/ui/visibility/agents-panel.tsx";
import { CheckList } from "#app/ui/visibility/check-list.tsx";
import { GateBadge } from "#app/ui/visibility/gate-columns.tsx";
import { gateWord } from "#app/ui/visibility/marks.tsx";
import {
  DateTable,
  EntityTable,
  HiddenTable,
  MeasureTable,
  SensitivityTable,
} from "#app/ui/visibility/page-tables.tsx";

export const meta: MetaFunction = () => [{ title: `${visibilityText.area} – Groundwork` }];

export const loader = orgLoader("assessment:read", async ({ deps, actor, params, request }) => {
  const auditId = new URL(request.url).searchParams.get("audit") as AuditId | null;
  const page = await loadAuditedPage(deps, actor, { url: params.page ?? "", auditId });
  if (!page.ok) throw notFound();
  return page.value;
});

type Read = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>["read"]>;

export default function AuditedPage() {
  const t = useText(visibilityText);
  const own = useText(siteWorkText);
  const f = useFormat();
  const page = useLoaderData<typeof loader>();
  const { read } = page;
  const here = pathOf(page.url);
  const path = here === "/" ? t("pageHome") : here;
  const closed = read?.engines.filter((engine) => engine.eligibility === 0).map((engine) => engine.name) ?? [];
  const title =
    read === null
      ? t("pageTitleUnread", { path })
      : closed.length > 0
        ? t("pageTitleClosed", { path, engines: closed.join(", ") })
        : t("pageTitleScore", { path, score: f.number(read.score.value) });
  return (
    <Page
      area="visibility"
      title={title}
      lead={
        <>
          <a className="link" href={page.url} rel="noreferrer">
            {page.url}
          </a>
          {page.redirectedFrom === null ? null : <> {own("redirectedFrom", { url: pathOf(page.redirectedFrom) })}</>}
        </>
      }
      asOf={page.asOf}
    >
      {read === null ? (
        <Notice tone="warn">{page.detail}</Notice>
      ) : (
        <ReadPage read={read} linkedFrom={page.linkedFrom}>
          <AgentsPanel liveFetches={page.liveFetches} rendered={page.rendered} words={read.words} />
        </ReadPage>
      )}
    </Page>
  );
}

function ReadPage({ read, linkedFrom, children }: { read: Read; linkedFrom: number | null; children: ReactNode }) {
  const t = useText(visibilityText);
  const own = useText(visibilityPageText);
  const frame = useFrame();
  const methodPath = `/o/${frame?.organization.slug ?? ""}/visibility/method`;
  const counting = read.checks.filter((check) => check.weight + check.penalty > 0);
  const folklore = read.checks.filter((check) => check.weight + check.penalty === 0);
  return (
    <>
      <KeyFigures>
        <FigureCard label={t("score")} estimate={read.score} unit="points">
          {t("intervalNote")}
        </FigureCard>
        <FigureCard label={t("quality")} estimate={read.quality} unit="points" />
        <FigureCard label={t("bestEvidence")} estimate={exact(read.qualityBestEvidence)} unit="points" />
        <FigureCard label={t("words")} estimate={exact(read.words)} unit="count">
          {linkedFrom === null ? null : own("linkedFromCount", { count: linkedFrom })}
        </FigureCard>
      </KeyFigures>
      <Panel title={t("gates")}>
        <DataTable
          caption={t("gates")}
          rows={read.engines}
          rowKey={({ engine }) => engine}
          columns={[
            { key: "engine", header: t("engine"), cell: ({ name }) => name },
            { key: "state", header: t("state"), cell: (gate) => <GateBadge gate={gate} /> },
            {
              key: "closed",
              header: t("closedGates"),
              cell: ({ closedBy }) =>
                closedBy.length === 0 ? (
                  <span className="text-ink-soft">{t("nothingClosed")}</span>
                ) : (
                  closedBy.map((id) => t(gateWord(id))).join(", ")
                ),
            },
          ]}
        />
      </Panel>
      {children}
      <Panel title={t("weighing")} link={{ to: methodPath, label: own("methodLink") }}>
        <CheckList caption={t("weighing")} checks={counting} />
      </Panel>
      <Panel title={own("sensitivity")}>
        <p className="mb-2 max-w-3xl text-ink-soft">{own("sensitivityNote")}</p>
        <SensitivityTable rows={read.sensitivity} />
      </Panel>
      <Panel title={own("behind")}>
        <p className="mb-2 max-w-3xl text-ink-soft">{own("behindNote")}</p>
        <MeasureTable checks={read.checks} />
      </Panel>
      <Panel title={t("structuredData")}>
        <EntityTable entities={read.entities} />
      </Panel>
      <Panel title={own("dates")}>
        <DateTable dates={read.dates} lastModified={read.lastModified} />
      </Panel>
      <Panel title={own("hidden")}>
        <p className="mb-2 max-w-3xl text-ink-soft">{own("hiddenNote")}</p>
        <HiddenTable hidden={read.hidden} />
      </Panel>
      <Panel title={t("folkloreTitle")}>
        <p className="mb-2 text-ink-soft">{t("folkloreNote")}</p>
        <CheckList caption={t("folkloreTitle")} checks={folklore} />
      </Panel>
      <Facts read={read} />
    </>
  );
}

function Facts({ read }: { read: Read }) {
  const t = useText(visibilityText);
  const facts: readonly (readonly [string, string | null])[] = [
    [t("title"), read.title],
    [t("description"), read.description],
    [t("language"), read.language],
    [t("author"), read.author],
  ];
  return (
    <Panel title={t("facts")}>
      <dl className="grid grid-cols-1 gap-x-6 gap-y-2 sm:grid-cols-[12rem_1fr]">
        {facts.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-ink-soft">{label}</dt>
            <dd>{value === null || value === "" ? t("none") : value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function exact(value: number) {
  return { value, low: value, high: value };
}
