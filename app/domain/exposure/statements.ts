import type { IsoDate } from "../kernel/iso-date.ts";

/** A task of an occupation in the words of O*NET: loaded by a deployment, never part of the product. */
export type TaskStatement = {
  readonly onet: string;
  readonly task: number;
  readonly statement: string;
  readonly kind: "core" | "supplemental" | null;
  /** Mean importance, 1 to 5; null where it was not rated. */
  readonly importance: number | null;
  /** O*NET ids of the intermediate work activities it belongs to; empty where the release does not say. */
  readonly activities: readonly string[];
};

/** One file of a release as it was read. */
export type ImportedFile = {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number;
};

/** What a page says of the statements it shows. */
export type StatementSource = { readonly version: string; readonly importedOn: IsoDate };

/** Statements of an occupation beside one activity; `activity` null holds those that belong to none of the role's activities. */
export type ActivityStatements = { readonly activity: string | null; readonly statements: readonly TaskStatement[] };

/**
 * The statements of an occupation by the activities of a role, in the role's order. One that belongs to several activities
 * stands under each; core tasks come first, then the more important.
 */
export function statementsByActivity(
  statements: readonly TaskStatement[],
  activities: readonly string[],
): readonly ActivityStatements[] {
  const sorted = statements.toSorted(
    (a, b) =>
      Number(b.kind === "core") - Number(a.kind === "core") ||
      (b.importance ?? 0) - (a.importance ?? 0) ||
      a.task - b.task,
  );
  const known = new Set(activities);
  const rest = sorted.filter((statement) => !statement.activities.some((activity) => known.has(activity)));
  return [
    ...activities.map((activity) => ({
      activity,
      statements: sorted.filter((statement) => statement.activities.includes(activity)),
    })),
    { activity: null, statements: rest },
  ].filter((group) => group.statements.length > 0);
}
