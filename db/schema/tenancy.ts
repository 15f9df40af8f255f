import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { OrganizationId, PracticeId, UserId } from "#app/domain/kernel/ids.ts";
import { user } from "./accounts.ts";
import { json, moment, organizationId, yesNo } from "./columns.ts";

export const practices = sqliteTable("practices", {
  id: text("id").$type<PracticeId>().primaryKey(),
  slug: text("slug").notNull().unique(),
  name: text("name").notNull(),
  createdAt: moment("created_at").notNull(),
});

export const practiceMembers = sqliteTable(
  "practice_members",
  {
    practiceId: text("practice_id")
      .$type<PracticeId>()
      .notNull()
      .references(() => practices.id, { onDelete: "cascade" }),
    userId: text("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    role: text("role", { enum: ["owner", "consultant"] }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.practiceId, table.userId] })],
);

/**
 * An organization or a consultancy's client workspace. `kind`: own (somebody's), guest (quick check without account),
 * demonstration (a guest's copy of the sample), template (the sample that copies are taken from).
 */
export const organizations = sqliteTable(
  "organizations",
  {
    id: text("id").$type<OrganizationId>().primaryKey(),
    slug: text("slug").notNull().unique(),
    name: text("name").notNull(),
    kind: text("kind", { enum: ["own", "guest", "demonstration", "template"] }).notNull(),
    practiceId: text("practice_id")
      .$type<PracticeId>()
      .references(() => practices.id),
    sector: text("sector"),
    headcount: integer("headcount"),
    country: text("country"),
    places: json<readonly string[]>("places").notNull(),
    currency: text("currency").notNull(),
    website: text("website"),
    createdAt: moment("created_at").notNull(),
    /** Guests and demonstrations vanish after this moment. */
    expiresAt: moment("expires_at"),
    /** Set when erasure was asked for; the rows go 30 days later. */
    deletedAt: moment("deleted_at"),
    version: integer("version").notNull().default(1),
  },
  (table) => [index("organizations_practice").on(table.practiceId), index("organizations_expires").on(table.expiresAt)],
);

export const memberships = sqliteTable(
  "memberships",
  {
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    userId: text("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    role: text("role", { enum: ["owner", "editor", "viewer", "manager", "learner", "respondent"] }).notNull(),
    seesPeople: yesNo("sees_people").notNull().default(false),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.userId] }),
    index("memberships_user").on(table.userId),
  ],
);

/** What a practice's member may do in one client workspace. Nothing is ever read by practice alone. */
export const grants = sqliteTable(
  "grants",
  {
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    practiceId: text("practice_id")
      .$type<PracticeId>()
      .notNull()
      .references(() => practices.id, { onDelete: "cascade" }),
    userId: text("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    role: text("role", { enum: ["owner", "editor", "viewer"] }).notNull(),
    seesPeople: yesNo("sees_people").notNull().default(false),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.userId] }), index("grants_user").on(table.userId)],
);

export const invitations = sqliteTable(
  "invitations",
  {
    id: text("id").primaryKey(),
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    email: text("email").notNull(),
    role: text("role", { enum: ["owner", "editor", "viewer", "manager", "learner", "respondent"] }).notNull(),
    /** SHA-256 of the secret in the link. */
    tokenHash: text("token_hash").notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: moment("created_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    acceptedAt: moment("accepted_at"),
  },
  (table) => [
    uniqueIndex("invitations_token").on(table.tokenHash),
    index("invitations_organization").on(table.organizationId),
  ],
);
