import { z } from "zod";
import { isoDateOf, parseIsoDate } from "#app/domain/kernel/iso-date.ts";
import { type Evidence, type Prior, priorFrom, type Segment, usualPriorSd } from "#app/domain/learning/evidence.ts";
import { normalHalfWidth } from "#app/domain/learning/interval.ts";
import { learnInCommon } from "#app/domain/learning/learn.ts";
import { hierarchyFor, type Learnt, posteriorIn, usableFor } from "#app/domain/learning/posterior.ts";
import { predictNewOrganization, predictOutcome } from "#app/domain/learning/predictive.ts";
import { type Command, type CommandIo, InputRefused, parseJson } from "./command.ts";

const oneBelief = z.looseObject({
  mean: z.number(),
  sd: z.number().positive(),
  unit: z.number().positive().optional(),
});
const header = z.looseObject({ prior: z.union([z.literal("default"), oneBelief, z.record(z.string(), oneBelief)]) });
const row = z.looseObject({
  action: z.string().min(1),
  organization: z.string().min(1),
  effect: z.number(),
  standardError: z.number().positive(),
  basis: z.enum(["measured", "reported"]),
  at: z.string().nullish(),
  context: z.looseObject({ sector: z.string().nullish(), size: z.string().nullish() }).nullish(),
});

/** An action nobody has written a prior for: six tenths of a published effect of .35, give or take .3. */
const unknownAction = { mean: 0.21, sd: usualPriorSd, unit: 1 };

const example = [
  { prior: "default" },
  ...["a", "b", "c"].map((organization, at) => ({
    action: "course-with-practice",
    context: { sector: "logistics", size: "250-999" },
    organization,
    effect: 0.2 + 0.1 * at,
    standardError: 0.15,
    basis: "measured",
    at: "2026-10-01",
  })),
  {
    action: "course-with-practice",
    organization: "a",
    effect: 0.6,
    standardError: 0.2,
    basis: "reported",
    at: "2026-11-01",
  },
]
  .map((line) => `${JSON.stringify(line)}\n`)
  .join("");

export const command: Command = {
  name: "learn",
  summary: "what outcomes say of effects, pooled over organizations",
  example,
  async run(io) {
    const { priors, evidence } = await read(io);
    const learnt = learnInCommon(priors, evidence);
    const told = [...priors.values()].map((prior) => tell(prior, evidence, learnt));
    await io.write(
      `${JSON.stringify({
        actions: told.flatMap(({ actions }) => actions),
        predictive: told.flatMap(({ predictive }) => predictive),
        learnt: { ...learnt.spread, selfReportBias: learnt.selfReport.bias, flagged: [...learnt.selfReport.flagged] },
      })}\n`,
    );
  },
};

async function read(io: CommandIo): Promise<{ priors: ReadonlyMap<string, Prior>; evidence: readonly Evidence[] }> {
  let stated: z.infer<typeof header>["prior"] | null = null;
  const evidence: Evidence[] = [];
  let number = 0;
  for await (const line of io.lines()) {
    number++;
    const value = parseJson(line, `line ${number}`);
    if (stated === null) {
      const first = header.safeParse(value);
      if (!first.success) {
        throw new InputRefused(
          "no-prior",
          'the first line says {"prior":"default"}, a prior or priors by action',
          "prior",
        );
      }
      stated = first.data.prior;
      continue;
    }
    evidence.push(evidenceOf(value, number));
  }
  if (stated === null) throw new InputRefused("empty", "nothing to learn from", "");
  const actions = [...new Set(evidence.map(({ interventionId }) => interventionId))].sort();
  const known = stated === "default" ? await knownPriors(io) : new Map<string, Prior>();
  const given = stated;
  return { priors: new Map(actions.map((action) => [action, priorFor(action, given, known)])), evidence };
}

