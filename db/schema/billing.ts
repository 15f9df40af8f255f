import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { json, moment, organizationId } from "./columns.ts";
import { organizations } from "./tenancy.ts";

/** The state folded from the events of one subscription. */
export const subscriptions = sqliteTable(
  "subscriptions",
  {
    organizationId: organizationId()
      .primaryKey()
      .references(() => organizations.id, { onDelete: "cascade" }),
    customerId: text("customer_id"),
    subscriptionId: text("subscription_id"),
    plan: text("plan").notNull(),
    state: json<unknown>("state").notNull(),
    updatedAt: moment("updated_at").notNull(),
  },
  (table) => [index("subscriptions_customer").on(table.customerId)],
);

/** Every event Stripe sent, once. */
export const stripeEvents = sqliteTable("stripe_events", {
  id: text("id").primaryKey(),
  organizationId: text("organization_id"),
  type: text("type").notNull(),
  created: moment("created").notNull(),
  event: json<unknown>("event").notNull(),
  receivedAt: moment("received_at").notNull(),
});

/** Counted use of a limited thing in a calendar month, `YYYY-MM`. */
export const usage = sqliteTable(
  "usage",
  {
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    thing: text("thing").notNull(),
    month: text("month").notNull(),
    count: integer("count").notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.thing, table.month] })],
);
