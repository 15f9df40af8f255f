import { data, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { loadExperiment } from "#app/services/visibility/load-experiments.server.ts";
import { recordExperiment } from "#app/services/visibility/record-experiment.server.ts";
import { textOf } from "#app/strings/catalogue.ts";
import { experimentsText as own } from "#app/strings/en/experiments.ts";
import { probesText } from "#app/strings/en/probes.ts";
import { Badge } from "#app/ui/controls/badge.tsx";
import { Disclosure } from "#app/ui/controls/disclosure.tsx";
import { Select } from "#app/ui/controls/fields.tsx";
import { Form, SubmitButton } from "#app/ui/controls/form.tsx";
import { Notice } from "#app/ui/controls/notice.tsx";
import { Figure } from "#app/ui/figures/figure.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { DataTable } from "#app/ui/tables/data-table.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";
import { ChangeFigure } from "#app/ui/visibility/change-figure.tsx";
import { ProbeTabs, useProbesBase } from "#app/ui/visibility/probe-tabs.tsx";
import { Said } from "#app/ui/visibility/said.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: `${shown?.name ?? probesText.tabExperiments} – Groundwork` },
];

export const loader = orgLoader("assessment:read", async ({ request, params, deps, actor }) => {
  const experiment = await loadExperiment(deps, actor, params.experiment ?? "");
  if (!experiment.ok) throw notFound();
  return { ...experiment.value, justStated: new URL(request.url).searchParams.get("said") === "stated" };
});

export const action = orgAction("outcome:record", async ({ request, params, deps, actor }) => {
  const form = await readForm(request, z.object({ item: z.string(own.chooseItem) }));
  if (!form.ok) return data({ errors: form.failure.errors, done: false }, { status: 422 });
  const result = await recordExperiment(deps, actor, { id: params.experiment ?? "", itemId: form.value.item });
  if (result.ok) return data({ errors: {}, done: true });
  const t = textOf(own, "en");
  const { kind } = result.failure;
  const because = refusals[kind] ?? own.recordOther;
  const error =
    kind === "not-done" ? own.notDone : kind === "forbidden" ? own.forbidden : t("recordFailed", { because });
  return data({ errors: { form: [error] }, done: false }, { status: failureStatus(result.failure) });
});

const refusals: Readonly<Record<string, string>> = {
  "recorded-already": own.recordedAlready,
  "stated-after": own.recordStatedAfter,
  "other-measure": own.recordOtherMeasure,
  "not-found": own.recordGone,
};

export default function ExperimentPage() {
  const t = useText(own);
  const p = useText(probesText);
  const f = useFormat();
  const shown = useLoaderData<typeof loader>();
  const { reading } = shown;
  const base = useProbesBase();
  return (
    <Page
      area="visibility"
      title={<Answer />}
      lead={
        <>
          <strong dir="auto">{shown.name}</strong>: <span dir="auto">{shown.hypothesis}</span>
        </>
      }
      trail={[
        { to: base, label: p("area") },
        { to: `${base}/experiments`, label: p("tabExperiments") },
      ]}
    >
      <ProbeTabs here="experiments" />
      {shown.justStated ? <Said by="stated">{t("statedDone")}</Said> : null}
      <Panel title={t("readingTitle")}>
        <p className="max-w-3xl">
          {t(shown.statedBefore ? "stated" : "statedAfter", { at: f.moment(shown.statedAt) })}{" "}
          {shown.smallestSeen === null
            ? t("couldSeeNot")
            : t("couldSee", { points: f.number(shown.smallestSeen * 100) })}
        </p>
        <p className="mb-3 max-w-3xl text-ink-soft">
          {t("reads", {
            line: shown.line,
            version: shown.version ?? "",
            days: shown.days,
            date: f.date(shown.changedOn),
            from: f.date(reading.readFrom),
          })}
        </p>
        <ReadingTable />
        <p className="mt-2 max-w-3xl text-caption text-ink-soft">
          {shown.heldOut.length === 0 ? t("noHeldOut") : `${t("readingSays")} ${t("chosen")}`}
        </p>
      </Panel>
      <Learn />
      <Panel>
        <Disclosure summary={t("promptsAll")}>
          <Listed title={t("pagesChanged")} items={shown.pages} />
          <Listed
            title={t("changedGroup", { count: shown.prompts.length })}
            items={shown.prompts.map(({ text }) => text)}
          />
          <Listed
            title={t("heldOutGroup", { count: shown.heldOut.length })}
            items={shown.heldOut.map(({ text }) => text)}
          />
        </Disclosure>
      </Panel>
    </Page>
  );
}

