import { z } from "zod";
import { parseIsoDate } from "#app/domain/kernel/iso-date.ts";
import { ok, type Result } from "#app/domain/kernel/result.ts";
import type { PlanSettingsForm } from "#app/services/planning/save-plan-settings.server.ts";
import { planningText } from "#app/strings/en/planning.ts";
import { type FormFailure, readForm } from "./read-form.server.ts";

const amount = z.coerce
  .number(planningText.errorNumber)
  .min(0, planningText.errorNumber)
  .max(1e9, planningText.errorNumber);
const count = amount.int(planningText.errorNumber).min(1, planningText.errorNumber);
const day = z.string().transform((text, context) => {
  const date = parseIsoDate(text);
  if (date !== null) return date;
  context.addIssue({ code: "custom", message: planningText.errorFreeze });
  return z.NEVER;
});

const budget = z.string(planningText.errorBudget).transform((text, context) => {
  const amounts = text
    .trim()
    .split(/[\s;]+/)
    .map(Number);
  if (amounts.length <= 8 && amounts.every((value) => Number.isFinite(value) && value >= 0)) return amounts;
  context.addIssue({ code: "custom", message: planningText.errorBudget });
  return z.NEVER;
});

const Settings = z
  .object({
    intent: z.literal("settings"),
    basedOn: z.coerce.number().int().min(0),
    budget,
    riskAversion: amount.max(2, planningText.errorNumber),
    changeCost: amount,
    changesAtOnce: count,
    actionsAtOnce: count,
    hourWorth: amount,
    freezeFrom: day.optional(),
    freezeTo: day.optional(),
  })
  .catchall(amount)
  .superRefine((form, context) => {
    const { freezeFrom: from, freezeTo: to } = form;
    if ((from === undefined) !== (to === undefined) || (from !== undefined && to !== undefined && to < from))
      context.addIssue({ code: "custom", path: ["freezeTo"], message: planningText.errorFreeze });
  });

const Make = z.object({ intent: z.literal("make") });

export type PlanPosted =
  | { readonly intent: "make" }
  | {
      readonly intent: "settings";
      readonly basedOn: number;
      readonly settings: PlanSettingsForm;
      readonly typed: Readonly<Record<string, string | number>>;
    };

/** What the plan page posts: a wish for a new plan, or settings whose pools stand as `pool.<id>`. */
export async function readPlanSettings(request: Request): Promise<Result<PlanPosted, FormFailure>> {
  const form = await readForm(request, z.discriminatedUnion("intent", [Make, Settings]));
  if (!form.ok) return form;
  if (form.value.intent === "make") return ok({ intent: "make" });
  const {
    basedOn,
    budget: budgetByQuarter,
    riskAversion,
    changeCost,
    changesAtOnce,
    actionsAtOnce,
    hourWorth,
    freezeFrom,
    freezeTo,
    intent: _intent,
    ...rest
  } = form.value;
  const hoursPerWeek = Object.fromEntries(
    Object.entries(rest).flatMap(([name, hours]) =>
      name.startsWith("pool.") ? [[name.slice(5), hours] as const] : [],
    ),
  );
  const freeze =
    freezeFrom === undefined || freezeTo === undefined ? [] : [{ from: freezeFrom, to: freezeTo, why: "freeze" }];
  const settings = {
    budgetByQuarter,
    riskAversion,
    changeCost,
    changesAtOnce,
    actionsAtOnce,
    hourWorth,
    hoursPerWeek,
    freeze,
  };
  const typed = {
    budget: budgetByQuarter.join(" "),
    riskAversion,
    changeCost,
    changesAtOnce,
    actionsAtOnce,
    hourWorth,
    ...rest,
  };
  return ok({ intent: "settings", basedOn, settings, typed });
}
