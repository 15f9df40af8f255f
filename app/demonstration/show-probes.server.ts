import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { normalDraw, randomFrom, seedFrom } from "#app/domain/kernel/random.ts";
import type { Actor } from "#app/services/actor.ts";
import type { Deps } from "#app/services/deps.ts";
import { judgeQuote } from "#app/services/visibility/judge-quote.server.ts";
import { recordPastedAnswer } from "#app/services/visibility/record-pasted-answer.server.ts";
import { marksOf, probedEngine } from "#app/services/visibility/run-probes.server.ts";
import { savePromptSet } from "#app/services/visibility/save-prompt-set.server.ts";
import { stateExperiment } from "#app/services/visibility/state-experiment.server.ts";
import { findPromptSet, insertAnswers } from "#db/repositories/probes.server.ts";
import { promptsAtFirst, sampleBody, samplePrompts, sampleSetting } from "./probe-answers.ts";

type On = (daysAgo: number) => Deps;
type Must = <Value>(
  what: string,
  result: { ok: true; value: Value } | { ok: false; failure: unknown },
) => Promise<Value>;

/** Days ago on which the sample's page about the cold chain got figures and sources. */
const changedAgo = 42;
const model = "sample-model";

/** Eleven weeks of answers, made up but read and counted like real ones: a break, a queue of quotes and an experiment. */
export async function showProbes(on: On, actor: Actor, must: Must): Promise<void> {
  const first = await must(
    "first prompts",
    await savePromptSet(on(92), actor, { prompts: promptsAtFirst, setting: sampleSetting }),
  );
  await answer(on, actor, first, [91, 84]);
  const second = await must(
    "prompts",
    await savePromptSet(on(78), actor, { prompts: samplePrompts, setting: sampleSetting }),
  );
  await answer(on, actor, second, [77, 70, 63, 56, 49]);
  await stateSampleExperiment(on, actor, second, must);
  await answer(on, actor, second, [42, 35, 28, 21, 14, 7, 1]);
  await paste(on, actor, second, must);
  for (const judged of judgements) await must("judgement", await judgeQuote(on(3), actor, judged));
}

/** One answer to each prompt on each of the days. */
async function answer(on: On, actor: Actor, promptSetId: string, daysAgo: readonly number[]): Promise<void> {
  const { db } = on(0);
  const set = await findPromptSet(db, actor.organizationId, promptSetId);
  if (set === null) return;
  const rows = daysAgo.flatMap((ago) =>
    set.prompts.flatMap((prompt) => {
      const sample = samplePrompts.find(({ text }) => text === prompt.text);
      if (sample === undefined) return [];
      const seed = `${prompt.text} ${ago}`;
      const raw = sampleBody(sample, isNamed(sample.topic, prompt.text, ago), seed);
      const id = `${promptSetId}:sample-${ago}:${prompt.id}:1`;
      const at = on(ago).now();
      const source = "probe" as const;
      const marks = marksOf(set, raw);
      return [
        { id, promptSetId, promptId: prompt.id, engine: probedEngine, model, source, raw, marks, at, costUsd: null },
      ];
    }),
  );
  await insertAnswers(db, actor.organizationId, rows);
}

/** Each prompt has a leaning of its own; those about the cold chain lean further once their page was changed. */
function isNamed(topic: string, text: string, ago: number): boolean {
  const leaning = normalDraw(randomFrom(seedFrom(text)));
  const lift = topic === "cold chain" && ago < changedAgo ? 2.4 : 0;
  const chance = 1 / (1 + Math.exp(-(-0.7 + 0.9 * leaning + lift)));
  return randomFrom(seedFrom(`named ${text} ${ago}`))() < chance;
}

async function stateSampleExperiment(on: On, actor: Actor, promptSetId: string, must: Must): Promise<void> {
  const set = await findPromptSet(on(0).db, actor.organizationId, promptSetId);
  const about = (topic: string) =>
    (set?.prompts ?? [])
      .filter(
        ({ kind, text }) => kind !== "branded" && samplePrompts.find((each) => each.text === text)?.topic === topic,
      )
      .map(({ id }) => id);
  const stated = {
    name: "Figures and sources on the cold chain page",
    hypothesis:
      "Answers about refrigerated freight will name us more often once the page shows temperature records and links the rules it follows.",
    metric: "mention" as const,
    changedOn: isoDateOf(on(changedAgo).now()),
    days: 28,
    pages: ["/services/cold-chain"],
    prompts: about("cold chain"),
    heldOut: [...about("customs"), ...about("sea freight")],
    line: 0,
  };
  await must("experiment", await stateExperiment(on(44), actor, stated));
}

async function paste(on: On, actor: Actor, promptSetId: string, must: Must): Promise<void> {
  const set = await findPromptSet(on(0).db, actor.organizationId, promptSetId);
  for (const prompt of (set?.prompts ?? []).filter(({ kind }) => kind === "category").slice(0, 4)) {
    const text = `For this, Meridian Forwarding and Northbound Haulage are often named (https://freight-directory.example/hamburg).\nKestrel Freight is a family firm that was founded in Bremen.`;
    const day = isoDateOf(on(5).now());
    const pasted = { promptSetId, promptId: prompt.id, engine: "Perplexity", text, on: day };
    await must("pasted answer", await recordPastedAnswer(on(4), actor, pasted));
  }
}

const judgements = [
  {
    quote: "Kestrel Freight consolidates sea freight from Hamburg and Rotterdam to Singapore.",
    sentiment: "neutral",
    accuracy: "right",
    correction: null,
  },
  {
    quote: "Kestrel Freight is a good choice for chilled food of smaller shippers.",
    sentiment: "positive",
    accuracy: "right",
    correction: null,
  },
  {
    quote: "Kestrel Freight does not act as a customs broker.",
    sentiment: "negative",
    accuracy: "wrong",
    correction: "Kestrel Freight is a licensed customs broker in Hamburg.",
  },
  {
    quote: "Some shippers find Kestrel Freight slower to answer on weekends.",
    sentiment: "negative",
    accuracy: "cannot-tell",
    correction: null,
  },
] as const;
