import { and, eq, type SQL, sql } from "drizzle-orm";
import type { ComplianceAssessment } from "#app/domain/compliance/findings.ts";
import type { ExposureAssessment } from "#app/domain/exposure/exposure-assessment.ts";
import type { AssessmentId, AuditId, OrganizationId, PlanVersionId } from "#app/domain/kernel/ids.ts";
import type { PlanConstraints } from "#app/domain/planning/plan.ts";
import type { ReadinessAssessment } from "#app/domain/readiness/assessment.ts";
import type { StoredPlan } from "#app/domain/reports/report-inputs.ts";
import type { VisibilityAudit } from "#app/domain/visibility/visibility-audit.ts";
import type { Database } from "../client.server.ts";
import { folded } from "../frozen.ts";
import { keptValues } from "../kept-values.server.ts";
import { prepared } from "../prepared.server.ts";
import { assessments } from "../schema/assessments.ts";
import { systems } from "../schema/compliance.ts";
import { parseKept } from "../schema/parse-kept.ts";
import { planVersions } from "../schema/plans.ts";
import { organizations } from "../schema/tenancy.ts";
import { audits } from "../schema/visibility.ts";
import { isInParts, readWhole } from "./assessment-parts.server.ts";
import { figuresFirst } from "./visibility.server.ts";

export type PlanHead = Pick<StoredPlan, "number" | "status"> & {
  readonly id: PlanVersionId;
  /** Says what changed since the version before. */
  readonly differs: 0 | 1;
};

/** Which stored results an organization has now: ids of rows that never change, and the names that change around them. */
export type ResultHeads = {
  readonly organization: string;
  readonly exposure: AssessmentId | null;
  readonly compliance: AssessmentId | null;
  /** The newest two, newest first. */
  readonly readiness: readonly AssessmentId[];
  readonly visibility: AuditId | null;
  /** Newest first. */
  readonly plans: readonly PlanHead[];
  readonly systems: readonly (readonly [string, string])[];
};

const newest = (kind: "exposure" | "compliance" | "readiness", most: number): SQL => sql`
  SELECT id FROM ${assessments} WHERE organization_id = organizations.id AND kind = ${sql.raw(`'${kind}'`)}
  ORDER BY created_at DESC, rowid DESC LIMIT ${sql.raw(String(most))}`;

const headsOf = prepared((db) =>
  db
    .select({
      text: sql<string>`json_object(
        'organization', ${organizations.name},
        'exposure', (${newest("exposure", 1)}),
        'compliance', (${newest("compliance", 1)}),
        'readiness', (SELECT json_group_array(id) FROM (${newest("readiness", 2)})),
        'visibility', (
          SELECT id FROM ${audits}
          WHERE organization_id = organizations.id AND status = 'done' AND result IS NOT NULL AND competitor_id IS NULL
          ORDER BY ${figuresFirst} LIMIT 1
        ),
        'plans', (
          SELECT json_group_array(json_object('id', id, 'number', number, 'status', status, 'differs', differs))
          FROM (
            SELECT id, number, status, diff IS NOT NULL AS differs FROM ${planVersions}
            WHERE organization_id = organizations.id AND status IN ('approved', 'proposed')
            ORDER BY number DESC LIMIT 3
          )
        ),
        'systems', (
          SELECT json_group_array(json_array(id, name)) FROM ${systems}
          WHERE organization_id = organizations.id AND deleted_at IS NULL
        )
      )`,
    })
    .from(organizations)
    .where(eq(organizations.id, sql.placeholder("organizationId")))
    .prepare(),
);

const none: ResultHeads = {
  organization: "",
  exposure: null,
  compliance: null,
  readiness: [],
  visibility: null,
  plans: [],
  systems: [],
};

/** The heads, and `text`: equal as long as nothing of them changed, so that views of the results can be kept by it. */
export async function findResultHeads(
  db: Database,
  organizationId: OrganizationId,
): Promise<{ readonly heads: ResultHeads; readonly text: string }> {
  const row = await headsOf(db).get({ organizationId });
  return row === undefined ? { heads: none, text: "" } : { heads: JSON.parse(row.text), text: row.text };
}

type Stored = { readonly value: unknown; readonly characters: number };

/** Characters of all results kept: with what was parsed some 60 MB. */
const stored = keptValues<Stored>(
  8_000_000,
  ({ characters }) => characters,
  (one) => (one.characters > mostFolded ? one : folded(one)),
);
/** Folding a longer one would hold everybody up. */
const mostFolded = 1_000_000;