function Answer() {
  const t = useText(own);
  const f = useFormat();
  const { metric: named, reading } = useLoaderData<typeof loader>();
  const metric = t(named);
  const change = reading.beyondHeldOut ?? reading.change;
  if (reading.state === "no-answers-before") return t("titleNone", { metric });
  if (reading.state === "waiting") return t("titleWaiting", { metric, date: f.date(reading.readUntil) });
  if (change === null || !change.distinguishable) return t("titleNotDistinct", { metric });
  const { value, low, high } = change.estimate;
  const points = (of: number) => f.signed(of * 100);
  return t("titleDone", { metric, change: points(value), low: points(low), high: points(high) });
}

function ReadingTable() {
  const t = useText(own);
  const { reading, prompts, heldOut } = useLoaderData<typeof loader>();
  const rows = [
    { key: "changed", label: t("changedGroup", { count: prompts.length }), ...sides(reading.change) },
    ...(heldOut.length === 0
      ? []
      : [{ key: "held", label: t("heldOutGroup", { count: heldOut.length }), ...sides(reading.heldOut) }]),
    ...(reading.beyondHeldOut === null
      ? []
      : [{ key: "beyond", label: t("beyond"), before: null, after: null, change: reading.beyondHeldOut }]),
  ];
  return (
    <DataTable
      caption={t("readingTitle")}
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        { key: "group", header: t("group"), cell: (row) => row.label },
        {
          key: "before",
          header: t("before"),
          align: "end",
          wideOnly: true,
          cell: (row) => (row.before === null ? null : <Figure estimate={row.before.estimate} unit="share" />),
        },
        {
          key: "after",
          header: t("after"),
          align: "end",
          wideOnly: true,
          cell: (row) => (row.after === null ? null : <Figure estimate={row.after.estimate} unit="share" />),
        },
        {
          key: "change",
          header: t("change"),
          align: "end",
          cell: (row) => (row.change === null ? null : <ChangeFigure of={row.change.estimate} />),
        },
        {
          key: "verdict",
          header: t("verdict"),
          cell: (row) =>
            row.change === null ? null : (
              <Badge tone={row.change.distinguishable ? "accent" : "quiet"}>
                {t(row.change.distinguishable ? "distinct" : "notDistinct")}
              </Badge>
            ),
        },
      ]}
    />
  );
}

type Side = ReturnType<typeof useLoaderData<typeof loader>>["reading"]["change"];

function sides(change: Side) {
  return { before: change?.before ?? null, after: change?.after ?? null, change };
}

function Learn() {
  const t = useText(own);
  const f = useFormat();
  const { reading, teaches, measure, recorded, mayRecord, statedBefore } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  if (recorded)
    return result?.done === true ? <Said by={result}>{t("learnt")}</Said> : <Notice tone="good">{t("learnt")}</Notice>;
  if (reading.state !== "done" || reading.effect === null || !statedBefore) return null;
  const { value, standardError } = reading.effect;
  return (
    <Panel title={t("learnTitle")}>
      {teaches.length === 0 ? (
        <p className="max-w-3xl text-ink-soft">{t("learnNone", { measure })}</p>
      ) : (
        <>
          <p className="mb-3 max-w-3xl">
            {t("learnSays", { change: f.signed(value * 100, 1), error: f.number(standardError * 100, 1), measure })}
          </p>
          {mayRecord ? (
            <Form
              id="learn"
              errors={result?.errors}
              // One item is the choice; of several a person chooses.
              values={teaches.length === 1 ? { item: teaches[0]?.itemId } : null}
            >
              <Select
                name="item"
                label={t("learnItem")}
                required
                options={teaches.map(({ itemId, title }) => ({ value: itemId, label: title }))}
              />
              <SubmitButton>{t("learn")}</SubmitButton>
            </Form>
          ) : null}
        </>
      )}
    </Panel>
  );
}

function Listed({ title, items }: { title: string; items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <>
      <h3 className="mt-2 font-semibold">{title}</h3>
      <ul className="list-inside list-disc [overflow-wrap:anywhere]">
        {items.map((item) => (
          <li key={item} dir="auto">
            {item}
          </li>
        ))}
      </ul>
    </>
  );
}
