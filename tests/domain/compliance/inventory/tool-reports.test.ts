import { expect, test } from "vitest";
import { byTool, type ToolReport } from "#app/domain/compliance/inventory/tool-reports.ts";

function aReport(over: Partial<ToolReport>): ToolReport {
  return {
    id: "r",
    tool: "ChatGPT",
    catalogueId: null,
    purpose: "Drafts",
    data: [],
    department: null,
    receivedOn: "2026-11-22",
    ...over,
  };
}

test("reports of one tool stand together, most reported first", () => {
  const groups = byTool([
    aReport({ id: "1", tool: "TyreSnap" }),
    aReport({ id: "2", tool: "ChatGPT (business plans)", catalogueId: "chatgpt", data: ["internal"] }),
    aReport({ id: "3", tool: "tyre snap", purpose: "Other" }),
    aReport({ id: "4", tool: "ChatGPT (business plans)", catalogueId: "chatgpt", data: ["staff", "internal"] }),
    aReport({ id: "5", tool: "ChatGPT (business plans)", catalogueId: "chatgpt" }),
  ]);
  expect(groups.map(({ key, reports }) => [key, reports.length])).toEqual([
    ["chatgpt", 3],
    ["tyresnap", 1],
    ["tyre snap", 1],
  ]);
  expect(groups[0]).toMatchObject({ purposes: ["Drafts"], data: ["internal", "staff"] });
});
