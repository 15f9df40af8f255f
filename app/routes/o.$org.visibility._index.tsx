import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { adviceOn } from "#app/domain/visibility/audit-advice.ts";
import type { SiteOverview } from "#app/domain/visibility/site-overview.ts";
import { pagesWithoutProof, pagesWithProof } from "#app/domain/visibility/site-proof.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { loadVisibility } from "#app/services/visibility/load-visibility.server.ts";
import { loadSiteProof } from "#app/services/visibility/prove-site.server.ts";
import { requestSiteAudit } from "#app/services/visibility/request-site-audit.server.ts";
import { textOf } from "#app/strings/catalogue.ts";
import { siteWorkText } from "#app/strings/en/site-work.ts";
import { visibilityText } from "#app/strings/en/visibility.ts";
import { EmptyState } from "#app/ui/controls/empty-state.tsx";
import { NumberInput, TextInput } from "#app/ui/controls/fields.tsx";
import { Form, SubmitButton } from "#app/ui/controls/form.tsx";
import { Notice } from "#app/ui/controls/notice.tsx";
import { FigureCard } from "#app/ui/figures/figure.tsx";
import { KeyFigures, Page, Panel } from "#app/ui/layout/page.tsx";
import { useText } from "#app/ui/text/use-text.ts";
import { Advice, asSentence } from "#app/ui/visibility/audit-end.tsx";
import { AuditHistory, LastWithoutFigures, RunningNotice } from "#app/ui/visibility/audit-history.tsx";
import { FixTable } from "#app/ui/visibility/fix-table.tsx";
import {
  ChangePanel,
  EnginePanel,
  FilesPanel,
  FindingsPanel,
  RolePanel,
  SensitivityPanel,
  WeakestPanel,
} from "#app/ui/visibility/overview-parts.tsx";
import { SiteTabs } from "#app/ui/visibility/site-tabs.tsx";

export const meta: MetaFunction = () => [{ title: `${visibilityText.area} – Groundwork` }];

export const loader = orgLoader("assessment:read", async ({ deps, actor, params }) => {
  const [view, proof] = await Promise.all([loadVisibility(deps, actor), loadSiteProof(deps, actor)]);
  if (!view.ok) throw notFound();
  const proven = proof.ok && proof.value?.proven === true;
  return { ...view.value, base: `/o/${params.org}`, most: proven ? pagesWithProof : pagesWithoutProof };
});

const pagesWrong = textOf(siteWorkText, "en")("pagesWrong", { most: pagesWithProof });
const AuditForm = z.object({
  homepage: z.string({ error: visibilityText.typeAddress }).trim().max(2_048, visibilityText.typeAddress),
  pages: z.preprocess(
    (typed) => (typed === "" ? undefined : typed),
    z.coerce
      .number({ error: pagesWrong })
      .int(pagesWrong)
      .min(1, pagesWrong)
      .max(pagesWithProof, pagesWrong)
      .optional(),
  ),
});

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
      : failure.kind === "not-proven"
        ? textOf(siteWorkText, "en")("notProven", { most: failure.most })
        : failure.kind === "over-limit"
          ? t("overLimit", { limit: failure.limit, used: failure.used })
          : t("forbidden");
  return data(
    { errors: { [failure.kind === "not-proven" ? "pages" : "homepage"]: [error] }, values: form.value },
    { status: failureStatus(failure) },
  );
});

export default function VisibilityPage() {
  const t = useText(visibilityText);
  const own = useText(siteWorkText);
  const { audit, change, base, running, history } = useLoaderData<typeof loader>();
  if (audit === null) return <First />;
  if (audit.read === 0) return <NothingRead audit={audit} />;
  return (
    <Page
      area="visibility"
      title={<Answer audit={audit} />}
      lead={t("leadScore", { pages: audit.read, homepage: audit.homepage })}
      asOf={audit.asOf}
    >
      <SiteTabs base={base} here="overview" />
      <RunningNotice running={running} base={base} />
      <LastWithoutFigures last={history[0]} base={base} />
      <KeyFigures>
        <FigureCard label={t("readiness")} estimate={audit.score} unit="points">
          {t("intervalNote")}
        </FigureCard>
        <FigureCard label={t("quality")} estimate={audit.quality} unit="points" />
        <FigureCard
          label={t("bestEvidence")}
          estimate={audit.qualityBestEvidence === null ? null : exact(audit.qualityBestEvidence)}
          unit="points"
        />
        <FigureCard label={t("pagesRead")} estimate={exact(audit.read)} unit="count">
          {t("ofTried", { count: audit.tried })}
        </FigureCard>
      </KeyFigures>
      {change === null ? null : <ChangePanel change={change} base={base} />}
      <EnginePanel audit={audit} />
      <Panel
        title={t("fixes")}
        link={{ to: `${base}/visibility/fixes`, label: own("allFixes", { count: audit.fixCount }) }}
      >
        <p className="mb-2 text-ink-soft">{t("gainNote")}</p>
        <FixTable fixes={audit.fixes} base={base} />
      </Panel>
      <RolePanel audit={audit} />
      <WeakestPanel audit={audit} base={base} />
      <SensitivityPanel audit={audit} base={base} />
      <FindingsPanel audit={audit} base={base} />
      <FilesPanel audit={audit} />
      <AuditPanel />
      <AuditHistory history={history} base={base} />
    </Page>
  );
}

