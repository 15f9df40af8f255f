import { createContext, useContext } from "react";

/** The places of the left navigation, in its order; `also` are paths outside its own that belong to it. */
export const areas = [
  { group: "overview", area: "overview", path: "" },
  { group: "assess", area: "workforce", path: "workforce" },
  { group: "assess", area: "exposure", path: "exposure" },
  { group: "assess", area: "compliance", path: "compliance", also: ["systems", "documents"] },
  { group: "assess", area: "visibility", path: "visibility" },
  { group: "assess", area: "readiness", path: "readiness" },
  { group: "act", area: "plan", path: "plan" },
  { group: "act", area: "workflows", path: "workflows" },
  { group: "act", area: "upskilling", path: "upskilling" },
  { group: "learn", area: "outcomes", path: "outcomes" },
  { group: "learn", area: "changes", path: "changes" },
  { group: "learn", area: "governance", path: "governance" },
  { group: "share", area: "reports", path: "reports" },
  { group: "share", area: "settings", path: "settings" },
] as const;

export type Area = (typeof areas)[number]["area"];

export type CountedArea = Extract<Area, "workforce" | "compliance" | "plan" | "outcomes" | "changes">;

/** What the frame of a signed-in page shows around it. */
export type FrameView = {
  readonly organization: { readonly name: string; readonly slug: string };
  /** Other workspaces of the person or the practice. */
  readonly workspaces?: readonly { readonly name: string; readonly slug: string }[];
  /** Areas that the person's role may open; all when left out. */
  readonly areas?: readonly Area[];
  /** What stands at the edge of a link: how many there are or wait, or which version holds. Nothing for none. */
  readonly counts?: Readonly<Partial<Record<CountedArea, number>>>;
  readonly asOf?: string;
  readonly knowledgeVersion?: string;
  readonly person?: { readonly name: string };
  /** A copy of the sample organization; the frame says so on every page. */
  readonly demonstration?: boolean;
};

const FrameContext = createContext<FrameView | null>(null);
export const FrameProvider = FrameContext.Provider;

export function useFrame(): FrameView | null {
  return useContext(FrameContext);
}
