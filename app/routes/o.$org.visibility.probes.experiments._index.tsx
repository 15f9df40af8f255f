import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { partsOf } from "#app/domain/visibility/read-name-lines.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { parseForm, typedIn } from "#app/http/read-form.server.ts";
import { loadExperiments } from "#app/services/visibility/load-experiments.server.ts";
import { stateExperiment } from "#app/services/visibility/state-experiment.server.ts";
import { textOf } from "#app/strings/catalogue.ts";
import { experimentsText as own } from "#app/strings/en/experiments.ts";
import { probesText } from "#app/strings/en/probes.ts";
import { Badge } from "#app/ui/controls/badge.tsx";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { EmptyState } from "#app/ui/controls/empty-state.tsx";
import { Checkboxes, DateInput, NumberInput, Select, TextArea, TextInput } from "#app/ui/controls/fields.tsx";
import { Form, SubmitButton } from "#app/ui/controls/form.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { DataTable } from "#app/ui/tables/data-table.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";
import { ChangeFigure } from "#app/ui/visibility/change-figure.tsx";
import { ProbeTabs, useProbesBase } from "#app/ui/visibility/probe-tabs.tsx";

export const meta: MetaFunction = () => [{ title: `${probesText.tabExperiments} – Groundwork` }];

/** What was refused may have been refused because of what somebody else did: the page shows it then. */
export const shouldRevalidate = () => true;

export const loader = orgLoader("assessment:read", async ({ deps, actor }) => {
  const experiments = await loadExperiments(deps, actor);
  if (!experiments.ok) throw notFound();
  return experiments.value;
});

const measured = ["mention", "citation", "recommendation"] as const;
const ids = z.array(z.string()).max(100).default([]);

const ExperimentForm = z.object({
  name: z.string(own.nameMissing).trim().max(120, own.nameLong),
  hypothesis: z.string(own.hypothesisMissing).trim().max(1_000, own.hypothesisLong),
  metric: z.enum(measured, own.chooseMetric),
  changedOn: z.iso.date(own.dayMissing),
  days: z.coerce.number(own.daysWrong).int(own.daysWrong).min(7, own.daysWrong).max(84, own.daysWrong),
  line: z.coerce.number(own.chooseLine).int(own.chooseLine).min(0, own.chooseLine),
  set: z.string(own.olderSet),
  pages: z
    .string()
    .max(5_000, own.pagesLong)
    .default("")
    .transform((text) => partsOf(text, "lines"))
    .refine((pages) => pages.length <= 50, own.pagesLong),
  prompts: ids,
  heldOut: ids,
});

/** What was refused, in words and with the field that mends it. */
const refusals = {
  "no-answers": ["line", own.noAnswers],
  "older-set": ["prompts", own.olderSet],
  "too-few-prompts": ["prompts", own.tooFew],
  "one-held-out": ["heldOut", own.oneHeldOut],
  "too-far": ["changedOn", own.tooFar],
  "long-ago": ["changedOn", own.longAgo],
  forbidden: ["form", own.forbidden],
} as const;

export const action = orgAction("assessment:run", async ({ request, deps, actor, params }) => {
  const posted = await request.formData();
  const form = parseForm(posted, ExperimentForm);
  if (!form.ok) return data({ errors: form.failure.errors, values: form.failure.typed }, { status: 422 });
  const { set: promptSetId, ...value } = form.value;
  const stated = { ...value, promptSetId, changedOn: value.changedOn as IsoDate };
  const result = await stateExperiment(deps, actor, stated);
  if (result.ok) throw redirect(`/o/${params.org}/visibility/probes/experiments/${result.value}?said=stated`);
  const { failure } = result;
  const [field, error] =
    failure.kind === "on-both-sides"
      ? (["heldOut", textOf(own, "en")("bothSides", { prompts: failure.prompts.slice(0, 5).join(" ") })] as const)
      : refusals[failure.kind];
  return data({ errors: { [field]: [error] }, values: typedIn(posted) }, { status: failureStatus(failure) });
});

