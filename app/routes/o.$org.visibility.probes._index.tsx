import { data, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { type Metric, metrics } from "#app/domain/visibility/share-of-answers.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { parseForm, typedIn } from "#app/http/read-form.server.ts";
import { loadProbes } from "#app/services/visibility/load-probes.server.ts";
import { requestReading } from "#app/services/visibility/read-answers-again.server.ts";
import { requestProbes } from "#app/services/visibility/request-probes.server.ts";
import { saveProbeSettings } from "#app/services/visibility/save-probe-settings.server.ts";
import { textOf } from "#app/strings/catalogue.ts";
import { probesText } from "#app/strings/en/probes.ts";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { Disclosure } from "#app/ui/controls/disclosure.tsx";
import { EmptyState } from "#app/ui/controls/empty-state.tsx";
import { Form, SubmitButton } from "#app/ui/controls/form.tsx";
import { Figure } from "#app/ui/figures/figure.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { DataTable } from "#app/ui/tables/data-table.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";
import { AnswerLinePanel, MetricForm } from "#app/ui/visibility/answer-line.tsx";
import { ProbeRunPanel } from "#app/ui/visibility/probe-run-panel.tsx";
import { ProbeTabs, useProbesBase } from "#app/ui/visibility/probe-tabs.tsx";
import { Said } from "#app/ui/visibility/said.tsx";

export const meta: MetaFunction = () => [{ title: `${probesText.area} – Groundwork` }];

const Wanted = z.enum(metrics).catch("mention");

/** What was refused may have been refused because of what somebody else did: the page shows it then. */
export const shouldRevalidate = () => true;

export const loader = orgLoader("assessment:read", async ({ request, deps, actor }) => {
  const metric: Metric = Wanted.parse(new URL(request.url).searchParams.get("metric"));
  const probes = await loadProbes(deps, actor, metric);
  if (!probes.ok) throw notFound();
  return probes.value;
});

const ProbesForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("run"), set: z.string() }),
  z.object({ intent: z.literal("read-again") }),
  z.object({
    intent: z.literal("settings"),
    version: z.coerce.number().int().min(0),
    scheduled: z.literal("yes").optional(),
    budget: z.coerce
      .number(probesText.budgetNumber)
      .min(0, probesText.budgetRange)
      .max(100_000, probesText.budgetRange),
  }),
]);

const words = {
  "no-key": "noModelKey",
  "not-found": "promptGone",
  "over-budget": "overBudget",
  "already-asking": "alreadyAsking",
  "changed-meanwhile": "changedMeanwhile",
  forbidden: "forbidden",
} as const;

export const action = orgAction("assessment:run", async ({ request, deps, actor }) => {
  const posted = await request.formData();
  const form = parseForm(posted, ProbesForm);
  const values = typedIn(posted);
  if (!form.ok) {
    const { errors, typed } = form.failure;
    return data({ intent: String(typed.intent ?? ""), errors, values, done: false }, { status: 422 });
  }
  const asked = form.value;
  const result =
    asked.intent === "run"
      ? await requestProbes(deps, actor, { promptSetId: asked.set, runs: 1 })
      : asked.intent === "read-again"
        ? await requestReading(deps, actor)
        : await saveProbeSettings(deps, actor, {
            scheduled: asked.scheduled === "yes",
            monthlyBudgetUsd: asked.budget,
            version: asked.version,
          });
  if (result.ok) return data({ intent: asked.intent, errors: {}, values: null, done: true });
  const { failure } = result;
  const t = textOf(probesText, "en");
  const error =
    failure.kind === "over-limit"
      ? t("overLimit", { limit: failure.limit, used: failure.used })
      : t(words[failure.kind]);
  return data(
    { intent: asked.intent, errors: { form: [error] }, values, done: false },
    { status: failureStatus(failure) },
  );
});

