import { z } from "zod";

const share = z.number().min(0).max(1);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** A value inside its interval. */
const estimate = z
  .object({ value: z.number(), low: z.number(), high: z.number() })
  .refine(({ value, low, high }) => low <= value && value <= high, "the interval holds the value");

const scored = z
  .object({ score: share, low: share, high: share })
  .refine(({ score, low, high }) => low <= score && score <= high, "the interval holds the score");

type Shares = { readonly automatable: number; readonly augmentable: number; readonly human: number };
const sumToOne = (shares: Shares) => Math.abs(shares.automatable + shares.augmentable + shares.human - 1) < 1e-9;
const shares = { automatable: share, augmentable: share, human: share };

const soc = z.string().regex(/^\d{2}-\d{4}$/);
const onet = z.string().regex(/^\d{2}-\d{4}\.\d{2}$/);
const match = z.object({ soc, onet, title: z.string().min(1), probability: share });
const because = z.object({ fact: z.string(), value: z.unknown(), rule: z.string() });
const id = z.union([z.string(), z.number()]);
const appliesFrom = day.nullable();
const state = z.enum(["in_force", "upcoming", "stayed", "voluntary", "watch"]);
const effect = z
  .object({
    action: z.string(),
    organization: z.string().nullable(),
    mean: z.number(),
    low: z.number(),
    high: z.number(),
  })
  .refine(({ mean, low, high }) => low <= mean && mean <= high, "the interval holds the mean");

const role = z
  .object({
    id,
    match: match.extend({ confirmed: z.boolean() }).nullable(),
    score: estimate,
    automatable: estimate,
    augmentable: estimate,
    human: estimate,
    hoursExposed: estimate,
    payrollExposed: estimate.nullable(),
    drivers: z.array(z.object({ activity: z.string(), weight: share })).max(5),
    redeployment: z.array(z.unknown()),
  })
  .refine(
    ({ automatable, augmentable, human }) =>
      sumToOne({ automatable: automatable.value, augmentable: augmentable.value, human: human.value }),
    "the shares sum to one",
  );

const check = z.object({
  id: z.string(),
  outcome: z.enum(["pass", "warn", "fail", "not-applicable"]),
  evidence: z.string(),
  weight: z.number().min(0),
  evidenceGrade: z.enum(["strong", "moderate", "weak", "folklore"]),
  fix: z.string().nullable(),
});

/** What CONTRACTS promises of each document, or of each line of a stream. More fields may be there. */
export const documents = {
  exposure: z.object({
    score: estimate,
    coverage: share,
    unconfirmed: z.array(id),
    roles: z.array(role).min(1),
    timeline: z.array(z.object({ quarter: z.string(), hours: estimate })).min(1),
    knowledge: z.object({ pack: z.string(), version: z.string() }),
  }),
  obligations: z.object({
    asOf: day,
    instruments: z.array(
      z.object({
        id: z.string(),
        applies: z.enum(["yes", "no", "unknown"]),
        status: z.string(),
        because: z.array(z.unknown()),
        wouldChange: z.array(z.unknown()),
      }),
    ),
    obligations: z.array(
      z.object({
        id: z.string(),
        instrument: z.string(),
        applies: z.enum(["yes", "unknown"]),
        systems: z.array(z.string()),
        perSystem: z.array(z.object({ system: z.string(), applies: z.string(), appliesFrom, state })),
        appliesFrom,
        state,
        kind: z.string(),
        citation: z.string(),
        because: z.array(because),
        evidence: z.array(z.string()),
        controls: z.array(z.string()),
        verification: z.string(),
      }),
    ),
    notApplicable: z.array(
      z.object({
        id: z.string(),
        instrument: z.string(),
        because: z.array(z.object({ fact: z.string(), value: z.unknown() })),
        wouldChange: z.array(z.unknown()),
      }),
    ),
    questions: z
      .array(z.object({ fact: z.string(), question: z.string().min(1), decides: z.number().min(0) }))
      .refine((all) => all.every(({ decides }, at) => at === 0 || (all[at - 1]?.decides ?? 0) >= decides), "ranked"),
  }),
  "audit-page": z.object({
    score: estimate,
    checks: z.array(check).min(1),
    facts: z.object({
      title: z.string().nullable(),
      description: z.string().nullable(),
      lang: z.string().nullable(),
      canonical: z.array(z.string()),
      robots: z.array(z.string()),
      hreflang: z.number().int(),
      headings: z.array(z.object({ level: z.number().int().min(1).max(6), text: z.string() })),
    }),
    mainText: z.object({ words: z.number().int(), text: z.string() }),
    structuredData: z.object({
      entities: z.array(
        z.object({
          type: z.string(),
          format: z.string(),
          errors: z.array(z.string()),
          warnings: z.array(z.string()),
        }),
      ),
    }),
    author: z.string().nullable(),
    published: z.string().nullable(),
    modified: z.string().nullable(),
    language: z.string().nullable(),
  }),
  mentions: z.object({
    mentioned: z.boolean(),
    count: z.number().int().min(0),
    confidence: z.enum(["high", "low"]),
    position: z.number().int().min(1).nullable(),
    others: z.array(z.object({ name: z.string(), mentioned: z.boolean(), count: z.number().int().min(0) })),
  }),
  answer: z.object({
    text: z.string(),
    citations: z.array(z.object({ url: z.url(), domain: z.string(), title: z.string() })),
    searches: z.array(z.unknown()),
    status: z.enum(["complete", "incomplete", "refused", "failed"]),
  }),
  plan: z.object({
    status: z.enum(["optimal", "feasible", "infeasible"]),
    value: z.number().nullable(),
    upperBound: z.number().nullable(),
    gap: z.number().min(0).nullable(),
    schedule: z.array(z.object({ id: z.string(), mode: z.number(), start: z.number(), finish: z.number() })),
    conflicts: z.array(z.unknown()),
  }),
  schedule: z
    .object({ makespan: z.number(), lowerBound: z.number(), starts: z.record(z.string(), z.number().min(0)) })
    .refine(({ makespan, lowerBound }) => lowerBound <= makespan, "the bound is a bound"),
  learn: z.object({
    actions: z.array(effect.and(z.object({ n: z.number().int().min(0), weightOfEvidence: share }))).min(1),
    predictive: z.array(effect).min(1),
  }),
  "validate-plan": z.object({ feasible: z.boolean(), value: z.number(), violations: z.array(z.unknown()) }),
} as const;

export const lines = {
  titles: z
    .object({ id, matches: z.array(match).max(5), confident: z.boolean() })
    .refine(({ matches }) => matches.reduce((sum, { probability }) => sum + probability, 0) <= 1 + 1e-9, "at most one")
    .refine(
      ({ matches }) =>
        matches.every(({ probability }, at) => at === 0 || (matches[at - 1]?.probability ?? 0) >= probability),
      "ranked",
    ),
  occupations: z
    .object({ onet, soc, title: z.string().min(1), exposure: scored, ...shares, assessable: z.boolean() })
    .refine(sumToOne, "the shares sum to one"),
  tasks: z
    .object({
      onet,
      activity: z.string().regex(/^4\.A\.\S+$/),
      weight: share,
      exposure: scored,
      ...shares,
      sources: z.array(z.string()).min(1),
    })
    .refine(sumToOne, "the shares sum to one"),
  robots: z.object({ id, allowed: z.boolean(), rule: z.string().nullable() }),
  "check-url": z.object({ id, verdict: z.enum(["allow", "block"]), reason: z.string().min(1) }),
} as const;
