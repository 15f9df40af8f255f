import type { StatedTask } from "./role.ts";

/** Duties from a form that only knows words and shares: a duty in unchanged words keeps the activity that a person chose for it. */
export function keepChosenActivities(
  duties: readonly StatedTask[],
  before: readonly StatedTask[],
): readonly StatedTask[] {
  const chosen = new Map(
    before.flatMap(({ text, activity }) => (activity === undefined ? [] : [[text, activity] as const])),
  );
  return duties.map((duty) => {
    const activity = duty.activity ?? chosen.get(duty.text);
    return activity === undefined ? duty : { ...duty, activity };
  });
}
