import type { LaneStep, Lanes } from "#app/domain/workflows/lanes.ts";
import { workflowsText } from "#app/strings/en/workflows.ts";
import { type StepKind, WorkflowLanes } from "../charts/workflow-lanes.tsx";
import { useText } from "../text/use-text.ts";

/** The lanes of a design as a picture. */
export function DesignLanes({ lanes, title }: { lanes: Lanes; title: string }) {
  const t = useText(workflowsText);
  const names = { person: t("lanePerson"), ai: t("laneAi"), reviewer: t("laneReviewer") };
  const at = new Map(lanes.lanes.map((lane, index) => [lane.id, index]));
  return (
    <WorkflowLanes
      title={title}
      lanes={lanes.lanes.map((lane) => names[lane.id])}
      steps={lanes.steps.map((step) => ({
        id: step.id,
        label: step.text,
        lane: at.get(step.lane) ?? 0,
        kind: kindOf(step),
      }))}
      flows={lanes.arrows.map(({ from, to, text }) => ({ from, to, ...(text === undefined ? {} : { label: text }) }))}
    />
  );
}

function kindOf(step: LaneStep): StepKind {
  if (step.oversight) return "check";
  return step.lane === "ai" ? "ai" : "human";
}
