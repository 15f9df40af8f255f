import { useLoaderData } from "@remix-run/react";
import type { ComparedScenario } from "#app/domain/exposure/scenario-view.ts";
import type { ScenarioId } from "#app/domain/kernel/ids.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { compareScenarios } from "#app/services/exposure/load-scenarios.server.ts";
import { scenariosText } from "#app/strings/en/scenarios.ts";
import { TimelineBand } from "#app/ui/charts/timeline-band.tsx";
import { Badge } from "#app/ui/controls/badge.tsx";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { EmptyState } from "#app/ui/controls/empty-state.tsx";
import { CompareTable } from "#app/ui/exposure/compare-table.tsx";
import { firstDay } from "#app/ui/exposure/quarter.ts";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";

const mostCompared = 4;

export const loader = orgLoader("assessment:read", async ({ request, deps, actor, params }) => {
  const asked = [...new Set(new URL(request.url).searchParams.getAll("s"))].slice(0, mostCompared) as ScenarioId[];
  const compared = await compareScenarios(deps, actor, asked);
  if (!compared.ok) throw notFound();
  return { compared: compared.value, base: `/o/${params.org}/exposure/scenarios` };
});

export default function CompareScenariosPage() {
  const { compared, base } = useLoaderData<typeof loader>();
  const t = useText(scenariosText);
  const trail = [
    { to: base, label: t("toScenarios") },
    { to: ".", label: t("compareSame") },
  ];
  const [first] = compared;
  if (first === undefined || compared.length < 2)
    return (
      <Page area="exposure" title={t("compareTooFew")} trail={trail}>
        <EmptyState action={<LinkButton to={base}>{t("toScenarios")}</LinkButton>}>{t("chooseToCompare")}</EmptyState>
      </Page>
    );
  return (
    <Page
      area="exposure"
      title={<Answer compared={compared} />}
      lead={t("compareLead", { first: first.name })}
      trail={trail}
    >
      <Panel title={t("compareSame")}>
        <CompareTable compared={compared} base={base} />
      </Panel>
      <Panel title={t("comparePicture")}>
        <p className="mb-3 text-ink-soft">{t("compareText")}</p>
        <TimelineBand
          wide={1060}
          title={t("comparePicture")}
          description={t("compareText")}
          unit="hours"
          series={compared.map(({ name, result }) => ({
            label: name,
            points: result.timeline.points.map(({ quarter, hours }) => ({ at: firstDay(quarter), estimate: hours })),
          }))}
        />
      </Panel>
      {compared.some(({ stale }) => stale) ? (
        <p>
          <Badge tone="warn">{t("stale")}</Badge> {t("staleText")}
        </p>
      ) : null}
    </Page>
  );
}

function Answer({ compared }: { compared: readonly ComparedScenario[] }) {
  const t = useText(scenariosText);
  const f = useFormat();
  const scored = compared
    .flatMap(({ name, result }) => (result.totals === null ? [] : [{ name, score: result.totals.score.value }]))
    .sort((a, b) => b.score - a.score);
  const [highest, lowest] = [scored[0], scored.at(-1)];
  if (highest === undefined || lowest === undefined || highest === lowest) return t("compareSame");
  return t("compareTitle", {
    highest: highest.name,
    lowest: lowest.name,
    high: f.share(highest.score),
    low: f.share(lowest.score),
  });
}
