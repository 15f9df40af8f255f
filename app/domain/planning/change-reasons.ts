import type { Plan, PlanItem } from "./plan.ts";

/** Why an item of a new plan stands where it did not stand before, from the two plans alone; null where they do not say. */
export function moveReason(before: Plan, after: Plan, was: PlanItem, is: PlanItem): string | null {
  const title = (id: string) => after.items.find((item) => item.id === id)?.title ?? id;
  const waits = is.requires.filter((id) => !was.requires.includes(id));
  const [first] = waits;
  if (first !== undefined) return `It now waits for “${title(first)}”`;
  if (is.deadline !== null && was.start > is.start && is.deadline !== was.deadline)
    return `It must now be done by ${is.deadline}`;
  const later = is.start > was.start;
  const required = is.requires.flatMap((id) => {
    const [old, now] = [before, after].map((plan) => plan.items.find((item) => item.id === id));
    return old !== undefined && now !== undefined && old.finish !== now.finish ? [now] : [];
  });
  const moved = required.find((item) => (later ? item.finish > was.start : item.finish <= is.start));
  if (moved !== undefined) return `“${moved.title}”, which it waits for, ends ${later ? "later" : "earlier"}`;
  return later ? makesRoom(before, after, was, is) : takesRoom(before, after, is);
}

/** An item that newly takes the hours or money where this one stood. */
function makesRoom(before: Plan, after: Plan, was: PlanItem, is: PlanItem): string | null {
  const taker = after.items.find((item) => item.id !== is.id && comes(item, before, was) && shares(item, is));
  return taker === undefined ? null : `Its place goes to “${taker.title}”, which brings more there`;
}

/** An item that newly leaves hours or money to this one. */
function takesRoom(before: Plan, after: Plan, is: PlanItem): string | null {
  const giver = before.items.find((item) => item.id !== is.id && comes(item, after, is) && shares(item, is));
  if (giver !== undefined) return `“${giver.title}” leaves hours or money free for it`;
  return before.from === after.from ? null : "Hours or money have come free for it since the plan was made";
}

/** Whether an item runs while `where` does, in its own plan but not in the other one. */
function comes(item: PlanItem, other: Plan, where: PlanItem): boolean {
  const elsewhere = other.items.find(({ id }) => id === item.id);
  if (elsewhere?.start === item.start && elsewhere.mode.id === item.mode.id) return false;
  return overlaps(item, where) && (elsewhere === undefined || !overlaps(elsewhere, where));
}

function overlaps(a: PlanItem, b: PlanItem): boolean {
  return a.start < b.finish && b.start < a.finish;
}

/** Whether two items draw on the same hours or both cost money. */
function shares(a: PlanItem, b: PlanItem): boolean {
  const pools = Object.keys(a.hours).filter((pool) => (a.hours[pool] ?? 0) > 0);
  return (a.cost > 0 && b.cost > 0) || pools.some((pool) => (b.hours[pool] ?? 0) > 0);
}
