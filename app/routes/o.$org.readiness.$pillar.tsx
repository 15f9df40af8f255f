import { useLoaderData } from "@remix-run/react";
import type { QuestionScore } from "#app/domain/readiness/assessment.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { loadPillar } from "#app/services/readiness/load-pillar.server.ts";
import { readinessText } from "#app/strings/en/readiness.ts";
import { Badge } from "#app/ui/controls/badge.tsx";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { Disclosure } from "#app/ui/controls/disclosure.tsx";
import { FigureCard } from "#app/ui/figures/figure.tsx";
import { Grid, KeyFigures, Page, Panel } from "#app/ui/layout/page.tsx";
import { DataTable } from "#app/ui/tables/data-table.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";

export const loader = orgLoader("assessment:read", async ({ deps, actor, params }) => {
  const view = await loadPillar(deps, actor, params.pillar ?? "");
  if (!view.ok) throw notFound();
  return view.value;
});

export default function Pillar() {
  const view = useLoaderData<typeof loader>();
  const t = useText(readinessText);
  const f = useFormat();
  const { pillar, result } = view;
  const { level, target } = result;
  const titleKey = level === null ? "pillarTitleNone" : level >= target ? "pillarTitleMet" : "pillarTitle";
  const title = t(titleKey, { pillar: pillar.title, level: level ?? 0, target });
  return (
    <Page
      area="readiness"
      title={title}
      lead={pillar.meaning}
      trail={[{ to: ".", label: pillar.title }]}
      asOf={view.assessment.asOf}
      action={<LinkButton to={`../readiness/answers?pillar=${pillar.id}`}>{t("changeAnswers")}</LinkButton>}
    >
      <KeyFigures>
        <FigureCard label={pillar.title} estimate={result.score} unit="points">
          {t("scoreNote")}
        </FigureCard>
        <FigureCard label={t("shareOfScore")} estimate={null} unit="share" figure={f.share(result.weight)} />
        <FigureCard label={t("coverage")} estimate={null} unit="share" figure={f.share(result.coverage)} />
      </KeyFigures>
      <Panel title={t("answers")}>
        <DataTable
          caption={t("answers")}
          rows={result.questions}
          rowKey={({ question }) => question}
          columns={[
            {
              key: "question",
              header: t("question"),
              cell: ({ question }) => (
                <>
                  <span className="font-semibold">{view.questions[question]?.indicator}</span>
                  <span className="block text-caption text-ink-soft">{view.questions[question]?.text}</span>
                </>
              ),
            },
            { key: "answer", header: t("answer"), cell: (row) => <Stands row={row} view={view} /> },
            {
              key: "evidence",
              header: t("evidenceColumn"),
              wideOnly: true,
              cell: ({ question, finding }) => {
                const given = view.answers[question];
                if (finding !== null) return t("evidence3");
                return given === undefined ? "" : `${t(`evidence${given.evidence}`)}, ${f.date(given.answeredOn)}`;
              },
            },
            {
              key: "confidence",
              header: t("confidence"),
              align: "end",
              cell: ({ confidence, state }) => (state === "answered" || state === "fed" ? f.share(confidence) : ""),
            },
            {
              key: "weight",
              header: t("weight"),
              align: "end",
              cell: ({ question }) => f.number(view.questions[question]?.weight ?? 0, 1),
            },
          ]}
        />
      </Panel>
      <Grid columns={2}>
        <Panel title={t("gates")}>
          <ul className="space-y-2">
            {result.gates.map(({ id, title: gate, state, atMost }) => (
              <li key={id}>
                <Badge tone={state === "met" ? "good" : state === "unmet" ? "bad" : "warn"}>
                  {t(state === "met" ? "gateMet" : state === "unmet" ? "gateUnmet" : "gateNotKnown")}
                </Badge>{" "}
                {gate}. {state === "met" ? "" : t("gateText", { level: atMost })}
              </li>
            ))}
          </ul>
        </Panel>
        <Panel title={t("respondents")}>
          <Respondents view={view} />
        </Panel>
      </Grid>
      <Disclosure summary={t("formula")}>
        <p className="max-w-3xl">{t("pillarFormula")}</p>
        <p className="mt-1 max-w-3xl">{t("formulaOverall")}</p>
        <p className="mt-1 text-caption text-ink-soft">
          {t("version", { version: view.assessment.knowledge.version, date: f.date(view.assessment.asOf) })}
        </p>
      </Disclosure>
    </Page>
  );
}

type View = ReturnType<typeof useLoaderData<typeof loader>>;

/** The behaviour that was chosen, and the one that comes next. */
function Stands({ row, view }: { row: QuestionScore; view: View }) {
  const t = useText(readinessText);
  const f = useFormat();
  const anchors = view.questions[row.question]?.anchors ?? [];
  if (row.state === "unknown") return t("stateUnknown");
  if (row.state === "not-applicable") return t("stateNotApplicable");
  if (row.state === "not-answered" || row.level === null) return t("stateNotAnswered");
  const next = anchors[Math.floor(row.level)];
  return (
    <>
      {f.number(row.level, Number.isInteger(row.level) ? 0 : 1)}: {row.finding ?? anchors[Math.round(row.level) - 1]}
      {next === undefined ? null : (
        <span className="block text-caption text-ink-soft">{t("nextBehaviour", { behaviour: next })}</span>
      )}
    </>
  );
}

const groups = { executive: "groupExecutive", manager: "groupManager", "front-line": "groupFrontLine" } as const;

function Respondents({ view }: { view: View }) {
  const t = useText(readinessText);
  const f = useFormat();
  const shown = view.spread.filter(({ all }) => all !== null);
  if (shown.length === 0) return <p className="text-ink-soft">{t("respondentsNone")}</p>;
  return (
    <ul className="space-y-2">
      {shown.map(({ question, all, groups: each, gap }) => (
        <li key={question}>
          <span className="font-semibold">{view.questions[question]?.indicator}</span>{" "}
          {t("spreadAll", { n: all?.n ?? 0 })}: {all?.mean === null ? "" : f.number(all?.mean ?? 0, 1)}
          {each.map(({ group, distribution }) => (
            <span key={group} className="block text-caption text-ink-soft">
              {t(groups[group])} ({distribution.n}): {distribution.mean === null ? "" : f.number(distribution.mean, 1)}
            </span>
          ))}
          {gap === null ? null : <Badge tone="warn">{t("gap", { gap: f.number(gap, 1) })}</Badge>}
        </li>
      ))}
    </ul>
  );
}