export default function ExperimentsPage() {
  const t = useText(own);
  const p = useText(probesText);
  const f = useFormat();
  const { experiments, mayRun, lines, onlyOlder } = useLoaderData<typeof loader>();
  const base = useProbesBase();
  return (
    <Page
      area="visibility"
      title={experiments.length === 0 ? t("titleEmpty") : t("title", { count: experiments.length })}
      lead={t("lead")}
      trail={[
        { to: base, label: p("area") },
        { to: ".", label: p("tabExperiments") },
      ]}
    >
      <ProbeTabs here="experiments" />
      {experiments.length === 0 ? null : (
        <Panel>
          <DataTable
            caption={p("tabExperiments")}
            rows={experiments}
            rowKey={(row) => row.id}
            rowHref={(row) => `${base}/experiments/${row.id}`}
            columns={[
              {
                key: "name",
                header: t("name"),
                cell: (row) => <span className="[overflow-wrap:anywhere]">{row.name}</span>,
              },
              { key: "metric", header: t("metric"), wideOnly: true, cell: (row) => t(row.metric) },
              { key: "on", header: t("changedOn"), wideOnly: true, cell: (row) => f.date(row.changedOn) },
              {
                key: "state",
                header: t("state"),
                cell: (row) => <State {...row.reading} />,
              },
              {
                key: "result",
                header: t("result"),
                align: "end",
                cell: ({ reading }) => {
                  const change = reading.beyondHeldOut ?? reading.change;
                  return change === null ? null : <ChangeFigure of={change.estimate} />;
                },
              },
            ]}
          />
        </Panel>
      )}
      {lines.length === 0 ? (
        <EmptyState action={mayRun ? <LinkButton to={`${base}/paste`}>{p("toPaste")}</LinkButton> : null}>
          {t(onlyOlder ? "emptyOlder" : "emptyBody")}
        </EmptyState>
      ) : experiments.length === 0 && !mayRun ? (
        <EmptyState>{t("emptyViewer")}</EmptyState>
      ) : null}
      <Power />
      {mayRun && lines.length > 0 ? <StateForm /> : null}
    </Page>
  );
}

type Reading = ReturnType<typeof useLoaderData<typeof loader>>["experiments"][number]["reading"];

function State({ state, readUntil, effect }: Reading) {
  const t = useText(own);
  const f = useFormat();
  if (state === "no-answers-before") return <Badge tone="warn">{t("noAnswersBefore")}</Badge>;
  if (state === "waiting") return <Badge>{t("waiting", { date: f.date(readUntil) })}</Badge>;
  const distinct = effect?.distinguishable === true;
  return <Badge tone={distinct ? "accent" : "quiet"}>{distinct ? t("distinct") : t("notDistinct")}</Badge>;
}

function Power() {
  const t = useText(own);
  const f = useFormat();
  const { power } = useLoaderData<typeof loader>();
  const [first] = power;
  if (first === undefined || first.runs < 1) return null;
  const points = (change: number | null) => (change === null ? t("powerNone") : `${f.number(change * 100)}`);
  return (
    <Panel title={t("powerTitle")}>
      <p className="mb-2 max-w-3xl text-ink-soft">{t("powerSays", { runs: first.runs })}</p>
      <DataTable
        caption={t("powerTitle")}
        rows={power}
        rowKey={(row) => String(row.prompts)}
        columns={[
          { key: "prompts", header: t("powerPrompts"), cell: (row) => row.prompts },
          { key: "alone", header: t("powerAlone"), align: "end", cell: (row) => points(row.smallest) },
          { key: "held", header: t("powerHeldOut"), align: "end", cell: (row) => points(row.heldOut) },
        ]}
      />
    </Panel>
  );
}

function StateForm() {
  const t = useText(own);
  const p = useText(probesText);
  const { lines, prompts, setId, today } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const options = prompts.map((prompt) => ({ value: prompt.id, label: prompt.text }));
  return (
    <Panel title={t("stateTitle")}>
      <Form
        wide
        errors={result?.errors}
        values={result?.values ?? { metric: "mention", changedOn: today, days: 28, line: lines[0]?.at }}
        hidden={{ set: setId ?? "", ...(lines.length < 2 ? { line: String(lines[0]?.at) } : {}) }}
      >
        <div className="grid gap-5 md:grid-cols-2">
          <TextInput name="name" label={t("name")} help={t("nameHelp")} required maxLength={120} />
          <Select
            name="metric"
            label={t("metric")}
            required
            options={measured.map((metric) => ({ value: metric, label: t(metric) }))}
          />
          <TextArea name="hypothesis" label={t("hypothesis")} help={t("hypothesisHelp")} rows={3} required />
          <TextArea name="pages" label={t("pages")} rows={3} />
          <DateInput name="changedOn" label={t("changedOn")} required />
          <NumberInput name="days" label={t("days")} required />
          {lines.length < 2 ? null : (
            <Select
              name="line"
              label={t("line")}
              required
              options={lines.map((line) => ({
                value: String(line.at),
                label: `${line.engine}, ${p(line.source === "probe" ? "probed" : "pasted")}`,
              }))}
            />
          )}
        </div>
        <div className="grid gap-5 [overflow-wrap:anywhere] md:grid-cols-2">
          <Checkboxes name="prompts" label={t("prompts")} help={t("promptsHelp")} options={options} required />
          <Checkboxes name="heldOut" label={t("heldOut")} help={t("heldOutHelp")} options={options} />
        </div>
        <SubmitButton>{t("stateIt")}</SubmitButton>
      </Form>
    </Panel>
  );
}
