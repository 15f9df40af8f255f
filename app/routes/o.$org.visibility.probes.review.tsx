import { data, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { z } from "zod";
import { type Accuracy, accuracies, sentiments } from "#app/domain/visibility/review-quotes.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { judgeQuote, settleClaim, takeBackJudgement } from "#app/services/visibility/judge-quote.server.ts";
import { judgedAtOnce, loadReview } from "#app/services/visibility/load-review.server.ts";
import { type Say, textOf } from "#app/strings/catalogue.ts";
import { probeReviewText as own } from "#app/strings/en/probe-review.ts";
import { probesText } from "#app/strings/en/probes.ts";
import { Badge } from "#app/ui/controls/badge.tsx";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { Disclosure } from "#app/ui/controls/disclosure.tsx";
import { EmptyState } from "#app/ui/controls/empty-state.tsx";
import { Form, SubmitButton } from "#app/ui/controls/form.tsx";
import { Figure } from "#app/ui/figures/figure.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { DataTable, Pages } from "#app/ui/tables/data-table.tsx";
import { tableState } from "#app/ui/tables/table-state.ts";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";
import { ProbeTabs, useProbesBase } from "#app/ui/visibility/probe-tabs.tsx";
import { QuoteForm, type QuoteView } from "#app/ui/visibility/quote-form.tsx";
import { Said } from "#app/ui/visibility/said.tsx";

export const meta: MetaFunction = () => [{ title: `${probesText.tabReview} – Groundwork` }];

/** What was refused may have been refused because of what somebody else did: the page shows it then. */
export const shouldRevalidate = () => true;

export const loader = orgLoader("assessment:read", async ({ request, deps, actor }) => {
  const table = tableState(request.url, { size: judgedAtOnce });
  const review = await loadReview(deps, actor, table.page);
  if (!review.ok) throw notFound();
  return { ...review.value, table: { ...table, page: review.value.page } };
});

const quote = z.string().min(1).max(2_000);
const ReviewForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("judge"),
    quote,
    sentiment: z.enum(sentiments),
    accuracy: z.enum(accuracies),
    correction: z.string().trim().max(500).optional(),
    /** Its place among those that wait: the one that moves up takes the focus. */
    at: z.coerce.number().int().min(0).catch(0),
  }),
  z.object({ intent: z.literal("undo"), quote }),
  z.object({ intent: z.literal("settle"), quote }),
  z.object({ intent: z.literal("unsettle"), quote }),
]);

export const action = orgAction("assessment:run", async ({ request, deps, actor }) => {
  const form = await readForm(request, ReviewForm);
  if (!form.ok) {
    const { typed, errors } = form.failure;
    const said = saidOf(Object.keys(errors));
    return data({ intent: "judge", errors: said, values: typed, quote: null, at: 0, done: false }, { status: 422 });
  }
  const asked = form.value;
  const result =
    asked.intent === "judge"
      ? await judgeQuote(deps, actor, { ...asked, correction: asked.correction ?? null })
      : asked.intent === "undo"
        ? await takeBackJudgement(deps, actor, asked.quote)
        : await settleClaim(deps, actor, { quote: asked.quote, settled: asked.intent === "settle" });
  const { intent } = asked;
  const at = intent === "judge" ? asked.at : 0;
  if (result.ok) return data({ intent, errors: {}, values: null, quote: asked.quote, at, done: true });
  const errors = { form: [refusal(result.failure, intent === "judge" ? (asked.correction ?? null) : null)] };
  return data(
    { intent, errors, values: asked, quote: null, at, done: false },
    { status: failureStatus(result.failure) },
  );
});

type Refusal = Extract<Awaited<ReturnType<typeof judgeQuote>>, { ok: false }>["failure"];

/** Why it was refused. What was written instead of a claim is said again: its form is gone with the sentence. */
function refusal(failure: Refusal, correction: string | null): string {
  if (failure.kind === "forbidden") return probesText.forbidden;
  const t = textOf(own, "en");
  const why =
    failure.kind === "judged-meanwhile"
      ? t("judgedMeanwhile", { sentiment: t(failure.sentiment), accuracy: accuracyIn(t, failure.accuracy) })
      : t("gone");
  return correction === null ? why : `${why} ${t("youWrote", { correction })}`;
}

