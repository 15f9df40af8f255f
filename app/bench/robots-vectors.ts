import { readFileSync } from "node:fs";
import { readRobots, verdictOn } from "#app/domain/visibility/read-robots.ts";
import { robotsFileFrom } from "#app/domain/visibility/robots-report.ts";

/** What a section of RFC 9309 says of one address. `parser`: Google's parser decides otherwise, and the engine follows it. */
export type VerdictVector = {
  readonly section: string;
  readonly says: string;
  readonly robots: string;
  readonly agent: string;
  readonly url: string;
  readonly allowed: boolean;
  readonly parser?: boolean;
};

/** What became of the file, and whether /x may then be fetched. */
export type FileVector = {
  readonly section: string;
  readonly says: string;
  readonly status: number | null;
  readonly robots: string | { readonly padding: number; readonly then: string };
  readonly state: string;
  readonly allowed: boolean;
};

export type RobotsVectors = { readonly verdicts: readonly VerdictVector[]; readonly files: readonly FileVector[] };

export function robotsVectors(): RobotsVectors {
  return JSON.parse(readFileSync("tests/cases/visibility/rfc9309.json", "utf8"));
}

/** Whether the engine decides a vector as it should: as the standard says, or as the parser does where the two differ. */
export function decidesRightly(vector: VerdictVector): boolean {
  const { allowed } = verdictOn(readRobots(vector.robots), vector.agent, vector.url);
  return allowed === (vector.parser === true ? !vector.allowed : vector.allowed);
}

export function readsRightly({ status, robots, state, allowed }: FileVector): boolean {
  const text = typeof robots === "string" ? robots : `#${"x".repeat(robots.padding)}\n${robots.then}`;
  const file = robotsFileFrom(status, text, readRobots);
  return (
    file.state === state &&
    file.robots !== null &&
    verdictOn(file.robots, "ExampleBot", "https://www.example.com/x").allowed === allowed
  );
}
