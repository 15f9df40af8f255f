import { addDays, isoDateOf } from "#app/domain/kernel/iso-date.ts";
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
import { type Happening, must } from "./seeding.server.ts";

/** Days ago on which the sample's page about the cold chain got figures and sources. */
const changedAgo = 42;
const statedAgo = 44;
const model = "sample-model";

/** Eleven weeks of answers, made up but read and counted like real ones: a break, a queue of quotes and an experiment. */
export function probesShown(actor: Actor): Happening[] {
  let set = "";
  const asked =
    (prompts: typeof samplePrompts): Happening["happen"] =>
    async (deps) => {
      set = must("prompts", await savePromptSet(deps, actor, { prompts, setting: sampleSetting }));
    };
  const answered = (daysAgo: number): Happening => ({
    daysAgo,
    happen: (deps) => answer(deps, actor, set, daysAgo),
  });
  return [
    { daysAgo: 92, happen: asked(promptsAtFirst) },
    ...[91, 84].map(answered),
    { daysAgo: 78, happen: asked(samplePrompts) },
    ...[77, 70, 63, 56, 49].map(answered),
    { daysAgo: statedAgo, happen: (deps) => stateSampleExperiment(deps, actor, set) },
    ...[42, 35, 28, 21, 14, 7].map(answered),
    { daysAgo: 4, happen: (deps) => paste(deps, actor, set) },
    {
      daysAgo: 3,
      happen: async (deps) => {
        for (const judged of judgements) must("judgement", await judgeQuote(deps, actor, judged));
      },
    },
    answered(1),
  ];
}

/** One answer to each prompt on the day. */
async function answer(deps: Deps, actor: Actor, promptSetId: string, ago: number): Promise<void> {
  const set = await findPromptSet(deps.db, actor.organizationId, promptSetId);
  if (set === null) return;
  const at = deps.now();
  const rows = set.prompts.flatMap((prompt) => {
    const sample = samplePrompts.find(({ text }) => text === prompt.text);
    if (sample === undefined) return [];
    const seed = `${prompt.text} ${ago}`;
    const raw = sampleBody(sample, isNamed(sample.topic, prompt.text, ago), seed);
    const id = `${promptSetId}:sample-${ago}:${prompt.id}:1`;
    const source = "probe" as const;
    const marks = marksOf(set, raw);
    return [
      { id, promptSetId, promptId: prompt.id, engine: probedEngine, model, source, raw, marks, at, costUsd: null },
    ];
  });
  await insertAnswers(deps.db, actor.organizationId, rows);
}

/** Each prompt has a leaning of its own; those about the cold chain lean further once their page was changed. */
function isNamed(topic: string, text: string, ago: number): boolean {
  const leaning = normalDraw(randomFrom(seedFrom(text)));
  const lift = topic === "cold chain" && ago < changedAgo ? 2.4 : 0;
  const chance = 1 / (1 + Math.exp(-(-0.7 + 0.9 * leaning + lift)));
  return randomFrom(seedFrom(`named ${text} ${ago}`))() < chance;
}

async function stateSampleExperiment(deps: Deps, actor: Actor, promptSetId: string): Promise<void> {
  const set = await findPromptSet(deps.db, actor.organizationId, promptSetId);
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
    changedOn: addDays(isoDateOf(deps.now()), statedAgo - changedAgo),
    days: 28,
    pages: ["/services/cold-chain"],
    prompts: about("cold chain"),
    heldOut: [...about("customs"), ...about("sea freight")],
    line: 0,
  };
  must("experiment", await stateExperiment(deps, actor, stated));
}

async function paste(deps: Deps, actor: Actor, promptSetId: string): Promise<void> {
  const set = await findPromptSet(deps.db, actor.organizationId, promptSetId);
  for (const prompt of (set?.prompts ?? []).filter(({ kind }) => kind === "category").slice(0, 4)) {
    const text = `For this, Meridian Forwarding and Northbound Haulage are often named (https://freight-directory.example/hamburg).\nKestrel Freight is a family firm that was founded in Bremen.`;
    const on = addDays(isoDateOf(deps.now()), -1);
    const pasted = { promptSetId, promptId: prompt.id, engine: "Perplexity", text, on };
    must("pasted answer", await recordPastedAnswer(deps, actor, pasted));
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
