import type { JobKind } from "#app/services/job-kinds.ts";

/** Work of the house itself that comes back by the clock. */
export const schedules = [
  { kind: "tenancy.remove-expired", everyMinutes: 60 },
  { kind: "evidence.watch", everyMinutes: 24 * 60 },
  // Each hour finds only who was not looked at today, or by an older pack.
  { kind: "compliance.look-everywhere", everyMinutes: 60 },
  { kind: "compliance.send-digests", everyMinutes: 60 },
  // Only askings whose hour has come, of organizations that switched it on.
  { kind: "visibility.schedule-probes", everyMinutes: 30 },
] as const satisfies readonly {
  readonly kind: JobKind;
  readonly everyMinutes: number;
}[];

export type Slot = { readonly id: string; readonly kind: JobKind };

/** The slot of each schedule that `now` falls into. Its id is the same on every server, so several schedule it once. */
export function dueSlots(now: Date): Slot[] {
  return schedules.map(({ kind, everyMinutes }) => ({
    kind,
    id: `schedule/${kind}/${Math.floor(now.getTime() / (everyMinutes * 60_000))}`,
  }));
}