/** A result that is stored as text and never changes. */
function read(
  db: Database,
  organizationId: OrganizationId,
  id: string,
  ask: () => Promise<readonly { readonly text: string }[]>,
): Promise<unknown> {
  const make = async () => {
    const text = (await ask())[0]?.text ?? "null";
    return { value: parseKept(text), characters: text.length };
  };
  return stored(db, `${organizationId}/${id}`, make).then(({ value }) => value);
}

async function assessment(db: Database, organizationId: OrganizationId, id: AssessmentId | undefined | null) {
  if (id == null) return null;
  const kept = await stored(db, `${organizationId}/${id}`, async () => {
    const [row] = await db
      .select({ text: sql<string>`${assessments.result}` })
      .from(assessments)
      .where(and(eq(assessments.organizationId, organizationId), eq(assessments.id, id)));
    const { text } = row ?? { text: "null" };
    const value = parseKept(text);
    return isInParts(value) ? readWhole([db, organizationId, id, "result"], value) : { value, characters: text.length };
  });
  return kept.value;
}

export async function readReadiness(
  db: Database,
  organizationId: OrganizationId,
  id: AssessmentId | undefined,
): Promise<ReadinessAssessment | null> {
  return (await assessment(db, organizationId, id)) as ReadinessAssessment | null;
}

async function audit(db: Database, organizationId: OrganizationId, id: AuditId | null) {
  if (id === null) return null;
  return read(db, organizationId, id, () =>
    db
      .select({ text: sql<string>`${audits.result}` })
      .from(audits)
      .where(and(eq(audits.organizationId, organizationId), eq(audits.id, id))),
  );
}

type PlanContent = Pick<StoredPlan, "because" | "plan" | "diff"> & { readonly constraints: PlanConstraints };

/** What a version says, with the constraints it was made under; not who decided, which changes. */
export async function readPlan(
  db: Database,
  organizationId: OrganizationId,
  id: PlanVersionId,
): Promise<PlanContent | null> {
  const found = await read(db, organizationId, id, () =>
    db
      .select({
        text: sql<string>`json_object(
          'because', ${planVersions.because}, 'plan', json(${planVersions.plan}), 'diff', json(${planVersions.diff}),
          'constraints', json_extract(${planVersions.input}, '$.constraints')
        )`,
      })
      .from(planVersions)
      .where(and(eq(planVersions.organizationId, organizationId), eq(planVersions.id, id))),
  );
  return found as PlanContent | null;
}

async function planOf(
  db: Database,
  organizationId: OrganizationId,
  head: PlanHead | undefined,
): Promise<StoredPlan | null> {
  const content = head === undefined ? null : await readPlan(db, organizationId, head.id);
  if (head === undefined || content === null) return null;
  const { because, plan, diff } = content;
  return { number: head.number, status: head.status, because, plan, diff };
}

export type StoredResults = {
  readonly organization: string;
  readonly exposure: ExposureAssessment | null;
  readonly compliance: ComplianceAssessment | null;
  readonly readiness: ReadinessAssessment | null;
  readonly earlierReadiness: ReadinessAssessment | null;
  readonly visibility: VisibilityAudit | null;
  readonly plan: StoredPlan | null;
  readonly changed: StoredPlan | null;
  readonly systemNames: Readonly<Record<string, string>>;
};

/** The version that is worked on: the newest approved one, or else the newest proposed. */
export function livingPlan(heads: ResultHeads): PlanHead | undefined {
  return (
    heads.plans.find(({ status }) => status === "approved") ?? heads.plans.find(({ status }) => status === "proposed")
  );
}

/** The results that heads name. Their shape was checked when they were made. */
export async function readResults(
  db: Database,
  organizationId: OrganizationId,
  heads: ResultHeads,
): Promise<StoredResults> {
  // The first version adds everything; what changed begins with the second.
  const changed = heads.plans.find(({ number, differs }) => number > 1 && differs === 1);
  return {
    organization: heads.organization,
    exposure: (await assessment(db, organizationId, heads.exposure)) as ExposureAssessment | null,
    compliance: (await assessment(db, organizationId, heads.compliance)) as ComplianceAssessment | null,
    readiness: await readReadiness(db, organizationId, heads.readiness[0]),
    earlierReadiness: await readReadiness(db, organizationId, heads.readiness[1]),
    visibility: (await audit(db, organizationId, heads.visibility)) as VisibilityAudit | null,
    plan: await planOf(db, organizationId, livingPlan(heads)),
    changed: await planOf(db, organizationId, changed),
    systemNames: Object.fromEntries(heads.systems),
  };
}

/** The newest stored result of every part, for a view over all of them. */
export async function findStoredResults(db: Database, organizationId: OrganizationId): Promise<StoredResults> {
  const { heads } = await findResultHeads(db, organizationId);
  return readResults(db, organizationId, heads);
}
