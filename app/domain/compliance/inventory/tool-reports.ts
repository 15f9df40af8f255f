import { plainName } from "../system-template.ts";

/** What somebody said of a tool they use, without who. */
export type ToolReport = {
  readonly id: string;
  readonly tool: string;
  readonly catalogueId: string | null;
  readonly purpose: string;
  readonly data: readonly string[];
  readonly department: string | null;
  readonly receivedOn: string;
};

/** Reports of one tool together: the list is decided by tool, not by who reported. */
export type ReportedTool = {
  /** Stands for the group in addresses. */
  readonly key: string;
  readonly tool: string;
  readonly catalogueId: string | null;
  readonly reports: readonly ToolReport[];
  readonly purposes: readonly string[];
  readonly data: readonly string[];
};

export function byTool(reports: readonly ToolReport[]): readonly ReportedTool[] {
  const groups = new Map<string, ToolReport[]>();
  for (const report of reports) {
    const key = report.catalogueId ?? (plainName(report.tool) || report.tool.trim().toLowerCase());
    groups.set(key, [...(groups.get(key) ?? []), report]);
  }
  return [...groups]
    .map(([key, of]): ReportedTool => {
      const [first] = of;
      return {
        key,
        tool: first?.tool ?? "",
        catalogueId: first?.catalogueId ?? null,
        reports: of,
        purposes: [...new Set(of.map(({ purpose }) => purpose).filter(Boolean))],
        data: [...new Set(of.flatMap(({ data }) => data))],
      };
    })
    .sort((a, b) => b.reports.length - a.reports.length || (a.tool < b.tool ? -1 : 1));
}