function evidenceOf(value: unknown, number: number): Evidence {
  const parsed = row.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new InputRefused(
      "not-an-outcome",
      issue?.message ?? "not an outcome",
      `line ${number}: ${issue?.path.join(".") ?? ""}`,
    );
  }
  const { action, organization, effect, standardError, basis, at, context } = parsed.data;
  const observedOn = at == null ? isoDateOf(new Date(0)) : parseIsoDate(at.slice(0, 10));
  if (observedOn === null) throw new InputRefused("not-a-day", "expected a day, YYYY-MM-DD", `line ${number}: at`);
  const segment: Segment = { sector: context?.sector ?? "", size: context?.size ?? "" };
  return { interventionId: action, organization, segment, effect, variance: standardError ** 2, basis, observedOn };
}

/** The priors of our own interventions, so that `default` means what a plan means by it. */
async function knownPriors(io: CommandIo): Promise<ReadonlyMap<string, Prior>> {
  const { interventions } = await io.knowledge();
  return new Map(
    interventions.interventions.map(({ id, scale, prior }) => [
      id,
      priorFrom({ id, scale, mean: prior.mean, sd: prior.sd }),
    ]),
  );
}

function priorFor(action: string, stated: z.infer<typeof header>["prior"], known: ReadonlyMap<string, Prior>): Prior {
  const asPrior = (belief: { mean: number; sd: number; unit?: number | undefined }): Prior => ({
    interventionId: action,
    scale: "smd",
    mean: belief.mean,
    sd: belief.sd,
    unit: belief.unit ?? unitFor(belief.sd),
  });
  if (stated === "default") return known.get(action) ?? asPrior(unknownAction);
  const single = oneBelief.safeParse(stated);
  if (single.success) return asPrior(single.data);
  const own = Object.hasOwn(stated, action) ? oneBelief.safeParse(stated[action as keyof typeof stated]) : null;
  return asPrior(own?.success ? own.data : unknownAction);
}

/** A belief far wider or narrower than effects in standard deviations are is on another scale: its own width says which. */
function unitFor(sd: number): number {
  return sd > 1.5 || sd < 0.02 ? sd / usualPriorSd : 1;
}

/** The mean effect over organizations first (`organization` null), then each organization, in the order of their names. */
function tell(prior: Prior, evidence: readonly Evidence[], learnt: Learnt) {
  const action = prior.interventionId;
  const usable = usableFor(prior, evidence, learnt);
  const hierarchy = hierarchyFor(prior, usable, learnt);
  const segments = new Map(usable.map(({ organization, segment }) => [organization, segment]));
  const noise = median(usable.map(({ variance }) => variance)) ?? (0.45 * prior.unit) ** 2;
  const everywhere = { sector: "*", size: "*" };
  const { mean, variance } = hierarchy.overall;
  const half = normalHalfWidth * Math.sqrt(variance);
  const measured = usable.filter(({ basis }) => basis === "measured").length;
  const common = {
    mean,
    low: mean - half,
    high: mean + half,
    n: measured,
    weightOfEvidence: 1 - hierarchy.priorWeight,
  };
  const next = predictNewOrganization(hierarchy, everywhere, noise);
  const actions = [{ action, organization: null as string | null, ...common }];
  const predictive = [
    { action, organization: null as string | null, mean: next.value, low: next.low, high: next.high },
  ];
  for (const [organization, segment] of [...segments].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const belief = posteriorIn(hierarchy, usable, { organization, interventionId: action, segment }, learnt);
    const { low, high } = belief.effect;
    const n = belief.evidence.ownMeasured + belief.evidence.ownReported;
    actions.push({ action, organization, mean: belief.mean, low, high, n, weightOfEvidence: belief.weightOfEvidence });
    const coming = predictOutcome(belief, noise);
    predictive.push({ action, organization, mean: coming.value, low: coming.low, high: coming.high });
  }
  return { actions, predictive };
}

function median(values: readonly number[]): number | null {
  const ordered = [...values].sort((a, b) => a - b);
  return ordered[Math.floor(ordered.length / 2)] ?? null;
}
