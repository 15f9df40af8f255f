import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ChangeAspect } from "#app/domain/compliance/changed-duties.ts";
import type { DutyStanding } from "#app/domain/compliance/duty-standing.ts";
import type { Facts } from "#app/domain/compliance/facts.ts";
import type { KeptCause } from "#app/domain/compliance/kept-cause.ts";
import type { OrganizationId, UserId } from "#app/domain/kernel/ids.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { user } from "./accounts.ts";
import { json, moment, organizationId, yesNo } from "./columns.ts";
import { organizations } from "./tenancy.ts";

/** How the duties of an organization stood when they were last looked at: what the next look is compared with. */
export const dutyLooks = sqliteTable(
  "duty_looks",
  {
    organizationId: text("organization_id")
      .$type<OrganizationId>()
      .primaryKey()
      .references(() => organizations.id, { onDelete: "cascade" }),
    asOf: text("as_of").$type<IsoDate>().notNull(),
    packVersion: text("pack_version").notNull(),
    inputHash: text("input_hash").notNull(),
    facts: json<Facts>("facts").notNull(),
    standings: json<readonly DutyStanding[]>("standings").notNull(),
    lookedAt: moment("looked_at").notNull(),
    /** Rises with each look, so that of two at once only one is kept. */
    number: integer("number").notNull().default(1),
  },
  (table) => [index("duty_looks_due").on(table.asOf, table.packVersion)],
);

/** What a look found changed. Append-only, but for who took note of it. */
export const dutyChanges = sqliteTable(
  "duty_changes",
  {
    id: text("id").primaryKey(),
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    /** The number of the look that found it. */
    look: integer("look").notNull(),
    duty: text("duty").notNull(),
    instrument: text("instrument").notNull(),
    cause: json<KeptCause>("cause").notNull(),
    aspects: json<readonly ChangeAspect[]>("aspects").notNull(),
    before: json<DutyStanding | null>("before"),
    after: json<DutyStanding | null>("after"),
    /** False for a duty that only may apply. */
    sure: yesNo("sure").notNull(),
    foundAt: moment("found_at").notNull(),
    notedBy: text("noted_by").$type<UserId>(),
    notedAt: moment("noted_at"),
  },
  (table) => [index("duty_changes_found").on(table.organizationId, table.foundAt)],
);

/** Who answers for a duty. A row without a person says since when nobody does. */
export const dutyOwners = sqliteTable(
  "duty_owners",
  {
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    duty: text("duty").notNull(),
    userId: text("user_id")
      .$type<UserId>()
      .references(() => user.id, { onDelete: "set null" }),
    assignedBy: text("assigned_by").notNull(),
    assignedAt: moment("assigned_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.duty] }), index("duty_owners_user").on(table.userId)],
);

/** How somebody follows what changes: up to when they have seen it, and whether letters tell them. */
export const dutyReaders = sqliteTable(
  "duty_readers",
  {
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    userId: text("user_id").$type<UserId>().notNull(),
    seenAt: moment("seen_at"),
    digest: text("digest", { enum: ["off", "weekly", "on-change"] })
      .notNull()
      .default("off"),
    /** When the choice was made or the last letter went out, and up to which find it told. */
    toldAt: moment("told_at"),
    toldThrough: moment("told_through"),
    /** Since when a letter is on its way. Still there later: the process died, and nobody knows whether it went out. */
    sendingSince: moment("sending_since"),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.userId] }),
    index("duty_readers_user").on(table.userId),
  ],
);
