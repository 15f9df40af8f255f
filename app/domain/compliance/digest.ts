export type DigestChoice = "off" | "weekly" | "on-change";

const hour = 3_600_000;
/** Hours between two letters: a week less an hour, so that a letter does not slip an hour each week, or most of a day. */
const spacing: Readonly<Record<Exclude<DigestChoice, "off">, number>> = { weekly: 167, "on-change": 20 };

/** Whether somebody's next letter may go out now; whether there is anything to tell is another question. */
export function isLetterDue(choice: DigestChoice, toldAt: Date | null, now: Date): boolean {
  if (choice === "off") return false;
  return toldAt === null || now.getTime() - toldAt.getTime() >= spacing[choice] * hour;
}
