import { moveReason } from "./change-reasons.ts";
import type { Driver, ItemChange, Plan, PlanDiff, PlanItem } from "./plan.ts";

/** What differs between two plans, in plain words, each change with its reason. `because` is what led to the new plan. */
export function diffPlans(before: Plan | null, after: Plan, because: string): PlanDiff {
  const old = new Map((before?.items ?? []).map((item) => [item.id, item]));
  const now = new Map(after.items.map((item) => [item.id, item]));
  const changes: ItemChange[] = [];
  let unchanged = 0;
  for (const item of after.items) {
    const was = old.get(item.id);
    const found =
      was === undefined || before === null ? [added(item, because)] : changesOf(was, item, before, after, because);
    if (found.length === 0) unchanged++;
    changes.push(...found);
  }
  for (const item of before?.items ?? []) if (!now.has(item.id)) changes.push(dropped(item, after, because));
  return {
    summary: summaryOf(changes, unchanged),
    changes,
    unchanged,
    totals: {
      hours: { before: before?.totals.hours ?? 0, after: after.totals.hours },
      cost: { before: before?.totals.cost ?? 0, after: after.totals.cost },
    },
  };
}

function added(item: PlanItem, because: string): ItemChange {
  const text = `Added: ${item.title}, ${item.start} to ${item.finish}`;
  return {
    id: item.id,
    title: item.title,
    change: "added",
    text,
    because: firstReason(item.why) ?? because,
    drivers: item.why,
  };
}

function dropped(item: PlanItem, after: Plan, because: string): ItemChange {
  const left = after.leftOut.find((one) => one.id === item.id);
  const text = `Dropped: ${item.title}`;
  return {
    id: item.id,
    title: item.title,
    change: "dropped",
    text,
    because: left?.because ?? because,
    drivers: item.why,
  };
}

function changesOf(was: PlanItem, is: PlanItem, before: Plan, after: Plan, because: string): ItemChange[] {
  const base = { id: is.id, title: is.title, drivers: newDrivers(was, is) };
  const changes: ItemChange[] = [];
  const reason = forecastReason(was, is) ?? moveReason(before, after, was, is) ?? because;
  const moved = was.start !== is.start;
  if (was.mode.id !== is.mode.id) {
    const text = `${is.title}: ${was.mode.title} becomes ${is.mode.title}`;
    changes.push({ ...base, change: "mode", text, because: reason });
  }
  if (moved) {
    const way = is.start < was.start ? "earlier" : "later";
    const text = `${is.title} starts ${way}: ${was.start} becomes ${is.start}`;
    changes.push({ ...base, change: "moved", text, because: reason });
  }
  const shift = forecastReason(was, is);
  if (changes.length === 0 && shift !== null) {
    const text = `${is.title}: the expected effect changes from ${figure(was)} to ${figure(is)}`;
    changes.push({ ...base, change: "forecast", text, because });
  }
  return changes;
}

/** Says so when the forecast moved by more than a tenth of its own spread. */
function forecastReason(was: PlanItem, is: PlanItem): string | null {
  const shift = is.forecast.effect.value - was.forecast.effect.value;
  if (Math.abs(shift) <= 0.1 * Math.max(was.forecast.sd, 1e-9)) return null;
  return `More is known: the expected effect goes ${shift > 0 ? "up" : "down"} from ${figure(was)} to ${figure(is)}`;
}

/** The expected effect with its 90 % interval: shares as per cent, the rest in two significant digits. */
function figure({ forecast: { effect, scale } }: PlanItem): string {
  const share = scale === "relative" || scale === "probability";
  const short = (value: number) => (share ? `${Math.round(value * 100)}%` : String(Number(value.toPrecision(2))));
  return `${short(effect.value)} (${short(effect.low)} to ${short(effect.high)})`;
}

function newDrivers(was: PlanItem, is: PlanItem): readonly Driver[] {
  const known = new Set(was.why.map((driver) => driver.text));
  return is.why.filter((driver) => !known.has(driver.text));
}

function firstReason(why: readonly Driver[]): string | null {
  return why[0]?.text ?? null;
}

function summaryOf(changes: readonly ItemChange[], unchanged: number): string {
  const words = {
    added: "added",
    dropped: "dropped",
    moved: "moved",
    mode: "done another way",
    forecast: "with a new forecast",
  } as const;
  const parts = Object.entries(words).flatMap(([change, word]) => {
    const count = changes.filter((one) => one.change === change).length;
    return count === 0 ? [] : [`${count} ${word}`];
  });
  if (parts.length === 0 && unchanged === 0) return "it has no actions";
  return parts.length === 0
    ? `nothing changes; ${unchanged} ${unchanged === 1 ? "action stays" : "actions stay"}`
    : `${parts.join(", ")}; ${unchanged} unchanged`;
}
