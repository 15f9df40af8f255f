import { groupBy } from "../../kernel/group-by.ts";
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
  const keyOf = ({ catalogueId, tool }: ToolReport) => catalogueId ?? (plainName(tool) || tool.trim().toLowerCase());
  return [...groupBy(reports, keyOf)]
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
