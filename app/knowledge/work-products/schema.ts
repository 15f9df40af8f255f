import { z } from "zod";
import { type IsoDate, parseIsoDate } from "#app/domain/kernel/iso-date.ts";
import {
  type Template,
  type TemplateBlock,
  tableKinds,
  type WorkProductPack,
} from "#app/domain/work-products/template.ts";

const text = z.string().min(2);
const code = z.string().regex(/^[\w.-]+$/);
const isoDate = z.custom<IsoDate>((value) => typeof value === "string" && parseIsoDate(value) !== null, "not a day");

const block: z.ZodType<TemplateBlock> = z.union([
  z.strictObject({ paragraph: text }),
  z.strictObject({ note: text }),
  z.strictObject({ list: z.array(text).min(1) }),
  z.strictObject({ points: z.array(z.tuple([text, text])).min(1) }),
  z.strictObject({
    table: z.enum(tableKinds),
    caption: text,
    columns: z.array(z.tuple([text, text])).min(1),
    empty: text,
    people: z.exactOptional(z.array(code).min(1)),
    controls: z.exactOptional(z.array(code).min(1)),
  }),
]);

export const templateFile: z.ZodType<Template> = z.strictObject({
  id: code,
  title: text,
  purpose: text,
  scope: z.enum(["organization", "system"]),
  controls: z.array(code),
  sections: z
    .array(
      z.strictObject({
        id: code,
        heading: text,
        duties: z.exactOptional(z.array(code).min(1)),
        blocks: z.array(block).min(1),
      }),
    )
    .min(1),
});

export const rulesFile: z.ZodType<Omit<WorkProductPack, "templates">> = z.strictObject({
  version: text,
  asOf: isoDate,
  reviewBy: isoDate,
  consequences: z.array(z.strictObject({ id: code, label: text })).min(1),
  clocks: z.array(
    z.strictObject({
      id: code,
      duty: code,
      what: text,
      whom: text,
      hours: z.number().positive().nullable(),
      words: text,
      consequences: z.array(code).min(1),
    }),
  ),
  vendorQuestions: z.array(z.strictObject({ id: code, question: text, why: text, controls: z.array(code) })),
  layoffStatements: z.array(z.strictObject({ place: code, duty: code, asked: text, filedWith: text })),
});
