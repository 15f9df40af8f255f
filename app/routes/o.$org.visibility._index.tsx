import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { VisibilityAudit } from "#app/domain/visibility/visibility-audit.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { loadVisibility } from "#app/services/visibility/load-visibility.server.ts";
import { requestSiteAudit } from "#app/services/visibility/request-site-audit.server.ts";
import { textOf } from "#app/strings/catalogue.ts";
import { visibilityText } from "#app/strings/en/visibility.ts";
import { Badge } from "#app/ui/controls/badge.tsx";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { Disclosure } from "#app/ui/controls/disclosure.tsx";
import { TextInput } from "#app/ui/controls/fields.tsx";
import { Form, SubmitButton } from "#app/ui/controls/form.tsx";
import { Notice } from "#app/ui/controls/notice.tsx";
import { Figure, FigureCard } from "#app/ui/figures/figure.tsx";
import { KeyFigures, Page, Panel } from "#app/ui/layout/page.tsx";
import { DataTable } from "#app/ui/tables/data-table.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";
import { FixTable } from "#app/ui/visibility/fix-table.tsx";
import { gateWord, pageSegment, pathOf, stateWords } from "#app/ui/visibility/marks.tsx";
import { RobotsMatrix } from "#app/ui/visibility/robots-matrix.tsx";

export const meta: MetaFunction = () => [{ title: `${visibilityText.area} – Groundwork` }];

export const loader = orgLoader("assessment:read", async ({ deps, actor }) => {
  const view = await loadVisibility(deps, actor);
  if (!view.ok) throw notFound();
  return view.value;
});

const AuditForm = z.object({ homepage: z.string().trim().max(2_048) });

export const action = orgAction("assessment:run", async ({ request, deps, actor, params }) => {
  const form = await readForm(request, AuditForm);
  if (!form.ok) return data({ errors: form.failure.errors, values: form.failure.typed }, { status: 422 });
  const result = await requestSiteAudit(deps, actor, form.value);
  if (result.ok) return redirect(`/o/${params.org}/visibility/audits/${result.value}`);
  const { failure } = result;
  if (failure.kind === "already-running") return redirect(`/o/${params.org}/visibility/audits/${failure.auditId}`);
  const t = textOf(visibilityText, "en");
  const error =
    failure.kind === "not-a-website"
      ? t("notAWebsite", { because: failure.because })
      : failure.kind === "over-limit"
        ? t("overLimit", { limit: failure.limit, used: failure.used })
        : t("forbidden");
  return data({ errors: { homepage: [error] }, values: form.value }, { status: failureStatus(failure) });
});

export default function VisibilityPage() {
  const t = useText(visibilityText);
  const view = useLoaderData<typeof loader>();
  const { audit } = view;
  if (audit === null) {
    return (
      <Page area="visibility" title={t("emptyTitle")} lead={t("emptyLead")} action={<ProbesLink />}>
        <RunningNotice />
        <AuditPanel />
        <History />
      </Page>
    );
  }
  const { result } = audit;
  const read = result.pages.filter((page) => page.state === "audited").length;
  return (
    <Page
      area="visibility"
      title={<Answer result={result} />}
      lead={t("leadScore", { pages: read, homepage: result.homepage })}
      asOf={result.asOf}
      action={<ProbesLink />}
    >
      <RunningNotice />
      <KeyFigures>
        <FigureCard label={t("readiness")} estimate={result.score} unit="points">
          {t("intervalNote")}
        </FigureCard>
        <FigureCard label={t("quality")} estimate={result.quality} unit="points" />
        <FigureCard
          label={t("bestEvidence")}
          estimate={result.qualityBestEvidence === null ? null : exact(result.qualityBestEvidence)}
          unit="points"
        />
        <FigureCard label={t("pagesRead")} estimate={exact(read)} unit="count">
          {t("ofTried", { count: result.pages.length })}
        </FigureCard>
      </KeyFigures>
      <EnginePanel result={result} />
      <Panel title={t("fixes")}>
        <p className="mb-2 text-ink-soft">{t("gainNote")}</p>
        <FixTable fixes={result.fixes} />
      </Panel>
      <PagesPanel result={result} auditId={audit.id} />
      <Panel title={t("robots")}>
        <p className="mb-2 text-ink-soft">{t("robotsNote")}</p>
        <RobotsMatrix report={result.robots} scored={result.engines.map((engine) => engine.agent)} />
      </Panel>
      <SitePanel result={result} />
      <AuditPanel />
      <History />
    </Page>
  );
}

function exact(value: number) {
  return { value, low: value, high: value };
}

/** The most consequential finding, as the page's title. */
function Answer({ result }: { result: VisibilityAudit }): string {
  const t = useText(visibilityText);
  const pages = result.pages.filter((page) => page.state === "audited");
  if (pages.length === 0) return t("titleNothingRead", { homepage: result.homepage });
  const closed = result.engines
    .map(({ name, engine }) => ({
      name,
      count: pages.filter((page) => page.engines.some((gate) => gate.engine === engine && gate.eligibility === 0))
        .length,
    }))
    .sort((a, b) => b.count - a.count)[0];
  if (closed === undefined || closed.count === 0)
    return t("titleOpen", { count: result.engines.length, pages: pages.length });
  if (closed.count === pages.length) return t("titleAllClosed", { engine: closed.name, pages: pages.length });
  return t("titleSomeClosed", { engine: closed.name, closed: closed.count, pages: pages.length });
}

