import { data } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { withinRange } from "#app/domain/kernel/forecast.ts";
import type { OutcomeId, PlanVersionId } from "#app/domain/kernel/ids.ts";
import { parseIsoDate } from "#app/domain/kernel/iso-date.ts";
import { readWritten } from "#app/domain/learning/observed.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { loadOutcomes } from "#app/services/learning/load-outcomes.server.ts";
import { type RecordedOutcome, recordOutcome } from "#app/services/learning/record-outcome.server.ts";
import { learningText } from "#app/strings/en/learning.ts";
import { Badge } from "#app/ui/controls/badge.tsx";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { Disclosure } from "#app/ui/controls/disclosure.tsx";
import { EmptyState } from "#app/ui/controls/empty-state.tsx";
import { DateInput, NumberInput, Radios, Select, TextInput } from "#app/ui/controls/fields.tsx";
import { Form, SubmitButton } from "#app/ui/controls/form.tsx";
import { Notice } from "#app/ui/controls/notice.tsx";
import { Grid, Page, Panel } from "#app/ui/layout/page.tsx";
import { CalibrationPanel } from "#app/ui/learning/calibration-panel.tsx";
import { effectWords, expectedWords } from "#app/ui/learning/effect-words.ts";
import { DataTable } from "#app/ui/tables/data-table.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";

export const loader = orgLoader("plan:read", async ({ deps, actor }) => {
  const view = await loadOutcomes(deps, actor);
  if (!view.ok) throw notFound();
  return view.value;
});

const number = z.string().transform((typed, context) => {
  const written = readWritten(typed);
  if (written !== null) return { typed, written };
  context.addIssue({ code: "custom", message: learningText.failNumber });
  return z.NEVER;
});
const day = z
  .string({ error: learningText.failDay })
  .transform((text) => parseIsoDate(text))
  .refine((value) => value !== null, learningText.failDay);

const OutcomeForm = z.object({
  version: z.string().min(1),
  item: z.string({ error: learningText.failNotFound }).min(1),
  observed: z.string({ error: learningText.failNumber }).pipe(number),
  standardError: number.optional(),
  observedOn: day,
  basis: z.enum(["measured", "reported"]),
  note: z.string().max(500).optional(),
  replaces: z.string().optional(),
});

const failures = {
  "before-start": { field: "observedOn", words: learningText.failBeforeStart },
  "in-the-future": { field: "observedOn", words: learningText.failFuture },
  "not-a-share": { field: "observed", words: learningText.failShare },
  "not-a-change": { field: "observed", words: learningText.failChange },
  "no-share-here": { field: "observed", words: learningText.failNoShare },
  "not-found": { field: "item", words: learningText.failNotFound },
  forbidden: { field: "form", words: learningText.failNotFound },
} as const;

type Answer = {
  readonly recorded: RecordedOutcome | null;
  readonly errors: Readonly<Record<string, readonly string[]>>;
  readonly values: Readonly<Record<string, string | readonly string[]>>;
};

export const action = orgAction("outcome:record", async ({ request, deps, actor }) => {
  const form = await readForm(request, OutcomeForm);
  if (!form.ok)
    return data<Answer>({ recorded: null, errors: form.failure.errors, values: form.failure.typed }, { status: 422 });
  const { version, item, observed, standardError, observedOn, basis, note, replaces } = form.value;
  if (observedOn === null) throw notFound();
  const result = await recordOutcome(deps, actor, {
    planVersionId: version as PlanVersionId,
    itemId: item,
    observed: observed.written,
    standardError: standardError?.written ?? null,
    observedOn,
    basis,
    note: note ?? null,
    replaces: replaces === undefined ? null : (replaces as OutcomeId),
  });
  if (result.ok) return data<Answer>({ recorded: result.value, errors: {}, values: {} });
  const { field, words } = failures[result.failure.kind];
  const values = { item, observed: observed.typed, observedOn, basis, ...(note === undefined ? {} : { note }) };
  return data<Answer>(
    { recorded: null, errors: { [field]: [words] }, values },
    { status: failureStatus(result.failure) },
  );
});

