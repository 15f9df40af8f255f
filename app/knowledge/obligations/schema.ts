import { z } from "zod";
import type { FactDefinition } from "#app/domain/compliance/facts.ts";
import type {
  Control,
  Duty,
  Instrument,
  InstrumentTerms,
  Leaf,
  Obligation,
} from "#app/domain/compliance/obligation-pack.ts";
import type { Citation, Dated } from "#app/domain/kernel/dated.ts";
import { type IsoDate, parseIsoDate } from "#app/domain/kernel/iso-date.ts";

/** A rule as a file writes it: `{ "is": "…" }` names a definition, or with `scope` the law's own `applies`. */
export type FileRule =
  | { readonly all: readonly FileRule[] }
  | { readonly any: readonly FileRule[] }
  | { readonly not: FileRule }
  | { readonly is: string }
  | { readonly never: true }
  | { readonly always: true }
  | Leaf;

export type FileDateRule = { readonly when: string; readonly rule: FileRule; readonly date: IsoDate };
export type FileObligation = Omit<Obligation, "applies" | "dates"> & {
  readonly applies: FileRule;
  readonly dates?: readonly FileDateRule[];
};
export type FileInstrument = Omit<Instrument, "applies" | "obligations"> & {
  readonly applies: FileRule;
  readonly obligations: readonly FileObligation[];
};
export type FileDefinition = { readonly id: string; readonly meaning: string; readonly rule: FileRule };

const text = z.string().min(2);
const code = z.string().min(2);
export const isoDate = z.custom<IsoDate>(
  (value) => typeof value === "string" && parseIsoDate(value) !== null,
  "not a day",
);
const codes = z.array(code).min(1);

const leaf: z.ZodType<Leaf> = z.union([
  z.strictObject({ fact: code, op: z.enum(["touches", "has_any", "in"]), value: codes }),
  z.strictObject({ fact: code, op: z.literal("eq"), value: z.union([z.boolean(), code]) }),
  z.strictObject({ fact: code, op: z.enum(["gte", "gt"]), value: z.number() }),
  z.strictObject({ fact: code, op: z.literal("before"), value: isoDate }),
]);

export const rule: z.ZodType<FileRule> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(rule).min(1) }),
    z.strictObject({ any: z.array(rule).min(1) }),
    z.strictObject({ not: rule }),
    z.strictObject({ is: code }),
    z.strictObject({ never: z.literal(true) }),
    z.strictObject({ always: z.literal(true) }),
    leaf,
  ]),
);

const citation: z.ZodType<Citation> = z.strictObject({
  title: text,
  locator: z.exactOptional(text),
  href: z.exactOptional(z.url()),
  retrieved: z.exactOptional(isoDate),
  quote: z.exactOptional(text),
});

export function history<Value>(value: z.ZodType<Value>): z.ZodType<readonly Dated<Value>[]> {
  return z.array(z.strictObject({ from: isoDate.nullable(), value, cite: z.array(citation).min(1) })).min(1);
}

export const checked = z.strictObject({
  how: z.enum(["secondary text quoting the law", "secondary summary", "memory"]),
  note: text,
});

const duty: z.ZodType<Duty> = z.strictObject({
  title: text,
  citation: text,
  who: z.array(text).min(1),
  trigger: text,
  kind: z.enum(["legal_duty", "prohibition", "liability_rule", "effort_duty", "guidance", "voluntary", "watch"]),
  evidence: z.array(text),
  controls: z.array(code),
  penalty: z.exactOptional(text),
  note: z.exactOptional(text),
  due: z.exactOptional(text),
  checked,
});

const terms: z.ZodType<InstrumentTerms> = z.strictObject({
  title: text,
  citation: text,
  status: z.enum([
    "in_force",
    "phased",
    "future",
    "transposition",
    "stayed",
    "pending",
    "not_law",
    "no_company_duties",
  ]),
  statusNote: z.exactOptional(text),
  legalForce: text,
  whoIsCovered: text,
  penalty: z.exactOptional(text),
  openPoints: z.array(text),
  scopeNotes: z.exactOptional(z.array(text)),
  checked,
});

const obligation: z.ZodType<FileObligation> = z.strictObject({
  id: code,
  applies: rule,
  dates: z.exactOptional(z.array(z.strictObject({ when: text, rule, date: isoDate })).min(1)),
  dateOpen: z.exactOptional(z.literal(true)),
  history: history(duty),
});

export const instrumentFile: z.ZodType<FileInstrument> = z.strictObject({
  id: code,
  place: code,
  type: text,
  inForceFrom: isoDate.nullable(),
  applies: rule,
  history: history(terms),
  obligations: z.array(obligation),
  reviewBy: isoDate,
});

export const definitionsFile: z.ZodType<readonly FileDefinition[]> = z.array(
  z.strictObject({ id: code, meaning: text, rule }),
);

export const factsFile: z.ZodType<readonly FactDefinition[]> = z.array(
  z.strictObject({
    id: code,
    label: text,
    kind: z.enum(["yes-no", "number", "date", "choice", "list", "places", "number-by-place"]),
    question: text,
    why: text,
    options: z.exactOptional(z.array(z.strictObject({ value: code, label: text })).min(2)),
    unit: z.exactOptional(text),
  }),
);

export const controlsFile: z.ZodType<readonly Control[]> = z.array(
  z.strictObject({ id: code, title: text, meaning: text }),
);

export const sentencesFile: z.ZodType<readonly string[]> = z.array(text).min(1);
