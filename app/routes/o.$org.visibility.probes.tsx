import { data, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { ProbePrompt, PromptKind } from "#app/domain/visibility/share-of-answers.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { loadProbes } from "#app/services/visibility/load-probes.server.ts";
import { recordPastedAnswer } from "#app/services/visibility/record-pasted-answer.server.ts";
import { requestProbes } from "#app/services/visibility/request-probes.server.ts";
import { savePromptSet } from "#app/services/visibility/save-prompt-set.server.ts";
import { textOf } from "#app/strings/catalogue.ts";
import { visibilityText } from "#app/strings/en/visibility.ts";
import { Badge } from "#app/ui/controls/badge.tsx";
import { Disclosure } from "#app/ui/controls/disclosure.tsx";
import { Select, TextArea, TextInput } from "#app/ui/controls/fields.tsx";
import { Form, SubmitButton } from "#app/ui/controls/form.tsx";
import { Notice } from "#app/ui/controls/notice.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";
import { AnswerSeries } from "#app/ui/visibility/answer-series.tsx";

export const meta: MetaFunction = () => [{ title: `${visibilityText.probesArea} – Groundwork` }];

export const loader = orgLoader("assessment:read", async ({ deps, actor }) => {
  const probes = await loadProbes(deps, actor);
  if (!probes.ok) throw notFound();
  return probes.value;
});

const kinds = ["branded", "category", "comparison", "problem"] as const satisfies readonly PromptKind[];
const lines = z
  .string()
  .max(20_000)
  .default("")
  .transform((text) =>
    text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ""),
  );
const list = z
  .string()
  .max(2_000)
  .default("")
  .transform((text) =>
    text
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== ""),
  );

const ProbesForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("freeze"),
    branded: lines,
    category: lines,
    comparison: lines,
    problem: lines,
    name: z.string().trim().min(1).max(200),
    aliases: list,
    domains: list,
    competitors: lines,
  }),
  z.object({
    intent: z.literal("paste"),
    set: z.string(),
    prompt: z.string(),
    engine: z.string().trim().min(1).max(60),
    text: z.string().min(1),
  }),
  z.object({ intent: z.literal("run"), set: z.string(), runs: z.coerce.number().int().min(1).max(10) }),
]);

const wordOf: Readonly<Record<string, keyof typeof visibilityText>> = {
  "no-prompts": "noPrompts",
  "too-many-prompts": "tooMany",
  "not-found": "promptGone",
  "too-long": "tooLong",
  "no-key": "noKey",
  forbidden: "forbidden",
};

export const action = orgAction("assessment:run", async ({ request, deps, actor }) => {
  const form = await readForm(request, ProbesForm);
  if (!form.ok) {
    const { errors, typed } = form.failure;
    return data({ intent: String(typed.intent ?? ""), errors, values: typed, done: false }, { status: 422 });
  }
  const asked = form.value;
  const run = async () => {
    switch (asked.intent) {
      case "freeze": {
        const prompts = kinds.flatMap((kind) => asked[kind].map((text) => ({ kind, text })));
        const brand = { name: asked.name, aliases: asked.aliases, domains: asked.domains };
        const others = asked.competitors.map((name) => ({ name }));
        return savePromptSet(deps, actor, { prompts, setting: { brand, others } });
      }
      case "paste":
        return recordPastedAnswer(deps, actor, {
          promptSetId: asked.set,
          promptId: asked.prompt,
          engine: asked.engine,
          text: asked.text,
        });
      case "run":
        return requestProbes(deps, actor, { promptSetId: asked.set, runs: asked.runs });
    }
  };
  const result = await run();
  if (result.ok) return data({ intent: asked.intent, errors: {}, values: null, done: true }, {});
  const { failure } = result;
  const t = textOf(visibilityText, "en");
  const error =
    failure.kind === "over-limit"
      ? t("overLimit", { limit: failure.limit, used: failure.used })
      : visibilityText[wordOf[failure.kind] ?? "forbidden"];
  return data(
    { intent: asked.intent, errors: { form: [String(error)] }, values: null, done: false },
    { status: failureStatus(failure) },
  );
});

export default function ProbesPage() {
  const t = useText(visibilityText);
  const { set, series, promptsForHeadline } = useLoaderData<typeof loader>();
  const prompts = new Map((set?.prompts ?? []).map((prompt) => [prompt.id, prompt.text]));
  return (
    <Page
      area="visibility"
      title={<Answer />}
      lead={
        <>
          {t("probesLead")} {t("needPrompts", { needed: promptsForHeadline })}
        </>
      }
      trail={[{ to: ".", label: t("probesArea") }]}
    >
      {series.map((one) => (
        <AnswerSeries key={one.name} name={one.name} share={one.share} prompts={prompts} />
      ))}
      {set === null ? null : <PastePanel />}
      <RunPanel />
      <PromptPanel />
      <AnswersPanel />
    </Page>
  );
}

/** The rate of the largest series, or that there is not enough to say one. */
function Answer(): string {
  const t = useText(visibilityText);
  const f = useFormat();
  const { series } = useLoaderData<typeof loader>();
  const [largest] = [...series].sort((a, b) => b.share.prompts - a.share.prompts);
  if (largest === undefined || largest.share.mention === null) return t("probesEmptyTitle");
  if (!largest.share.headline) return t("probesTitleFew", { count: largest.share.prompts });
  const { value, low, high } = largest.share.mention.estimate;
  return t("probesTitleHeadline", { share: f.share(value), low: f.share(low), high: f.share(high) });
}

function useResult(intent: string) {
  const result = useActionData<typeof action>();
  return result?.intent === intent ? result : undefined;
}