/** Before an audit has ended well: what became of the newest one, and the way to the first result. */
function First() {
  const t = useText(visibilityText);
  const { base, running, history, mayRun } = useLoaderData<typeof loader>();
  const [last] = history;
  const homepage = last?.homepage ?? "";
  const failed = last?.status === "failed";
  const title =
    last === undefined
      ? t("emptyTitle")
      : running !== null
        ? t("titleFirstRunning", { homepage })
        : t(failed ? "titleFirstFailed" : "titleFirstCancelled", { homepage });
  return (
    <Page area="visibility" title={title} lead={t(running === null ? "emptyLead" : "leadFirstRunning")}>
      <SiteTabs base={base} here="overview" />
      <RunningNotice running={running} base={base} />
      {failed ? (
        <Notice tone="bad" title={asSentence(last.failure ?? "")}>
          <Advice advice={adviceOn(last.failure ?? "")} />
        </Notice>
      ) : null}
      {mayRun || running !== null ? null : <EmptyState>{t("emptyViewer")}</EmptyState>}
      <AuditPanel />
      <AuditHistory history={history} base={base} />
    </Page>
  );
}

/** The newest audit ended without a page: what the site answered instead of figures that are not there. */
function NothingRead({ audit }: { audit: SiteOverview }) {
  const t = useText(visibilityText);
  const { base, running, history } = useLoaderData<typeof loader>();
  return (
    <Page
      area="visibility"
      title={<Answer audit={audit} />}
      lead={
        <>
          {t("leadNothingRead")}{" "}
          <a className="link" href={`${base}/visibility/audits/${audit.id}`}>
            {t("seeAudit")}
          </a>
        </>
      }
      asOf={audit.asOf}
    >
      <SiteTabs base={base} here="overview" />
      <RunningNotice running={running} base={base} />
      <FilesPanel audit={audit} />
      <AuditPanel />
      <AuditHistory history={history} base={base} />
    </Page>
  );
}

function exact(value: number) {
  return { value, low: value, high: value };
}

/** The most consequential finding, as the page's title. */
function Answer({ audit }: { audit: SiteOverview }): string {
  const t = useText(visibilityText);
  const { read, homepage, engines } = audit;
  if (read === 0) return t("titleNothingRead", { homepage });
  const closed = [...engines].sort((a, b) => b.closedPages - a.closedPages)[0];
  if (closed === undefined || closed.closedPages === 0) return t("titleOpen", { count: engines.length, pages: read });
  if (closed.closedPages === read) return t("titleAllClosed", { engine: closed.name, pages: read });
  return t("titleSomeClosed", { engine: closed.name, closed: closed.closedPages, pages: read });
}

function AuditPanel() {
  const t = useText(visibilityText);
  const own = useText(siteWorkText);
  const { website, audit, mayRun, running, most, base, history } = useLoaderData<typeof loader>();
  const [last] = history;
  const result = useActionData<typeof action>();
  if (!mayRun || running !== null) return null;
  return (
    <div className="screen-only">
      <Panel title={audit === null ? t("auditNow") : t("auditAgain")}>
        {audit === null ? <p className="mb-3 text-ink-soft">{t("emptyBody")}</p> : null}
        <Form
          errors={result?.errors}
          values={result?.values ?? { homepage: audit?.homepage ?? last?.homepage ?? website ?? "" }}
        >
          <TextInput name="homepage" label={t("website")} help={t("websiteHelp")} required inputMode="url" />
          <NumberInput name="pages" label={own("pagesToRead")} help={own("pagesHelp", { most })} defaultValue={most} />
          <SubmitButton>{t("startAudit")}</SubmitButton>
        </Form>
        {audit !== null && most === pagesWithoutProof ? (
          <p className="mt-3">
            <a className="link" href={`${base}/visibility/proof`}>
              {own("howToProve")}
            </a>
          </p>
        ) : null}
      </Panel>
    </div>
  );
}
