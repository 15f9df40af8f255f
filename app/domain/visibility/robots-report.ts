import { type Robots, verdictOn } from "./read-robots.ts";
import { robotsNotes } from "./robots-notes.ts";
import type { MatrixRow, RobotsReport } from "./visibility-audit.ts";
import type { Agent } from "./visibility-pack.ts";

/** What became of /robots.txt. A file that is not there allows everything; a server that fails is read as closed. */
export type RobotsFile = {
  readonly state: RobotsReport["state"];
  readonly detail: string;
  readonly robots: Robots | null;
  readonly bytes: number;
};

/** Characters of a robots.txt that are read, as RFC 9309 asks at least; what comes after is not fetched to its end. */
export const longestRobots = 500 * 1024;

/** RFC 9309, 2.3.1: 2xx is read, 4xx allows all, 5xx and silence forbid all until the file answers again. */
export function robotsFileFrom(status: number | null, text: string, read: (text: string) => Robots): RobotsFile {
  const bytes = text.length;
  if (status === null) {
    return {
      state: "unreachable",
      detail: "robots.txt did not answer: agents that follow the standard stay away.",
      robots: read(closed),
      bytes: 0,
    };
  }
  if (status >= 200 && status < 300) {
    const detail =
      bytes > longestRobots ? "Longer than 500 KiB, of which the first 500 are read." : `Read, ${bytes} bytes.`;
    return { state: "read", detail, robots: read(text.slice(0, longestRobots)), bytes };
  }
  if (status >= 500) {
    return {
      state: "unreachable",
      detail: `robots.txt answers with status ${status}: agents that follow the standard stay away.`,
      robots: read(closed),
      bytes: 0,
    };
  }
  return {
    state: "absent",
    detail: `There is no robots.txt (status ${status}): everything is allowed, and that is no fault.`,
    robots: read(""),
    bytes: 0,
  };
}

const closed = "User-agent: *\nDisallow: /";
const order = ["search", "user-triggered", "training", "opt-out", "mixed", "other"];

/** Each agent of the registry against each page. Tokens outside the standard's grammar are compared as written. */
export function robotsReport(file: RobotsFile, pages: readonly string[], agents: readonly Agent[]): RobotsReport {
  const { robots } = file;
  if (robots === null) return { state: file.state, detail: file.detail, pages, rows: [], notes: [] };
  const rows = agents
    .filter((agent) => !agent.retired || names(robots, agent.token))
    .map((agent) => row(robots, agent, pages))
    .sort((a, b) => order.indexOf(a.purpose) - order.indexOf(b.purpose));
  return { state: file.state, detail: file.detail, pages, rows, notes: robotsNotes(robots, file.bytes) };
}

function row(robots: Robots, agent: Agent, pages: readonly string[]): MatrixRow {
  const verdicts = pages.map((page) => verdictOn(robots, agent.token, page, true));
  const deciding = verdicts.find((verdict) => !verdict.allowed) ?? verdicts[0];
  return {
    agent: agent.token,
    operator: agent.operator,
    purpose: agent.purpose,
    allowed: verdicts.map((verdict) => verdict.allowed),
    group: deciding?.group ?? "none",
    rule: deciding?.rule ?? null,
  };
}

function names(robots: Robots, token: string): boolean {
  return robots.groups.some((group) => group.agents.some((agent) => agent.toLowerCase() === token.toLowerCase()));
}
