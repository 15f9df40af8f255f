import { and, desc, eq, sql } from "drizzle-orm";
import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import type { Edits } from "#app/domain/work-products/edits.ts";
import type { WorkProduct } from "#app/domain/work-products/work-product.ts";
import type { Database } from "../client.server.ts";
import { vendorAnswers, workProductVersions } from "../schema/work-products.ts";

/** Which document: `subject` is the id of a system, empty for one about the organization. */
export type DocumentKey = { readonly product: string; readonly subject: string };

export type VersionHead = {
  readonly number: number;
  readonly made: (typeof workProductVersions.$inferSelect)["made"];
  readonly detail: string | null;
  readonly createdAt: Date;
  readonly createdBy: string;
};

export type KeptVersion = VersionHead & {
  readonly document: WorkProduct;
  readonly edits: Edits;
  readonly typed: Readonly<Record<string, string>>;
};

const head = {
  number: workProductVersions.number,
  made: workProductVersions.made,
  detail: workProductVersions.detail,
  createdAt: workProductVersions.createdAt,
  createdBy: workProductVersions.createdBy,
};

function whole(organizationId: OrganizationId, { product, subject }: DocumentKey) {
  return and(
    eq(workProductVersions.organizationId, organizationId),
    eq(workProductVersions.product, product),
    eq(workProductVersions.subject, subject),
  );
}

/** The newest version of every document of an organization, without what it says. */
export async function listNewestVersions(
  db: Database,
  organizationId: OrganizationId,
): Promise<(DocumentKey & Pick<VersionHead, "number" | "createdAt" | "createdBy">)[]> {
  const rows = await db
    .select({
      product: workProductVersions.product,
      subject: workProductVersions.subject,
      number: sql<number>`max(${workProductVersions.number})`,
      // SQLite takes bare columns from the row that holds the maximum.
      createdAt: workProductVersions.createdAt,
      createdBy: workProductVersions.createdBy,
    })
    .from(workProductVersions)
    .where(eq(workProductVersions.organizationId, organizationId))
    .groupBy(workProductVersions.product, workProductVersions.subject);
  return rows;
}

/** The versions of a document, newest first. */
export async function listVersions(
  db: Database,
  organizationId: OrganizationId,
  key: DocumentKey,
): Promise<VersionHead[]> {
  return db
    .select(head)
    .from(workProductVersions)
    .where(whole(organizationId, key))
    .orderBy(desc(workProductVersions.number))
    .limit(500);
}

/** One version, the newest where no number is given, or null. */
export async function findVersion(
  db: Database,
  organizationId: OrganizationId,
  key: DocumentKey,
  number: number | null,
): Promise<KeptVersion | null> {
  const one = number === null ? undefined : eq(workProductVersions.number, number);
  const [row] = await db
    .select()
    .from(workProductVersions)
    .where(and(whole(organizationId, key), one))
    .orderBy(desc(workProductVersions.number))
    .limit(1);
  if (row === undefined) return null;
  const { made, detail, createdAt, createdBy, typed } = row;
  const document = row.document as WorkProduct;
  return { number: row.number, made, detail, createdAt, createdBy, typed, document, edits: row.edits as Edits };
}

/** Keeps a version under its number; false when somebody was faster. */
export async function insertVersion(
  db: Database,
  organizationId: OrganizationId,
  id: string,
  key: DocumentKey,
  version: KeptVersion,
): Promise<boolean> {
  const added = await db
    .insert(workProductVersions)
    .values({ ...version, ...key, id, organizationId })
    .onConflictDoNothing()
    .returning({ id: workProductVersions.id });
  return added.length === 1;
}

export type KeptVendorAnswer = {
  readonly question: string;
  readonly answer: string | null;
  readonly answeredBy: string;
  readonly answeredAt: Date;
  readonly version: number;
};

/** What was entered for a system, answers that were taken back too. */
export async function listVendorAnswers(
  db: Database,
  organizationId: OrganizationId,
  systemId: string,
): Promise<KeptVendorAnswer[]> {
  const { question, answer, answeredBy, answeredAt, version } = vendorAnswers;
  return db
    .select({ question, answer, answeredBy, answeredAt, version })
    .from(vendorAnswers)
    .where(and(eq(vendorAnswers.organizationId, organizationId), eq(vendorAnswers.systemId, systemId)));
}

/** Keeps an answer if the one before it still has `version` (0: there was none); false when somebody was faster. */
export async function keepVendorAnswer(
  db: Database,
  organizationId: OrganizationId,
  systemId: string,
  { question, answer, answeredBy, answeredAt, version }: KeptVendorAnswer,
): Promise<boolean> {
  if (version === 0) {
    const added = await db
      .insert(vendorAnswers)
      .values({ organizationId, systemId, question, answer, answeredBy, answeredAt })
      .onConflictDoNothing()
      .returning({ question: vendorAnswers.question });
    return added.length === 1;
  }
  const changed = await db
    .update(vendorAnswers)
    .set({ answer, answeredBy, answeredAt, version: version + 1 })
    .where(
      and(
        eq(vendorAnswers.organizationId, organizationId),
        eq(vendorAnswers.systemId, systemId),
        eq(vendorAnswers.question, question),
        eq(vendorAnswers.version, version),
      ),
    )
    .returning({ question: vendorAnswers.question });
  return changed.length === 1;
}
