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

const model = "sample-model";

/** Two changes of the sample's website, each stated before it was made. Engines name the sample more often after the first only. */
const experiments = [
  {
    topic: "cold chain",
    statedAgo: 44,
    changedAgo: 42,
    name: "Figures and sources on the cold chain page",
    hypothesis:
      "Answers about refrigerated freight will name us more often once the page shows temperature records and links the rules it follows.",
    page: "/services/cold-chain",
  },
  {
    topic: "customs",
    statedAgo: 51,
    changedAgo: 49,
    name: "Shorter text on the customs page",
    hypothesis:
      "Answers about customs will name us more often once the page says in its first lines what a clearance costs.",
    page: "/services/customs",
  },
] as const;

/** Seventeen weeks of answers, made up but read and counted like real ones: a break, a queue of quotes and two experiments. */
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
    { daysAgo: 120, happen: asked(promptsAtFirst) },
    ...[119, 112, 105, 98, 91, 84].map(answered),
    { daysAgo: 78, happen: asked(samplePrompts) },
    ...[77, 70, 63, 56, 49, 42, 35, 28, 21, 14, 7].map(answered),
    ...experiments.map((experiment) => ({
      daysAgo: experiment.statedAgo,
      happen: (deps: Deps) => stateSampleExperiment(deps, actor, set, experiment),
    })),
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

/**
 * Each prompt has a leaning of its own around that of its topic. Those about the cold chain lean far away before their page was
 * changed, and as far the other way after it; nothing changes about customs.
 */
function isNamed(topic: string, text: string, ago: number): boolean {
  const leaning = normalDraw(randomFrom(seedFrom(text)));
  const before = topic === "cold chain" ? -1.7 : -0.7;
  const lift = topic === "cold chain" && ago < experiments[0].changedAgo ? 2 : 0;
  const chance = 1 / (1 + Math.exp(-(before + lift + 0.7 * leaning)));
  return randomFrom(seedFrom(`named ${text} ${ago}`))() < chance;
}

/** Prompts about the sea stand beside both: no page about it changed. */
async function stateSampleExperiment(
  deps: Deps,
  actor: Actor,
  promptSetId: string,
  { topic, statedAgo, changedAgo, name, hypothesis, page }: (typeof experiments)[number],
): Promise<void> {
  const set = await findPromptSet(deps.db, actor.organizationId, promptSetId);
  const about = (wanted: string) =>
    (set?.prompts ?? [])
      .filter(
        ({ kind, text }) => kind !== "branded" && samplePrompts.find((each) => each.text === text)?.topic === wanted,
      )
      .map(({ id }) => id);
  const stated = {
    name,
    hypothesis,
    metric: "mention" as const,
    changedOn: addDays(isoDateOf(deps.now()), statedAgo - changedAgo),
    days: 28,
    pages: [page],
    prompts: about(topic),
    heldOut: about("sea freight"),
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
