import type { Lanes } from "./lanes.ts";

/** The lanes as a Mermaid flowchart. Text is quoted, so that what a person typed cannot end a node. */
export function mermaidOf(lanes: Lanes, title: string): string {
  const lines = ["---", `title: ${quoted(title)}`, "---", "flowchart LR"];
  for (const lane of lanes.lanes) {
    lines.push(`  subgraph ${lane.id}[${quoted(lane.title)}]`);
    for (const step of lanes.steps.filter((own) => own.lane === lane.id))
      lines.push(`    ${step.id}_step[${quoted(step.text)}]`);
    lines.push("  end");
  }
  for (const arrow of lanes.arrows) {
    const label = arrow.text === undefined ? "" : `|${quoted(arrow.text)}|`;
    lines.push(`  ${arrow.from}_step -->${label} ${arrow.to}_step`);
  }
  return `${lines.join("\n")}\n`;
}

function quoted(text: string): string {
  return `"${text.replace(/[\r\n]+/g, " ").replaceAll('"', "#quot;")}"`;
}