export default function Outcomes() {
  const view = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  const t = useText(learningText);
  const f = useFormat();
  const due = view.waiting.filter((item) => item.due);
  const title =
    view.plan === null
      ? t("titleNone")
      : due.length > 0
        ? t("titleWaiting", { count: due.length })
        : view.waiting.length > 0
          ? t("titleOpen", { count: view.waiting.length })
          : t("titleDone");
  return (
    <Page area="outcomes" title={title} lead={t("lead")}>
      {posted?.recorded ? <Recorded recorded={posted.recorded} /> : null}
      {view.plan === null ? (
        <EmptyState action={<LinkButton to="../plan">{t("openPlan")}</LinkButton>}>{t("noPlanText")}</EmptyState>
      ) : (
        <Grid columns={2}>
          {view.mayRecord && view.waiting.length + view.outcomes.length > 0 ? (
            <Panel title={t("record")}>
              <RecordForm view={view} posted={posted} planId={view.plan.id} />
            </Panel>
          ) : null}
          <Panel title={t("waitingTitle")}>
            <Waiting view={view} />
          </Panel>
        </Grid>
      )}
      <Panel title={t("recordedTitle")}>
        {view.outcomes.length === 0 ? (
          <p className="text-ink-soft">{t("recordedNone")}</p>
        ) : (
          <DataTable
            caption={t("recordedTitle")}
            rows={view.outcomes}
            rowKey={({ id }) => id}
            columns={[
              { key: "title", header: t("item"), cell: (row) => row.title },
              {
                key: "expected",
                header: t("expectedColumn"),
                align: "end",
                cell: ({ forecast }) => (forecast === null ? "" : expectedWords(f, forecast.effect, forecast.scale)),
              },
              {
                key: "observed",
                header: t("observed"),
                align: "end",
                cell: (row) => effectWords(f, row.observed, row.forecast?.scale ?? null),
              },
              { key: "how", header: t("how"), cell: ({ basis }) => t(basis) },
              { key: "when", header: t("when"), wideOnly: true, cell: ({ observedOn }) => f.date(observedOn) },
              {
                key: "correct",
                header: t("correct"),
                wideOnly: true,
                cell: ({ id, corrected }) =>
                  corrected ? (
                    <Badge>{t("corrected")}</Badge>
                  ) : view.mayRecord && view.plan !== null ? (
                    <Link className="link" to={`?replaces=${id}`}>
                      {t("correct")}
                    </Link>
                  ) : null,
              },
            ]}
          />
        )}
      </Panel>
      <Grid columns={2}>
        <Panel title={t("calibration")}>
          <CalibrationPanel report={view.calibration} />
        </Panel>
        <Panel title={t("sharing")}>
          <p className="mb-3">{t(view.shares ? "sharingOn" : "sharingOff")}</p>
          {view.mayShare ? (
            <Form id="sharing" action="sharing" hidden={{ shares: view.shares ? "no" : "yes" }}>
              <SubmitButton variant="quiet">{t(view.shares ? "switchOff" : "switchOn")}</SubmitButton>
            </Form>
          ) : null}
        </Panel>
      </Grid>
    </Page>
  );
}

type View = ReturnType<typeof useLoaderData<typeof loader>>;

