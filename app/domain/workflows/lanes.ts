import type { WorkflowDesign } from "./design-workflow.ts";

export type LaneId = "person" | "ai" | "reviewer";
export type LaneStep = {
  readonly id: string;
  readonly lane: LaneId;
  readonly column: number;
  readonly text: string;
  readonly oversight: boolean;
};
export type LaneArrow = { readonly from: string; readonly to: string; readonly text?: string };

/** Who does what, in order: lanes with steps in columns and arrows between them. */
export type Lanes = {
  readonly lanes: readonly { readonly id: LaneId; readonly title: string }[];
  readonly steps: readonly LaneStep[];
  readonly arrows: readonly LaneArrow[];
};

/** The lanes of a design. Shares are rounded to whole per cent. */
export function lanesOf(design: WorkflowDesign): Lanes {
  const { mode, value } = design.recommended;
  const sample = `${Math.round(value.reviewRate * 100)}%`;
  const person = { id: "person", title: "Person" } as const;
  const ai = { id: "ai", title: "AI" } as const;
  const reviewer = { id: "reviewer", title: "Reviewer" } as const;
  const step = (id: string, lane: LaneId, column: number, text: string, oversight = false): LaneStep => ({
    id,
    lane,
    column,
    text,
    oversight,
  });
  if (mode.id === "human")
    return {
      lanes: [person],
      steps: [
        step("receive", "person", 0, "Receives the item"),
        step("do", "person", 1, "Does it"),
        step("deliver", "person", 2, "Delivers"),
      ],
      arrows: chain("receive", "do", "deliver"),
    };
  if (mode.id === "reference" || mode.id === "shared") {
    const drafts = mode.id === "shared" ? "Drafts the result" : "Answers questions";
    const edits =
      mode.id === "shared" ? "Edits, checks against the source, signs" : "Does it, with the answers at hand";
    return {
      lanes: [person, ai],
      steps: [
        step("receive", "person", 0, "Receives the item, takes out what may not be typed in"),
        step("draft", "ai", 1, drafts),
        step("edit", "person", 2, edits, true),
        step("deliver", "person", 3, "Delivers and files the result"),
      ],
      arrows: chain("receive", "draft", "edit", "deliver"),
    };
  }
  const last = mode.id === "exceptions" ? "Checks" : "Audits";
  return {
    lanes: [ai, person, reviewer],
    steps: [
      step("receive", "ai", 0, "Reads the item"),
      step("do", "ai", 1, "Does it, or says that it cannot"),
      step("exception", "person", 2, "Decides the exceptions", true),
      step("sample", "reviewer", 2, `${last} ${sample} at random, with known errors mixed in`, true),
      step("deliver", "ai", 3, "Delivers and logs the result"),
    ],
    arrows: [
      { from: "receive", to: "do" },
      { from: "do", to: "exception", text: "unsure" },
      { from: "do", to: "sample" },
      { from: "do", to: "deliver", text: "regular" },
      { from: "exception", to: "deliver" },
      { from: "sample", to: "deliver" },
    ],
  };
}

function chain(...ids: string[]): LaneArrow[] {
  return ids.slice(1).map((to, at) => ({ from: ids[at] as string, to }));
}
