import type { Command } from "./command.ts";

/**
 * Every headless command, by name. The summary stands here so that `help` loads nothing else;
 * a command's file is imported when it is run.
 */
export const commands: Readonly<Record<string, { summary: string; load: () => Promise<{ command: Command }> }>> = {
  titles: { summary: "job titles to occupations, with probabilities (NDJSON)", load: () => import("./titles.ts") },
  occupations: { summary: "every occupation with its exposure (NDJSON)", load: () => import("./occupations.ts") },
  tasks: { summary: "every activity of every occupation with its exposure (NDJSON)", load: () => import("./tasks.ts") },
  exposure: { summary: "the automation exposure of one organization", load: () => import("./exposure.ts") },
  plan: { summary: "which actions to do, how and when, with a certified bound", load: () => import("./plan.ts") },
  schedule: { summary: "a short schedule of a resource-constrained project", load: () => import("./schedule.ts") },
  "validate-plan": { summary: "the independent checker of a plan", load: () => import("./validate-plan.ts") },
  obligations: {
    summary: "which legal duties apply, from when, why, and what to ask next",
    load: () => import("./obligations.ts"),
  },
  learn: { summary: "what outcomes say of effects, pooled over organizations", load: () => import("./learn.ts") },
  robots: { summary: "may this agent fetch this address, by RFC 9309 (NDJSON)", load: () => import("./robots.ts") },
  "check-url": { summary: "would the guard fetch this address (NDJSON)", load: () => import("./check-url.ts") },
  "audit-page": { summary: "one page: score, checks, facts, structured data", load: () => import("./audit-page.ts") },
  audit: {
    summary: "a whole website: audit <address> [--pages 50] [--allow-private]",
    load: () => import("./audit.ts"),
  },
  mentions: { summary: "does a text name a brand, and whom else", load: () => import("./mentions.ts") },
  answer: { summary: "one Responses API body: text, citations, searches", load: () => import("./answer.ts") },
  assess: {
    summary: "one whole organization: four assessments, plan, report (--out FOLDER, --example)",
    load: () => import("./assess.ts"),
  },
  "verify-log": {
    summary: "does the hash chain of the audit log hold: verify-log [--head HASH]",
    load: () => import("./verify-log.ts"),
  },
  jobs: {
    summary: "runs jobs until SIGTERM, beside web processes with JOBS=separate",
    load: () => import("./jobs.ts"),
  },
  seed: { summary: "the demonstration into the database of the environment", load: () => import("./seed.ts") },
  backup: { summary: "a checked copy of the database file: backup [--to FILE]", load: () => import("./backup.ts") },
  "import-onet": {
    summary: "task statements of an O*NET release beside the roles: import-onet --from FOLDER | --remove",
    load: () => import("./import-onet.ts"),
  },
  restore: { summary: "a backup in the database's place: restore --from FILE", load: () => import("./restore.ts") },
};
