import { suppressed } from "./small-groups.ts";

/**
 * How many reports came from each department, largest first. A department with fewer than five is not named and not counted, and another
 * hides with it where the total would give it away. Reports that name none are not counted here.
 */
export function byDepartment(reports: readonly { readonly department: string | null }[]): {
  readonly shown: readonly { readonly department: string; readonly reports: number }[];
  readonly hidden: boolean;
} {
  const counts = new Map<string, { department: string; reports: number }>();
  for (const { department } of reports) {
    if (department === null) continue;
    const key = department.trim().toLowerCase();
    const one = counts.get(key) ?? { department: department.trim(), reports: 0 };
    one.reports += 1;
    counts.set(key, one);
  }
  const all = [...counts.values()].sort((a, b) => b.reports - a.reports || (a.department < b.department ? -1 : 1));
  const hidden = new Set(suppressed(all.map((one) => one.reports)));
  return { shown: all.filter((_, at) => !hidden.has(at)), hidden: hidden.size > 0 };
}