function ProbesLink() {
  const t = useText(visibilityText);
  return (
    <LinkButton to="probes" variant="quiet">
      {t("probesLink")}
    </LinkButton>
  );
}

function RunningNotice() {
  const t = useText(visibilityText);
  const { running } = useLoaderData<typeof loader>();
  if (running === null) return null;
  return (
    <Notice tone="accent" title={t("running")}>
      {running.progress?.now ?? ""}{" "}
      <a className="link" href={`visibility/audits/${running.id}`}>
        {t("follow")}
      </a>
    </Notice>
  );
}

function AuditPanel() {
  const t = useText(visibilityText);
  const { website, audit, mayRun, running } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  if (!mayRun || running !== null) return null;
  return (
    <Panel title={audit === null ? t("auditNow") : t("auditAgain")}>
      {audit === null ? <p className="mb-3 text-ink-soft">{t("emptyBody")}</p> : null}
      <Form errors={result?.errors} values={result?.values ?? { homepage: audit?.result.homepage ?? website ?? "" }}>
        <TextInput name="homepage" label={t("website")} help={t("websiteHelp")} required inputMode="url" />
        <SubmitButton>{t("startAudit")}</SubmitButton>
      </Form>
    </Panel>
  );
}

function EnginePanel({ result }: { result: VisibilityAudit }) {
  const t = useText(visibilityText);
  const f = useFormat();
  return (
    <Panel title={t("engines")}>
      <DataTable
        caption={t("engines")}
        rows={result.engines}
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
                    .map(({ gate, pages }) => t("onPages", { gate: t(gateWord(gate)), count: pages.length }))
                    .join("; "),
          },
        ]}
      />
      <p className="mt-2 text-caption text-ink-soft">{t("enginesNote")}</p>
    </Panel>
  );
}

function PagesPanel({ result, auditId }: { result: VisibilityAudit; auditId: string }) {
  const t = useText(visibilityText);
  const weakest = new Set(result.weakest);
  return (
    <Panel title={t("pages")}>
      <DataTable
        caption={t("pages")}
        rows={result.pages}
        rowKey={(page) => page.url}
        rowHref={(page) => `visibility/pages/${pageSegment(page.url)}?audit=${auditId}`}
        columns={[
          { key: "page", header: t("page"), cell: (page) => pathOf(page.url) },
          { key: "role", header: t("role"), wideOnly: true, cell: (page) => page.role ?? "" },
          {
            key: "score",
            header: t("score"),
            align: "end",
            cell: (page) => (
              <>
                <Figure estimate={page.score} unit="points" />
                {weakest.has(page.url) ? (
                  <span className="block text-caption text-ink-soft">{t("weakest")}</span>
                ) : null}
              </>
            ),
          },
          { key: "failed", header: t("failed"), align: "end", wideOnly: true, cell: (page) => page.failed.length },
          { key: "warned", header: t("warned"), align: "end", wideOnly: true, cell: (page) => page.warned.length },
          {
            key: "state",
            header: t("state"),
            cell: (page) =>
              page.state === "audited" ? t("stateAudited") : <Badge tone="warn">{t(stateWords[page.state])}</Badge>,
          },
        ]}
      />
    </Panel>
  );
}

function SitePanel({ result }: { result: VisibilityAudit }) {
  const t = useText(visibilityText);
  const lists: readonly (readonly [string, readonly string[]])[] = [
    [t("sitemap"), [result.sitemap.detail, ...result.sitemap.problems]],
    [t("llms"), [result.llmsTxt.detail, ...result.llmsTxt.problems]],
    [t("findings"), result.findings.map(({ text }) => text)],
    [t("notMeasured"), result.notMeasured],
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
            {lines === result.notMeasured ? <p className="text-caption text-ink-soft">{t("notMeasuredNote")}</p> : null}
          </div>
        ),
      )}
      <Disclosure summary={t("sensitivity")}>
        <p className="text-ink-soft">{t("sensitivityNote")}</p>
        <DataTable
          caption={t("sensitivity")}
          rows={result.sensitivity}
          rowKey={(row) => row.check}
          columns={[
            { key: "check", header: t("check"), cell: (row) => row.title },
            {
              key: "range",
              header: t("range"),
              align: "end",
              cell: (row) => (
                <Figure
                  estimate={{ value: result.score?.value ?? row.low, low: row.low, high: row.high }}
                  unit="points"
                />
              ),
            },
          ]}
        />
      </Disclosure>
    </Panel>
  );
}

const statusWords = {
  queued: "statusQueued",
  running: "statusRunning",
  done: "statusDone",
  failed: "statusFailed",
  cancelled: "statusCancelled",
} as const;

function History() {
  const t = useText(visibilityText);
  const f = useFormat();
  const { history } = useLoaderData<typeof loader>();
  if (history.length === 0) return null;
  return (
    <Panel title={t("history")}>
      <DataTable
        caption={t("history")}
        rows={history}
        rowKey={(row) => row.id}
        rowHref={(row) => `visibility/audits/${row.id}`}
        columns={[
          { key: "when", header: t("when"), cell: (row) => f.moment(row.at) },
          { key: "website", header: t("website"), cell: (row) => row.homepage },
          { key: "state", header: t("state"), cell: (row) => t(statusWords[row.status]) },
          { key: "why", header: t("historyReason"), wideOnly: true, cell: (row) => row.failure ?? "" },
        ]}
      />
    </Panel>
  );
}
