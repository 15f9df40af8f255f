import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { BillingEvent } from "#app/domain/billing/events.ts";
import type { BillingState } from "#app/domain/billing/fold-events.ts";
import type { Allowance } from "#app/domain/billing/plans.ts";
import { json, moment, organizationId } from "./columns.ts";
import { organizations } from "./tenancy.ts";

/** What the provider's events about an organization add up to. */
export const subscriptions = sqliteTable(
  "subscriptions",
  {
    organizationId: organizationId()
      .primaryKey()
      .references(() => organizations.id, { onDelete: "cascade" }),
    /** By which events that do not name the organization are recognised. */
    customerId: text("customer_id"),
    state: json<BillingState>("state").notNull(),
    updatedAt: moment("updated_at").notNull(),
  },
  (table) => [index("subscriptions_customer").on(table.customerId)],
);

/** Every event that changed something, once. */
export const stripeEvents = sqliteTable(
  "stripe_events",
  {
    id: text("id").primaryKey(),
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    type: text("type").notNull(),
    event: json<BillingEvent>("event").notNull(),
    receivedAt: moment("received_at").notNull(),
  },
  (table) => [index("stripe_events_organization").on(table.organizationId)],
);

/** Counted use of a limited thing in a calendar month, `YYYY-MM`. */
export const usage = sqliteTable(
  "usage",
  {
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    thing: text("thing").$type<Allowance>().notNull(),
    month: text("month").notNull(),
    count: integer("count").notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.thing, table.month] })],
);
