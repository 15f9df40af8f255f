import { z } from "zod";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { parseIsoDate } from "#app/domain/kernel/iso-date.ts";
import { severities } from "#app/domain/work-products/incidents.ts";
import { textOf } from "#app/strings/catalogue.ts";
import { registersText } from "#app/strings/en/registers.ts";

const say = textOf(registersText, "en-GB");

const line = (message: string, least: number, most: number) =>
  z.string({ error: message }).trim().min(least, message).max(most, message);
const longText = (most: number) => z.string().trim().max(most, say("tooLong", { most }));
const day = (message: string) =>
  z
    .string({ error: message })
    .refine((text) => parseIsoDate(text) !== null, message)
    .transform((text) => text as IsoDate);

/** A moment as `datetime-local` sends it, in UTC. */
const moment = z
  .string({ error: say("momentMissing") })
  .refine(
    (text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(text) && !Number.isNaN(Date.parse(`${text}Z`)),
    say("momentMissing"),
  )
  .transform((text) => new Date(`${text}Z`).toISOString());

const count = (message: string) =>
  z
    .string({ error: message })
    .trim()
    .regex(/^\d{1,9}$/, message)
    .transform(Number);

/** What people say of an incident. */
export const incidentFields = {
  title: line(say("titleMissing"), 3, 160),
  happened: z
    .string({ error: say("happenedMissing") })
    .trim()
    .min(3, say("happenedMissing"))
    .max(20_000, say("tooLong", { most: 20_000 })),
  noticedAt: moment,
  systemId: z.string().optional(),
  severity: z.enum(severities, { error: say("severityMissing") }),
  consequences: z.array(z.string()).default([]),
  peopleAffected: count(say("peopleWrong")).optional(),
  told: longText(5000).optional(),
  learnt: longText(20_000).optional(),
};

type IncidentForm = z.output<z.ZodObject<typeof incidentFields>>;

export function incidentDraft({ systemId, peopleAffected, told, learnt, ...rest }: IncidentForm) {
  const { title, happened, noticedAt, severity, consequences } = rest;
  return {
    title,
    happened,
    noticedAt,
    severity,
    consequences,
    systemId: systemId ?? null,
    peopleAffected: peopleAffected ?? null,
    told: told ?? null,
    learnt: learnt ?? null,
  };
}

/** Why an incident was not kept, at the field where it can be mended. */
export function incidentErrors(kind: string): Record<string, readonly string[]> {
  return kind === "in-the-future" ? { noticedAt: [say("momentLater")] } : { form: [say("conflict")] };
}

/** What people say of somebody's learning. */
export const literacyFields = {
  who: line(say("whoMissing"), 2, 120),
  person: z.literal("yes").optional(),
  email: z.email(say("emailWrong")).optional(),
  people: count(say("peopleMissing"))
    .refine((people) => people > 0, say("peopleMissing"))
    .optional(),
  topic: line(say("topicMissing"), 2, 200),
  heldOn: day(say("dayMissing")),
  expiresOn: day(say("dayMissing")).optional(),
  evidence: longText(2000).optional(),
};

type LiteracyForm = z.output<z.ZodObject<typeof literacyFields>>;

/** A draft, or what is wrong with fields that must fit together. */
export function literacyDraft({ who, person, email, people, topic, heldOn, expiresOn, evidence }: LiteracyForm) {
  const errors: Record<string, readonly string[]> = {};
  if (expiresOn !== undefined && expiresOn < heldOn) errors.expiresOn = [say("expiresEarlier")];
  if (person === undefined && people === undefined) errors.people = [say("peopleMissing")];
  const draft = {
    who,
    person: person !== undefined,
    email: person === undefined ? null : (email ?? null),
    people: person === undefined ? (people ?? 1) : 1,
    topic,
    heldOn,
    expiresOn: expiresOn ?? null,
    evidence: evidence ?? null,
  };
  return { draft, errors: Object.keys(errors).length === 0 ? null : errors };
}

/** Why a record was not kept, at the field where it can be mended. */
export function literacyErrors(kind: string): Record<string, readonly string[]> {
  return { who: [say(kind === "people-only" ? "peopleOnly" : "conflict")] };
}