function accuracyIn(t: Say<typeof own>, accuracy: Accuracy): string {
  return accuracy === "cannot-tell" ? t("cannotTell") : t(accuracy);
}

/** What to mend, in the words of the form. */
function saidOf(fields: readonly string[]): Record<string, readonly string[]> {
  const words: Readonly<Record<string, string>> = {
    sentiment: own.chooseSentiment,
    accuracy: own.chooseAccuracy,
    correction: own.correctionLong,
  };
  const said = fields.flatMap((field) => (words[field] === undefined ? [] : [[field, [words[field]]] as const]));
  return said.length === 0 ? { form: [own.notUnderstood] } : Object.fromEntries(said);
}

export default function ReviewPage() {
  const t = useText(own);
  const p = useText(probesText);
  const { waiting, waitingCount, judgedCount, mayJudge, about } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const base = useProbesBase();
  // A refused judgement is shown at its sentence; what speaks of no sentence that waits is shown above.
  const refused = result !== undefined && !result.done ? result : null;
  // The answer comes before the list without the judged sentence does: focus led to that sentence would go with it.
  const settled = useNavigation().state === "idle";
  const judged = settled && result?.intent === "judge" && result.done;
  const atQuote = refused?.intent === "judge" && waiting.some(({ text }) => text === refused.values?.quote);
  const title =
    waitingCount > 0 ? t("title", { count: waitingCount }) : judgedCount > 0 ? t("titleDone") : t("titleEmpty");
  return (
    <Page
      area="visibility"
      title={title}
      lead={t("lead")}
      trail={[
        { to: base, label: p("area") },
        { to: ".", label: p("tabReview") },
      ]}
    >
      <ProbeTabs here="review" />
      <Done />
      {refused === null || atQuote ? null : (
        <Said by={result} tone="bad">
          {Object.values(refused.errors).flat().join(" ")}
        </Said>
      )}
      {waitingCount + judgedCount > 0 ? null : (
        <EmptyState action={mayJudge ? <LinkButton to={`${base}/paste`}>{p("toPaste")}</LinkButton> : null}>
          {t("emptyBody")}
        </EmptyState>
      )}
      {waiting.length === 0 ? null : (
        <Panel>
          <p className="mb-3 max-w-3xl text-caption text-ink-soft">
            {t("facts", {
              name: about.name,
              sector: about.sector ?? t("unknown"),
              website: about.website ?? t("unknown"),
            })}{" "}
            {mayJudge ? t("keys") : null}
          </p>
          <ol className="divide-y divide-line">
            {waiting.map((each, at) => (
              <li key={each.text} className="py-3">
                <QuoteForm
                  quote={each}
                  at={at}
                  mayJudge={mayJudge}
                  refused={atQuote && refused?.values?.quote === each.text ? refused : null}
                  focusedBy={judged && at === Math.min(result.at, waiting.length - 1) ? result : null}
                />
              </li>
            ))}
          </ol>
          {waitingCount > waiting.length ? (
            <p className="text-caption text-ink-soft">{t("more", { count: waitingCount - waiting.length })}</p>
          ) : null}
        </Panel>
      )}
      <PutRight />
      <Figures />
      <History />
    </Page>
  );
}

/** What was just done, and the way back. */
function Done() {
  const t = useText(own);
  const { last, mayJudge, waiting } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  if (result?.done !== true) return null;
  if (result.intent === "undo") return <Said by={result}>{t("taken")}</Said>;
  if (result.intent === "unsettle") return <Said by={result}>{t("unsettled")}</Said>;
  if (result.intent === "settle")
    return (
      <Said by={result}>
        <WithWayBack id="unsettle" quote={result.quote ?? ""} label={t("unsettle")}>
          {t("settledDone")}
        </WithWayBack>
      </Said>
    );
  if (last === null || !mayJudge) return null;
  return (
    // The next sentence takes the focus while there is one.
    <Said by={waiting.length === 0 ? result : undefined}>
      <WithWayBack id="undo" quote={last.quote} label={t("undo")}>
        {t("judged", { sentiment: t(last.sentiment), accuracy: accuracyIn(t, last.accuracy) })}
      </WithWayBack>
    </Said>
  );
}

type WayBack = { id: "undo" | "unsettle"; quote: string; label: string; children: string };

