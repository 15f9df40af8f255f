import type { ObligationFinding } from "../compliance/findings.ts";
import type { Clock } from "./template.ts";

export const severities = ["near-miss", "minor", "major", "serious"] as const;
export type Severity = (typeof severities)[number];

/** What the register says of an incident. Moments are ISO texts in UTC. */
export type Incident = {
  readonly title: string;
  readonly happened: string;
  readonly noticedAt: string;
  readonly systemId: string | null;
  readonly severity: Severity;
  readonly consequences: readonly string[];
  /** Null: not known yet. */
  readonly peopleAffected: number | null;
  readonly told: string | null;
  readonly closedAt: string | null;
};

export type IncidentDeadline = {
  readonly clock: string;
  readonly duty: string;
  readonly what: string;
  readonly whom: string;
  readonly words: string;
  /** Null where no time is given: without delay. */
  readonly dueAt: string | null;
  /** Whether the duty binds now: one that is to come, or hangs on an answer, is shown as such. */
  readonly standing: "in_force" | "upcoming" | "open";
};

type Binding = Pick<ObligationFinding, "id" | "applies" | "state" | "systems" | "perSystem">;

/**
 * The times that run for an incident: those of duties that apply to the organization, or to its system, and of which a
 * consequence came about. Soonest first; those without a time lead, since they mean at once.
 */
export function deadlinesOfIncident(
  incident: Pick<Incident, "noticedAt" | "systemId" | "consequences">,
  duties: readonly Binding[],
  clocks: readonly Clock[],
): IncidentDeadline[] {
  const found = clocks.flatMap((clock): IncidentDeadline[] => {
    const duty = duties.find(({ id }) => id === clock.duty);
    if (duty === undefined || !clock.consequences.some((one) => incident.consequences.includes(one))) return [];
    const standing = standingFor(duty, incident.systemId);
    if (standing === null) return [];
    const { id, what, whom, words, hours } = clock;
    const dueAt = hours === null ? null : new Date(Date.parse(incident.noticedAt) + hours * 3_600_000).toISOString();
    return [{ clock: id, duty: clock.duty, what, whom, words, dueAt, standing }];
  });
  return found.sort((a, b) => ((a.dueAt ?? "") < (b.dueAt ?? "") ? -1 : (a.dueAt ?? "") > (b.dueAt ?? "") ? 1 : 0));
}

/** How a duty stands for one system, or for the organization where no system is named. Null: it does not concern it. */
function standingFor(duty: Binding, systemId: string | null): IncidentDeadline["standing"] | null {
  const own = systemId === null ? undefined : duty.perSystem.find(({ system }) => system === systemId);
  if (systemId !== null && own === undefined && duty.perSystem.length > 0) return null;
  const { applies, state } = own ?? duty;
  if (state === "voluntary" || state === "watch" || state === "stayed") return null;
  return applies === "unknown" ? "open" : state;
}
