import { z } from "zod";
import type { DutyRow } from "#app/domain/exposure/read-duty-rows.ts";

const list = (longest: number) => z.array(z.string().max(longest)).max(400).default([]);

/** What the duties page sends. What rows and text mean is read by the domain; here only kind and size are bounded. */
export const DutiesForm = z.object({
  intent: z.enum(["read", "look", "add", "spread", "save", "restore", "ask"]).catch("look"),
  version: z.coerce.number().int().min(1).catch(1),
  pasted: z.string().default(""),
  keep: z.string().optional(),
  text: list(20_000),
  share: list(200),
  activity: list(60),
  drop: list(10),
});

/** Lines of the form without those that are to be left out, in their order. */
export function rowsOfForm({ text, share, activity, drop }: z.output<typeof DutiesForm>): readonly DutyRow[] {
  return text
    .map((said, at) => ({ text: said, share: share[at] ?? "", activity: activity[at] ?? "" }))
    .filter((_, at) => !drop.includes(String(at)));
}
