import { primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { RoleId } from "#app/domain/kernel/ids.ts";
import { moment, organizationId } from "./columns.ts";
import { organizations } from "./tenancy.ts";
import { roles } from "./workforce.ts";

/** Ways forward that somebody plans for the people of a role: towards which occupation. */
export const plannedWays = sqliteTable(
  "planned_ways",
  {
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    roleId: text("role_id")
      .$type<RoleId>()
      .notNull()
      .references(() => roles.id, { onDelete: "cascade" }),
    onet: text("onet").notNull(),
    plannedAt: moment("planned_at").notNull(),
    plannedBy: text("planned_by").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.roleId, table.onet] })],
);
