import { useLoaderData } from "@remix-run/react";
import { controlStates } from "#app/domain/compliance/evidence/control-pack.ts";
import { asOfFrom } from "#app/http/as-of.server.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { loadMatrix } from "#app/services/evidence/load-matrix.server.ts";
import { coverageText } from "#app/strings/en/coverage-and-gaps.ts";
import { evidenceStatesText } from "#app/strings/en/evidence-states.ts";
import { ComplianceTabs } from "#app/ui/compliance/compliance-tabs.tsx";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { EmptyState } from "#app/ui/controls/empty-state.tsx";
import { NotLegalAdvice } from "#app/ui/controls/notice.tsx";
import { CoverageTable } from "#app/ui/evidence/coverage-table.tsx";
import { StateBadge } from "#app/ui/evidence/state-badge.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { useText } from "#app/ui/text/use-text.ts";

export const loader = orgLoader("assessment:read", async ({ request, deps, actor, params }) => {
  const view = await loadMatrix(deps, actor, asOfFrom(request));
  if (!view.ok) throw notFound();
  return { ...view.value, base: `/o/${params.org}` };
});

export default function MatrixPage() {
  const view = useLoaderData<typeof loader>();
  const t = useText(coverageText);
  const words = useText(evidenceStatesText);
  const { base, rows, controls } = view;
  const empty = rows.length === 0;
  return (
    <Page
      area="compliance"
      title={empty ? t("matrixTitleNone") : t("matrixTitle", view)}
      lead={empty ? undefined : t("matrixLead")}
      asOf={view.asOf}
    >
      <ComplianceTabs base={base} here="matrix" />
      {empty ? (
        <EmptyState action={<LinkButton to={`${base}/compliance/questions`}>{t("answerQuestions")}</LinkButton>}>
          {t("matrixNone")}
        </EmptyState>
      ) : (
        <Panel>
          <div className="mb-3 flex flex-wrap items-center gap-2 text-caption text-ink-soft">
            {controlStates.map((state) => (
              <StateBadge key={state} state={state} />
            ))}
            <span>{t("matrixKey")}</span>
          </div>
          <CoverageTable
            controls={controls}
            rows={rows}
            hrefOf={(control) => `${base}/compliance/controls/${control}`}
            lawHref={(law) => `${base}/compliance?law=${law}`}
          />
        </Panel>
      )}
      <p className="text-caption text-ink-soft">{words("never")}</p>
      <NotLegalAdvice />
    </Page>
  );
}
