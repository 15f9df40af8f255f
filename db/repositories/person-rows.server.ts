import { and, eq, isNotNull, or, sql } from "drizzle-orm";
import type { UserId } from "#app/domain/kernel/ids.ts";
import type { Database } from "../client.server.ts";
import { account, outboxMails, session, user } from "../schema/accounts.ts";
import { calendarFeeds } from "../schema/compliance.ts";
import { controls, evidence } from "../schema/evidence.ts";
import { auditLog, auditPayloads } from "../schema/governance.ts";
import { dutyOwners, dutyReaders } from "../schema/radar.ts";
import { grants, invitations, memberships, practiceMembers } from "../schema/tenancy.ts";
import { literacyRecords } from "../schema/work-products.ts";

/** Rows about one account by table. Hashes of passwords and tokens are left out. */
export async function exportPersonRows(db: Database, userId: UserId, email: string) {
  return {
    user: await db.select().from(user).where(eq(user.id, userId)),
    sessions: await db
      .select({ createdAt: session.createdAt, expiresAt: session.expiresAt })
      .from(session)
      .where(eq(session.userId, userId)),
    accounts: await db
      .select({ provider: account.providerId, createdAt: account.createdAt })
      .from(account)
      .where(eq(account.userId, userId)),
    memberships: await db.select().from(memberships).where(eq(memberships.userId, userId)),
    grants: await db.select().from(grants).where(eq(grants.userId, userId)),
    practices: await db.select().from(practiceMembers).where(eq(practiceMembers.userId, userId)),
    invitations: await db
      .select({ organizationId: invitations.organizationId, role: invitations.role, createdAt: invitations.createdAt })
      .from(invitations)
      .where(eq(invitations.email, email)),
    literacy: await db
      .select({
        organizationId: literacyRecords.organizationId,
        topic: literacyRecords.topic,
        heldOn: literacyRecords.heldOn,
        expiresOn: literacyRecords.expiresOn,
        evidence: literacyRecords.evidence,
      })
      .from(literacyRecords)
      .where(eq(sql`lower(${literacyRecords.email})`, email.toLowerCase())),
    duties: await db.select().from(dutyOwners).where(eq(dutyOwners.userId, userId)),
    follows: await db.select().from(dutyReaders).where(eq(dutyReaders.userId, userId)),
    calendars: await db
      .select({ organizationId: calendarFeeds.organizationId, createdAt: calendarFeeds.createdAt })
      .from(calendarFeeds)
      .where(eq(calendarFeeds.ofOwner, userId)),
    letters: await db.select().from(outboxMails).where(eq(outboxMails.to, email)),
    evidence: await db
      .select({
        organizationId: evidence.organizationId,
        control: evidence.control,
        name: evidence.name,
        addedAt: evidence.addedAt,
        addedBy: evidence.addedBy,
        reviewedAt: evidence.reviewedAt,
        reviewedBy: evidence.reviewedBy,
      })
      .from(evidence)
      .where(or(eq(evidence.addedBy, userId), eq(evidence.reviewedBy, userId))),
    actions: await db
      .select({
        at: auditLog.at,
        organizationId: auditLog.organizationId,
        action: auditLog.action,
        subject: auditLog.subject,
      })
      .from(auditLog)
      .where(eq(auditLog.actor, userId)),
  };
}

/** Deletes an account's rows; sessions, passwords and memberships go with the user's. Call it in a transaction. */
export async function erasePersonRows(tx: Database, userId: UserId, email: string, name: string): Promise<void> {
  await tx.delete(outboxMails).where(eq(outboxMails.to, email));
  await tx.delete(invitations).where(eq(invitations.email, email));
  // Evidence stays, added by an id that names nobody any more; as the owner of a control a person stands by name.
  await tx
    .update(controls)
    .set({ owner: null })
    .where(
      and(
        isNotNull(controls.owner),
        sql`lower(trim(${controls.owner})) IN (lower(${name}), lower(${email}))`,
        sql`${controls.organizationId} IN (
          SELECT organization_id FROM memberships WHERE user_id = ${userId}
          UNION SELECT organization_id FROM grants WHERE user_id = ${userId}
        )`,
      ),
    );
  // That somebody was taught stays the organization's record; who it was does not.
  await tx
    .update(literacyRecords)
    .set({ who: "–", email: null, evidence: null, version: sql`${literacyRecords.version} + 1` })
    .where(eq(sql`lower(${literacyRecords.email})`, email.toLowerCase()));
  const naming = (text: string) =>
    sql`(instr(lower(${auditPayloads.before}), lower(${text})) > 0 OR instr(lower(${auditPayloads.after}), lower(${text})) > 0)`;
  await tx.delete(auditPayloads).where(or(naming(email), naming(name)));
  await tx.run(sql`DELETE FROM verification WHERE value = ${userId} OR instr(value, ${email}) > 0`);
  await tx.delete(dutyReaders).where(eq(dutyReaders.userId, userId));
  await tx.delete(calendarFeeds).where(eq(calendarFeeds.ofOwner, userId));
  await tx.delete(user).where(eq(user.id, userId));
}