function WithWayBack({ id, quote: of, label, children }: WayBack) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <span>{children}</span>
      <Form id={id} hidden={{ intent: id, quote: of }}>
        <SubmitButton variant="quiet">{label}</SubmitButton>
      </Form>
    </div>
  );
}

function PutRight() {
  const t = useText(own);
  const { toPutRight, judgedCount, mayJudge } = useLoaderData<typeof loader>();
  if (judgedCount === 0) return null;
  return (
    <Panel title={t("putRight")}>
      <p className="mb-2 max-w-3xl text-ink-soft">{toPutRight.length === 0 ? t("putRightNone") : t("putRightSays")}</p>
      <ul className="divide-y divide-line">
        {toPutRight.map((each, at) => (
          <li key={each.text} className="py-3">
            <Claim quote={each} />
            {mayJudge ? (
              <Form id={`settle-${at}`} hidden={{ intent: "settle", quote: each.text }}>
                <SubmitButton variant="quiet">{t("settle")}</SubmitButton>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Claim({ quote: each }: { quote: QuoteView }) {
  const t = useText(own);
  const { judgement } = each;
  return (
    <div className="mb-2 max-w-3xl">
      <p>
        <q dir="auto">{each.text}</q>{" "}
        <Badge tone="warn">{judgement?.accuracy === "outdated" ? t("outdated") : t("wrong")}</Badge>
      </p>
      {judgement?.correction ? <p>{t("true", { correction: judgement.correction })}</p> : null}
      {each.sources.length === 0 ? null : (
        <div className="text-caption text-ink-soft">
          {t("mayComeFrom")}
          <ul className="list-inside list-disc">
            {each.sources.map((url) => (
              <li key={url} className="break-all">
                {url}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function Figures() {
  const t = useText(own);
  const { accuracy, sentiment, judgedCount } = useLoaderData<typeof loader>();
  if (judgedCount === 0) return null;
  const rows = [
    { label: t("accuracyRate"), rate: accuracy },
    ...sentiments.map((kind) => ({ label: t("sentimentRate", { sentiment: t(kind) }), rate: sentiment[kind] })),
  ];
  return (
    <Panel title={t("figures")}>
      <DataTable
        caption={t("figures")}
        rows={rows}
        rowKey={(row) => row.label}
        columns={[
          { key: "label", header: t("judgedOf"), cell: (row) => row.label },
          { key: "n", header: t("sentences"), align: "end", cell: (row) => row.rate?.answers ?? 0 },
          {
            key: "rate",
            header: t("rate"),
            align: "end",
            cell: (row) => <Figure estimate={row.rate?.estimate ?? null} unit="share" absent="none" />,
          },
        ]}
      />
      <p className="mt-1 text-caption text-ink-soft">{t("ofJudged")}</p>
    </Panel>
  );
}

function History() {
  const t = useText(own);
  const { judged, judgedCount, mayJudge, table } = useLoaderData<typeof loader>();
  if (judgedCount === 0) return null;
  return (
    <Panel>
      <Disclosure summary={t("history", { count: judgedCount })} open={table.page > 1}>
        <ul className="divide-y divide-line">
          {judged.map((each, at) => (
            <li key={each.text} className="flex flex-wrap items-start justify-between gap-3 py-2">
              <span className="max-w-3xl">
                <q dir="auto">{each.text}</q> <Judged quote={each} />
              </span>
              {mayJudge ? (
                <Form id={`back-${at}`} hidden={{ intent: "undo", quote: each.text }}>
                  <SubmitButton variant="quiet">{t("takeBack")}</SubmitButton>
                </Form>
              ) : null}
            </li>
          ))}
        </ul>
        <Pages state={table} total={judgedCount} />
      </Disclosure>
    </Panel>
  );
}

function Judged({ quote: { judgement } }: { quote: QuoteView }) {
  const t = useText(own);
  const f = useFormat();
  if (judgement === null) return null;
  const { sentiment, accuracy, settledOn } = judgement;
  return (
    <>
      <Badge>{t(sentiment)}</Badge>{" "}
      <Badge tone={accuracy === "right" ? "good" : accuracy === "cannot-tell" ? "quiet" : "warn"}>
        {accuracyIn(t, accuracy)}
      </Badge>{" "}
      {settledOn === null ? null : (
        <span className="text-caption text-ink-soft">
          {t("settled")} {f.date(settledOn)}
        </span>
      )}
    </>
  );
}
