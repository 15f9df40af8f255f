import { z } from "zod";
import type { AnnexIII, RiskClass } from "#app/domain/compliance/risk-classes.ts";
import type { Dated } from "#app/domain/kernel/dated.ts";
import { checked, type FileRule, history, isoDate, rule } from "./schema.ts";

/** A class as a file writes it: by a rule, or by the duties any of which puts a system into it. */
export type FileClass = Omit<RiskClass, "rule" | "dated"> & {
  readonly rule?: FileRule;
  readonly duties?: readonly string[];
  readonly dated?: readonly string[];
};
export type FileLawClasses = {
  readonly instrument: string;
  readonly history: readonly Dated<{ readonly classes: readonly FileClass[]; readonly otherwise: string }>[];
  readonly checked: z.infer<typeof checked>;
  readonly reviewBy: z.infer<typeof isoDate>;
};
type WithFileRule<Test> = Omit<Test, "rule"> & { readonly rule: FileRule };
export type FileAnnexIII = Pick<AnnexIII, "points"> & {
  readonly exit: Omit<AnnexIII["exit"], "rule" | "tests" | "influence" | "profiling"> & {
    readonly rule: FileRule;
    readonly tests: readonly WithFileRule<AnnexIII["exit"]["influence"]>[];
    readonly influence: WithFileRule<AnnexIII["exit"]["influence"]>;
    readonly profiling: WithFileRule<AnnexIII["exit"]["profiling"]>;
  };
};

const text = z.string().min(1);
const ids = z.array(text).min(1);

const riskClass: z.ZodType<FileClass> = z
  .strictObject({
    id: text,
    title: text,
    citation: text,
    meaning: text,
    weight: z.enum(["prohibited", "high", "model", "transparency"]),
    rule: z.exactOptional(rule),
    duties: z.exactOptional(ids),
    dated: z.exactOptional(ids),
    from: z.exactOptional(isoDate),
  })
  .refine(
    (one) => (one.rule === undefined) !== (one.duties === undefined),
    "expected a rule or duties, one of the two",
  );

export const classesFile: z.ZodType<readonly FileLawClasses[]> = z.array(
  z.strictObject({
    instrument: text,
    history: history(z.strictObject({ classes: z.array(riskClass).min(1), otherwise: text })),
    checked,
    reviewBy: isoDate,
  }),
);

const test = z.strictObject({ id: text, citation: text, title: text, rule });

export const annexFile: z.ZodType<{
  readonly history: readonly Dated<FileAnnexIII>[];
  readonly checked: z.infer<typeof checked>;
  readonly reviewBy: z.infer<typeof isoDate>;
}> = z.strictObject({
  history: history(
    z.strictObject({
      points: z.array(z.strictObject({ point: text, area: text, uses: ids, outside: z.exactOptional(ids) })).min(1),
      exit: z.strictObject({
        citation: text,
        rule,
        tests: z.array(test).length(4),
        influence: test,
        profiling: test,
        record: z.strictObject({ citation: text, words: text }),
      }),
    }),
  ),
  checked,
  reviewBy: isoDate,
});