export default function ProbesPage() {
  const t = useText(probesText);
  const { set, lines, run, mayRun, metric, promptsForHeadline, unread } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const base = useProbesBase();
  return (
    <Page
      area="visibility"
      title={<Answer />}
      lead={t("lead", { needed: promptsForHeadline })}
      trail={[{ to: ".", label: t("area") }]}
    >
      <ProbeTabs here="overview" />
      {result?.intent === "read-again" && result.done ? <Said by={result}>{t("readingAgain")}</Said> : null}
      {lines.length === 0 ? (
        <EmptyState
          action={
            set === null || !mayRun ? (
              <LinkButton to={`${base}/prompts`}>{t("toPrompts")}</LinkButton>
            ) : (
              <LinkButton to={`${base}/paste`}>{t("toPaste")}</LinkButton>
            )
          }
        >
          {set === null
            ? t(mayRun ? "emptyNoSet" : "emptyNoSetViewer")
            : t(mayRun ? "emptyNoAnswers" : "emptyNoAnswersViewer")}
        </EmptyState>
      ) : (
        <MetricForm metric={metric} />
      )}
      {lines.map((line) => (
        <AnswerLinePanel key={`${line.engine} ${line.source}`} line={line} metric={metric} />
      ))}
      {lines.length > 1 ? <p className="text-caption text-ink-soft">{t("neverMixed")}</p> : null}
      <ByPrompt />
      {set === null ? null : <ProbeRunPanel run={run} setId={set.id} mayRun={mayRun} result={result} />}
      {mayRun && (lines.length > 0 || unread > 0) ? (
        <Panel>
          <p className="mb-2">{unread > 0 ? t("unread", { count: unread }) : t("readAgainSays")}</p>
          <Form id="read-again" hidden={{ intent: "read-again" }}>
            <SubmitButton variant="quiet">{t("readAgain")}</SubmitButton>
          </Form>
        </Panel>
      ) : null}
    </Page>
  );
}

function Answer() {
  const t = useText(probesText);
  const f = useFormat();
  const { lines } = useLoaderData<typeof loader>();
  const [first] = lines;
  if (first === undefined) return t("emptyTitle");
  const mention = first.share.rates.mention?.estimate;
  if (!first.share.headline || mention === undefined) return t("titleFew", { count: first.share.prompts });
  const { value, low, high } = mention;
  return t("titleHeadline", { share: f.share(value), low: f.share(low), high: f.share(high) });
}

/** The first line's prompts, each with a page of its own. */
function ByPrompt() {
  const t = useText(probesText);
  const { set, lines } = useLoaderData<typeof loader>();
  const base = useProbesBase();
  const [line] = lines;
  if (line === undefined || set === null || line.setVersion !== set.version) return null;
  const texts = new Map(set.prompts.map((prompt) => [prompt.id, prompt]));
  return (
    <Panel>
      <Disclosure summary={t("byPrompt")}>
        <DataTable
          caption={t("byPrompt")}
          rows={line.share.byPrompt}
          rowKey={(row) => row.promptId}
          rowHref={(row) => `${base}/prompts/${row.promptId}`}
          columns={[
            {
              key: "prompt",
              header: t("prompt"),
              cell: (row) => (
                <span className="[overflow-wrap:anywhere]">{texts.get(row.promptId)?.text ?? row.promptId}</span>
              ),
            },
            {
              key: "kind",
              header: t("kind"),
              wideOnly: true,
              cell: (row) => t(texts.get(row.promptId)?.kind ?? "category"),
            },
            { key: "answers", header: t("answersCount"), align: "end", cell: (row) => row.answers },
            { key: "left", header: t("leftOutCount"), align: "end", wideOnly: true, cell: (row) => row.leftOut },
            {
              key: "mention",
              header: t("mention"),
              align: "end",
              cell: (row) => <Figure estimate={row.mention?.estimate ?? null} unit="share" />,
            },
          ]}
        />
      </Disclosure>
    </Panel>
  );
}
