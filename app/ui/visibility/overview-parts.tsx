import type { OverviewChange, SiteOverview } from "#app/domain/visibility/site-overview.ts";
import { siteWorkText } from "#app/strings/en/site-work.ts";
import { visibilityText } from "#app/strings/en/visibility.ts";
import { Figure } from "../figures/figure.tsx";
import { Panel } from "../layout/page.tsx";
import { DataTable } from "../tables/data-table.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { FindingList } from "./finding-list.tsx";
import { gateWord, PagePath, pageSegment, roleWords } from "./marks.tsx";
import { SensitivityTable } from "./page-tables.tsx";

export function EnginePanel({ audit }: { audit: SiteOverview }) {
  const t = useText(visibilityText);
  const f = useFormat();
  return (
    <Panel title={t("engines")}>
      <DataTable
        caption={t("engines")}
        rows={audit.engines}
        rowKey={(engine) => engine.engine}
        columns={[
          { key: "engine", header: t("engine"), cell: (engine) => engine.name },
          { key: "agent", header: t("agent"), wideOnly: true, cell: (engine) => engine.agent },
          {
            key: "score",
            header: t("score"),
            align: "end",
            cell: (engine) => <Figure estimate={engine.score} unit="points" />,
          },
          {
            key: "usable",
            header: t("usable"),
            align: "end",
            wideOnly: true,
            cell: (engine) => f.share(engine.eligibility),
          },
          {
            key: "closed",
            header: t("closedGates"),
            cell: (engine) =>
              engine.gates.length === 0
                ? t("nothingClosed")
                : engine.gates
                    .map(({ gate, pages }) => t("onPages", { gate: t(gateWord(gate)), count: pages }))
                    .join("; "),
          },
        ]}
      />
      <p className="mt-2 text-caption text-ink-soft">{t("enginesNote")}</p>
    </Panel>
  );
}

/** What moved since the audit before, in a few sentences. */
export function ChangePanel({ change, base }: { change: OverviewChange; base: string }) {
  const t = useText(siteWorkText);
  const f = useFormat();
  const { before, after } = change.score;
  return (
    <Panel
      title={t("changeTitle", { date: f.date(change.since) })}
      link={{ to: `${base}/visibility/changes`, label: t("changeAll") }}
    >
      {before === null || after === null ? null : (
        <p>
          {Math.abs(after - before) < 0.05
            ? t("changeSame", { after: f.number(after, 1) })
            : t("changeScore", { before: f.number(before, 1), after: f.number(after, 1) })}
        </p>
      )}
      <p>{t("changePages", { better: change.better, worse: change.worse })}</p>
      <p>{t("changeFindings", { gone: change.findingsGone, added: change.findingsAdded })}</p>
      {change.sameMethod ? null : <p className="text-ink-soft">{t("otherMethod")}</p>}
    </Panel>
  );
}

export function WeakestPanel({ audit, base }: { audit: SiteOverview; base: string }) {
  const t = useText(visibilityText);
  const own = useText(siteWorkText);
  if (audit.weakest.length === 0) return null;
  return (
    <Panel
      title={own("weakestTitle")}
      link={{ to: `${base}/visibility/matrix`, label: own("allPages", { count: audit.tried }) }}
    >
      <p className="mb-2 text-ink-soft">{own("weakestNote")}</p>
      <DataTable
        caption={own("weakestTitle")}
        rows={audit.weakest}
        rowKey={(page) => page.url}
        rowHref={(page) => `${base}/visibility/pages/${pageSegment(page.url)}?audit=${audit.id}`}
        columns={[
          { key: "page", header: t("page"), cell: (page) => <PagePath url={page.url} /> },
          {
            key: "role",
            header: t("role"),
            wideOnly: true,
            cell: ({ role }) => (role === null ? "" : t(roleWords[role])),
          },
          {
            key: "score",
            header: t("score"),
            align: "end",
            cell: (page) => <Figure estimate={page.score} unit="points" />,
          },
          { key: "failed", header: t("failed"), align: "end", cell: (page) => page.failed.length },
        ]}
      />
    </Panel>
  );
}

/** The score by what pages are for, the kinds with most pages first. */
export function RolePanel({ audit }: { audit: SiteOverview }) {
  const t = useText(visibilityText);
  const own = useText(siteWorkText);
  if (audit.byRole.length === 0) return null;
  return (
    <Panel title={own("byRoleTitle")}>
      <DataTable
        caption={own("byRoleTitle")}
        rows={[...audit.byRole].sort((a, b) => b.pages - a.pages)}
        rowKey={(row) => row.role}
        columns={[
          { key: "role", header: t("role"), cell: (row) => t(roleWords[row.role]) },
          { key: "pages", header: t("pages"), align: "end", cell: (row) => row.pages },
          {
            key: "score",
            header: t("score"),
            align: "end",
            cell: ({ score, low = score, high = score }) => (
              <Figure estimate={{ value: score, low, high }} unit="points" />
            ),
          },
        ]}
      />
    </Panel>
  );
}

export function FindingsPanel({ audit, base }: { audit: SiteOverview; base: string }) {
  const t = useText(visibilityText);
  const own = useText(siteWorkText);
  if (audit.findings.length === 0) return null;
  const more = audit.findingCount > audit.findings.length;
  return (
    <Panel
      title={t("findings")}
      {...(more
        ? {
            link: { to: `${base}/visibility/fixes#findings`, label: own("allFindings", { count: audit.findingCount }) },
          }
        : {})}
    >
      <FindingList findings={audit.findings} />
    </Panel>
  );
}

export function FilesPanel({ audit }: { audit: SiteOverview }) {
  const t = useText(visibilityText);
  const lists: readonly (readonly [string, readonly string[]])[] = [
    [t("sitemap"), [audit.sitemap.detail, ...audit.sitemap.problems]],
    [t("llms"), [audit.llmsTxt.detail, ...audit.llmsTxt.problems]],
    [t("notMeasured"), audit.notMeasured],
  ];
  return (
    <Panel title={t("siteFiles")}>
      {lists.map(([title, lines]) =>
        lines.length === 0 ? null : (
          <div key={title} className="mb-3">
            <h3 className="font-semibold">{title}</h3>
            <ul className="list-disc pl-5">
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            {lines === audit.notMeasured ? <p className="text-caption text-ink-soft">{t("notMeasuredNote")}</p> : null}
          </div>
        ),
      )}
    </Panel>
  );
}

/** What the site score rests on, check by check. */
export function SensitivityPanel({ audit, base }: { audit: SiteOverview; base: string }) {
  const t = useText(visibilityText);
  const own = useText(siteWorkText);
  if (audit.sensitivity.length === 0) return null;
  const widest = [...audit.sensitivity].sort((a, b) => b.high - b.low - (a.high - a.low));
  return (
    <Panel title={t("sensitivity")} link={{ to: `${base}/visibility/method`, label: own("tabMethod") }}>
      <p className="mb-2 max-w-3xl text-ink-soft">{t("sensitivityNote")}</p>
      <SensitivityTable rows={widest} />
    </Panel>
  );
}