function RecordForm({ view, posted, planId }: { view: View; posted: Answer | undefined; planId: string }) {
  const t = useText(learningText);
  const f = useFormat();
  const [query] = useSearchParams();
  const replaced = view.outcomes.find(({ id, corrected }) => id === query.get("replaces") && !corrected);
  const options = view.waiting.map(({ id, title, finish, due, forecast }) => ({
    value: id,
    label: `${t(due ? "waits" : "running", { title, date: f.date(finish) })}: ${forecast.measure}`,
  }));
  const wanted = query.get("item") ?? view.waiting[0]?.id ?? "";
  return (
    <Form
      key={view.outcomes.length}
      id="record"
      errors={posted?.errors}
      values={posted?.values}
      hidden={{
        version: replaced?.planVersionId ?? planId,
        ...(replaced === undefined ? {} : { replaces: replaced.id, item: replaced.itemId }),
      }}
    >
      {replaced === undefined ? (
        <Select name="item" label={t("item")} required options={options} defaultValue={wanted} />
      ) : (
        <Notice title={replaced.title}>{t("correcting", { date: f.date(replaced.observedOn) })}</Notice>
      )}
      <NumberInput name="observed" label={t("observed")} help={t("observedHelp")} required />
      <Radios
        name="basis"
        label={t("basis")}
        required
        defaultValue="measured"
        options={[
          { value: "measured", label: t("measured"), help: t("measuredHelp") },
          { value: "reported", label: t("reported"), help: t("reportedHelp") },
        ]}
      />
      <DateInput name="observedOn" label={t("observedOn")} required max={view.today} defaultValue={view.today} />
      <TextInput name="note" label={t("note")} help={t("noteHelp")} maxLength={500} />
      <Disclosure summary={t("standardError")}>
        <NumberInput name="standardError" label={t("standardError")} help={t("standardErrorHelp")} />
      </Disclosure>
      <SubmitButton>{t("save")}</SubmitButton>
    </Form>
  );
}

function Recorded({ recorded }: { recorded: RecordedOutcome }) {
  const t = useText(learningText);
  const f = useFormat();
  const { title, measure, before, after, scale } = recorded.expected;
  const say = (value: number) => effectWords(f, withinRange(value, scale), scale);
  return (
    <Notice tone="good" title={t("saved", { title, measure, from: say(before), to: say(after) })}>
      {t(recorded.replanned === null ? "savedNoReplan" : "savedReplanned")}{" "}
      {recorded.replanned === null || recorded.verdict.change ? null : `${t("savedFew")} `}
      {recorded.drift === null ? null : `${t(recorded.drift === "down" ? "driftDown" : "driftUp")} `}
      <Link className="link" to="../changes">
        {t("seeChange")}
      </Link>
    </Notice>
  );
}

/** Items shown before the rest folds away. */
const shownFirst = 8;

function Waiting({ view }: { view: View }) {
  const t = useText(learningText);
  if (view.waiting.length === 0) return <p className="text-ink-soft">{t("titleDone")}</p>;
  const asked = view.waiting.filter((item) => item.asked);
  const ordered = [...asked, ...view.waiting.filter((item) => !item.asked)];
  return (
    <>
      <WaitingList items={ordered.slice(0, shownFirst)} />
      {asked.length > 0 ? <p className="mt-3 text-caption text-ink-soft">{t("askedWhy")}</p> : null}
      {ordered.length > shownFirst ? (
        <Disclosure summary={t("more", { count: ordered.length - shownFirst })}>
          <WaitingList items={ordered.slice(shownFirst)} />
        </Disclosure>
      ) : null}
    </>
  );
}

function WaitingList({ items }: { items: View["waiting"] }) {
  const t = useText(learningText);
  const f = useFormat();
  return (
    <ul className="space-y-3">
      {items.map(({ id, title, owner, finish, due, asked, forecast }) => (
        <li key={id}>
          <Link className="link" to={`?item=${encodeURIComponent(id)}`}>
            {title}
          </Link>{" "}
          <Badge tone={due ? "warn" : "quiet"}>{t(due ? "due" : "started")}</Badge>{" "}
          {asked ? <Badge tone="accent">{t("asked")}</Badge> : null}
          <span className="block text-caption text-ink-soft">
            {owner} · {f.date(finish)} ·{" "}
            {t("expected", {
              measure: forecast.measure,
              value: expectedWords(f, forecast.effect, forecast.scale),
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}