function PastePanel() {
  const t = useText(visibilityText);
  const { set, mayRun, answers } = useLoaderData<typeof loader>();
  const result = useResult("paste");
  if (set === null || !mayRun) return null;
  return (
    <Panel title={t("pasteTitle")}>
      {result?.done === true ? <Notice tone="good">{t("pasted")}</Notice> : null}
      <Form
        key={answers[0]?.id ?? ""}
        id="paste"
        errors={result?.errors}
        values={result?.values}
        hidden={{ intent: "paste", set: set.id }}
      >
        <Select
          name="prompt"
          label={t("pastePrompt")}
          required
          options={set.prompts.map((prompt: ProbePrompt) => ({ value: prompt.id, label: prompt.text }))}
        />
        <TextInput name="engine" label={t("pasteEngine")} help={t("pasteEngineHelp")} required />
        <TextArea name="text" label={t("pasteText")} help={t("pasteHelp")} rows={8} required />
        <SubmitButton>{t("paste")}</SubmitButton>
      </Form>
    </Panel>
  );
}

function RunPanel() {
  const t = useText(visibilityText);
  const f = useFormat();
  const { set, model, cost, running, lastError, mayRun } = useLoaderData<typeof loader>();
  const result = useResult("run");
  if (model === null || set === null) {
    return (
      <Panel title={t("runTitle")}>
        <p className="max-w-3xl">{t("runNoKey")}</p>
      </Panel>
    );
  }
  const usd = (amount: number) => f.money({ amount, currency: "USD" });
  return (
    <Panel title={t("runTitle")}>
      <p>{t("runLabel", { model })}</p>
      <p className="mb-3">
        {t("runCost", { prompts: set.prompts.length, runs: cost.runs, cost: usd(cost.round), spent: usd(cost.spent) })}
      </p>
      {running === null ? null : <Notice tone="accent">{t("runRunning")}</Notice>}
      {lastError === null ? null : <Notice tone="warn">{t("runStopped", { because: lastError })}</Notice>}
      {mayRun && running === null ? (
        <Form id="run" errors={result?.errors} hidden={{ intent: "run", set: set.id, runs: String(cost.runs) }}>
          <SubmitButton>{t("runNow")}</SubmitButton>
        </Form>
      ) : null}
    </Panel>
  );
}

function PromptPanel() {
  const t = useText(visibilityText);
  const f = useFormat();
  const { set, draft, mayRun } = useLoaderData<typeof loader>();
  const result = useResult("freeze");
  const prompts = set?.prompts ?? draft?.prompts ?? [];
  const setting = set?.setting ?? draft?.setting ?? null;
  if (!mayRun || setting === null) return null;
  const typed = {
    ...Object.fromEntries(
      kinds.map((kind) => [
        kind,
        prompts
          .filter((prompt) => prompt.kind === kind)
          .map((prompt) => prompt.text)
          .join("\n"),
      ]),
    ),
    name: setting.brand.name,
    aliases: (setting.brand.aliases ?? []).join(", "),
    domains: (setting.brand.domains ?? []).join(", "),
    competitors: setting.others.map((other) => other.name).join("\n"),
  };
  const form = (
    <Form id="freeze" errors={result?.errors} values={result?.values ?? typed} hidden={{ intent: "freeze" }}>
      <TextInput name="name" label={t("brandName")} required />
      <TextInput name="aliases" label={t("brandAliases")} />
      <TextInput name="domains" label={t("brandDomains")} />
      <TextArea name="competitors" label={t("competitors")} rows={3} />
      <p className="text-ink-soft">{t("promptsHelp")}</p>
      {kinds.map((kind) => (
        <TextArea key={kind} name={kind} label={t(kind)} rows={kind === "branded" ? 3 : 8} />
      ))}
      <SubmitButton>{t("freeze")}</SubmitButton>
    </Form>
  );
  return (
    <Panel title={t("prompts")}>
      {set === null ? (
        form
      ) : (
        <>
          <p className="mb-2">{t("promptsFrozen", { version: set.version, date: f.moment(set.at) })}</p>
          <Disclosure summary={t("editPrompts")} open={result !== undefined && !result.done}>
            {form}
          </Disclosure>
        </>
      )}
    </Panel>
  );
}

const statusWords = {
  complete: "complete",
  incomplete: "incomplete",
  refused: "refused",
  failed: "failedAnswer",
} as const;

function AnswersPanel() {
  const t = useText(visibilityText);
  const f = useFormat();
  const { answers } = useLoaderData<typeof loader>();
  if (answers.length === 0) return null;
  return (
    <Panel title={t("answersTitle")}>
      <ul className="space-y-2">
        {answers.map((answer) => (
          <li key={answer.id}>
            <Disclosure
              summary={
                <>
                  {answer.prompt}{" "}
                  <Badge tone={answer.mentioned ? "good" : "quiet"}>
                    {answer.mentioned ? t("namesYou") : t("notNamed")}
                  </Badge>{" "}
                  {answer.cited ? <Badge tone="good">{t("citesYou")}</Badge> : null}{" "}
                  {answer.status === "complete" ? null : <Badge tone="warn">{t(statusWords[answer.status])}</Badge>}
                </>
              }
            >
              <p className="text-caption text-ink-soft">
                {answer.engine}, {answer.source === "probe" ? t("probe") : t("pastedSource")}, {f.moment(answer.at)}
              </p>
              <p className="whitespace-pre-line">{answer.text}</p>
              <ul className="list-inside list-disc text-caption">
                {answer.citations.map((citation) => (
                  <li key={citation.url}>
                    {citation.domain} {citation.title}
                  </li>
                ))}
              </ul>
            </Disclosure>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
