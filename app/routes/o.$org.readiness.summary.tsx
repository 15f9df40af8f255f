import { useLoaderData } from "@remix-run/react";
import { leastScoreOf } from "#app/domain/readiness/score-question.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { loadReadiness } from "#app/services/readiness/load-readiness.server.ts";
import { readinessText } from "#app/strings/en/readiness.ts";
import { PillarBars } from "#app/ui/charts/pillar-bars.tsx";
import { Figure } from "#app/ui/figures/figure.tsx";
import { Grid, Page, Panel } from "#app/ui/layout/page.tsx";
import { Blockers, NextSteps } from "#app/ui/readiness/result.tsx";
import { TopActions } from "#app/ui/readiness/top-actions.tsx";
import { verdictLead, verdictTitle } from "#app/ui/readiness/verdict-title.ts";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";

export const loader = orgLoader("assessment:read", async ({ deps, actor, organization }) => {
  const view = await loadReadiness(deps, actor);
  if (!view.ok || view.value.result === null) throw notFound();
  return { ...view.value, result: view.value.result, organization: organization.name };
});

/** Everything a board needs, on one sheet of A4: the answer, the score, three of each, and the first actions. */
export default function Summary() {
  const view = useLoaderData<typeof loader>();
  const t = useText(readinessText);
  const f = useFormat();
  const { result } = view;
  const titles = (ids: readonly string[]) => result.pillars.filter(({ pillar }) => ids.includes(pillar));
  return (
    <Page
      area="readiness"
      title={verdictTitle(t, result)}
      lead={verdictLead(t, result)}
      trail={[{ to: ".", label: t("summary") }]}
      asOf={result.asOf}
      knowledgeVersion={result.knowledge.version}
    >
      <p>
        <span className="font-semibold">{view.organization}</span> · {t("score")}{" "}
        <Figure estimate={result.score} unit="points" /> ·{" "}
        {t("coverageNote", { answered: result.answered, questions: view.questions })}
      </p>
      <Grid columns={2}>
        <Panel title={t("pillars")}>
          <PillarBars
            title={t("pillars")}
            rows={result.pillars.map(({ title, score, target }) => ({
              label: title,
              estimate: score,
              target: leastScoreOf(target),
            }))}
          />
        </Panel>
        <Panel title={t("blockers")}>
          <Blockers blockers={result.blockers.slice(0, 3)} />
        </Panel>
      </Grid>
      <Grid columns={3}>
        <Panel title={t("strengths")}>
          <ul>
            {titles(result.strengths).map(({ pillar, title, score }) => (
              <li key={pillar}>
                {title} <Figure estimate={score} unit="points" />
              </li>
            ))}
          </ul>
        </Panel>
        <Panel title={t("weaknesses")}>
          <ul>
            {titles(result.weaknesses).map(({ pillar, title, score }) => (
              <li key={pillar}>
                {title} <Figure estimate={score} unit="points" />
              </li>
            ))}
          </ul>
        </Panel>
        <Panel title={t("nextSteps")}>
          <NextSteps steps={result.nextSteps} blockers={result.blockers} indicators={view.indicators} />
        </Panel>
      </Grid>
      <Panel title={t("topActions")}>
        <TopActions actions={view.actions} currency={view.currency} />
      </Panel>
      <p className="text-caption text-ink-soft">
        {t("version", { version: result.knowledge.version, date: f.date(result.asOf) })} {t("scoreNote")}
      </p>
    </Page>
  );
}
