import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { loadReadiness } from "#app/services/readiness/load-readiness.server.ts";
import { readinessText } from "#app/strings/en/readiness.ts";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { EmptyState } from "#app/ui/controls/empty-state.tsx";
import { Figure } from "#app/ui/figures/figure.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { ResultPanels } from "#app/ui/readiness/result.tsx";
import { TopActions } from "#app/ui/readiness/top-actions.tsx";
import { verdictLead, verdictTitle } from "#app/ui/readiness/verdict-title.ts";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";

export const loader = orgLoader("assessment:read", async ({ deps, actor, organization }) => {
  const view = await loadReadiness(deps, actor);
  if (!view.ok) throw notFound();
  return { ...view.value, organization: organization.name };
});

/** Everything a board needs, on one sheet of A4: the answer, the score, three of each, and the first actions. */
export default function Summary() {
  const view = useLoaderData<typeof loader>();
  const t = useText(readinessText);
  const f = useFormat();
  const { result } = view;
  const trail = [{ to: ".", label: t("summary") }];
  if (result === null)
    return (
      <Page area="readiness" title={t("summaryEmpty")} trail={trail}>
        <EmptyState
          action={<LinkButton to="../readiness/answers">{t(view.answered > 0 ? "continue" : "start")}</LinkButton>}
        >
          {t("emptyText")}
        </EmptyState>
      </Page>
    );
  return (
    <Page
      area="readiness"
      title={verdictTitle(t, result)}
      lead={verdictLead(t, result)}
      trail={trail}
      asOf={result.asOf}
    >
      <div className="one-sheet space-y-4">
        <p>
          <span className="font-semibold">{view.organization}</span> · {t("score")}{" "}
          <Figure estimate={result.score} unit="points" /> ·{" "}
          {t("coverageNote", { answered: result.answered, questions: view.questions })}
        </p>
        <ResultPanels result={result} indicators={view.indicators} mostBlockers={3} />
        <Panel title={t("topActions")}>
          <TopActions actions={view.actions} currency={view.currency} />
        </Panel>
        <p className="text-caption text-ink-soft">
          {t("version", { version: result.knowledge.version, date: f.date(result.asOf) })} {t("scoreNote")}
        </p>
      </div>
    </Page>
  );
}
