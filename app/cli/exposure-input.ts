import { z } from "zod";
import type { ExposureInput } from "#app/domain/exposure/exposure-input.ts";
import type { RoleId } from "#app/domain/kernel/ids.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import type { Rates } from "#app/domain/kernel/money.ts";
import type { Role } from "#app/domain/workforce/role.ts";

const answer = z.boolean().nullish();
const text = z.string().nullish();
const currency = z
  .string()
  .regex(/^[A-Za-z]{3}$/, "a currency is three letters (ISO 4217)")
  .transform((code) => code.toUpperCase());

const roleSchema = z.object({
  id: z.union([z.string().min(1), z.number()]).transform(String),
  title: z.string(),
  headcount: z.number().positive(),
  annualPay: z.number().nonnegative().nullish(),
  currency: currency.nullish(),
  onet: z
    .string()
    .regex(/^\d\d-\d{4}\.\d\d$/, "an O*NET-SOC code reads 15-1252.00")
    .nullish(),
  context: text,
  tasks: z
    .array(z.object({ text: z.string(), timeShare: z.number().min(0).max(1).nullish(), activity: text }))
    .nullish(),
  gates: z
    .object({
      physicalPresence: answer,
      licensedSignOff: answer,
      confidentialData: answer,
      highErrorCost: answer,
      noSystemAccess: answer,
    })
    .nullish(),
  department: text,
  site: text,
  level: text,
  country: text,
  hoursPerYear: z.number().positive().max(8784).nullish(),
});

const share = z.number().min(0).max(1).nullish();
const perUnit = z.record(z.string(), z.number().positive());

/** The organization of the command `exposure`: field names as the contract has them, null as good as absent. */
export const exposureInputSchema = z.object({
  name: text,
  asOf: z.iso.date("a day reads 2026-11-22"),
  roles: z.array(roleSchema).min(1, "at least one role is needed"),
  currency: currency.nullish(),
  rates: z.union([z.object({ asOf: z.string(), base: currency, perUnit }), perUnit]).nullish(),
  scenario: z.enum(["slow", "central", "fast"]).nullish(),
  /** What is set otherwise than the named scenario. */
  adoption: z
    .object({
      ceiling: share,
      midpoint: z.number().positive().nullish(),
      width: z.number().positive().nullish(),
      softwareLag: z.number().min(0).nullish(),
      startShare: share,
      startDepth: share,
    })
    .nullish(),
});

type Parsed = z.output<typeof exposureInputSchema>;

export function toExposureInput(parsed: Parsed): ExposureInput {
  const currency = parsed.currency ?? commonCurrency(parsed) ?? "USD";
  return {
    asOf: parsed.asOf as IsoDate,
    roles: parsed.roles.map(toRole),
    currency,
    rates: toRates(parsed.rates, currency, parsed.asOf),
    scenario: parsed.scenario ?? "central",
    ...(parsed.adoption == null ? {} : { adoption: answered(parsed.adoption) }),
  };
}

/** The currency of all roles where they agree. */
function commonCurrency(parsed: Parsed): string | null {
  const named = new Set(
    parsed.roles.flatMap(({ currency }) => (currency === null || currency === undefined ? [] : [currency])),
  );
  const [only] = named;
  return named.size === 1 && only !== undefined ? only : null;
}

/** Rates may be dated with their base, or a plain map: units of the organization's currency for one unit of each other. */
function toRates(rates: Parsed["rates"], base: string, asOf: string): Rates | null {
  if (rates === null || rates === undefined) return null;
  if ("perUnit" in rates && typeof rates.perUnit === "object") return rates as Rates;
  return { asOf, base, perUnit: rates as Readonly<Record<string, number>> };
}

function toRole({ tasks, gates, ...role }: Parsed["roles"][number]): Role {
  return {
    ...answered(role),
    id: role.id as RoleId,
    title: role.title,
    headcount: role.headcount,
    ...(tasks === null || tasks === undefined
      ? {}
      : { tasks: tasks.map((task) => ({ ...answered(task), text: task.text })) }),
    ...(gates === null || gates === undefined ? {} : { gates: answered(gates) }),
  };
}

type Answered<Record_> = { [Key in keyof Record_]?: Exclude<Record_[Key], null | undefined> };

/** The fields that hold something. */
function answered<Fields extends object>(fields: Fields): Answered<Fields> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  ) as Answered<Fields>;
}
