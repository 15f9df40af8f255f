import { fail, ok } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { draftPrompts, type PromptSubject } from "#app/domain/visibility/draft-prompts.ts";
import { markAnswer, promptsForHeadline, shareOfAnswers } from "#app/domain/visibility/share-of-answers.ts";
import { listJobs } from "#db/repositories/jobs.server.ts";
import { findOrganization, type Organization } from "#db/repositories/tenancy.server.ts";
import {
  type AnswerRow,
  findLatestAudit,
  findLatestPromptSet,
  listAnswers,
  type PromptSet,
} from "#db/repositories/visibility.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { readStoredAnswer } from "./stored-answer.ts";

/** The prompts in use (or a draft of them), the metrics of each engine apart, and what a round would cost. */
export async function loadProbes(deps: Pick<Deps, "db" | "knowledge" | "ai">, actor: Actor) {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" as const });
  const { organizationId } = actor;
  const set = await findLatestPromptSet(deps.db, organizationId);
  const answers = set === null ? [] : await listAnswers(deps.db, organizationId, set.id);
  const [job] = await listJobs(deps.db, organizationId, "visibility.run-probes", 1);
  const { costUsd, runs } = deps.knowledge.visibility.probes;
  return ok({
    set:
      set === null
        ? null
        : { id: set.id, version: set.version, prompts: set.prompts, setting: set.brand, at: set.createdAt.getTime() },
    draft: set === null ? await drafted(deps, actor) : null,
    series: set === null ? [] : seriesOf(set, answers),
    answers:
      set === null
        ? []
        : answers
            .slice(-60)
            .reverse()
            .map((row) => answerView(row, set)),
    model: deps.ai.model,
    cost: { perRun: costUsd, runs, round: (set?.prompts.length ?? 30) * runs * costUsd, spent: spent(answers) },
    running:
      job !== undefined && (job.status === "queued" || job.status === "running") ? { progress: job.progress } : null,
    lastError: job?.lastError ?? null,
    mayRun: mayDo(actor.role, "assessment:run"),
    promptsForHeadline,
  });
}

/** Answers of one engine and model are one series; another model is another series, never mixed in. */
function seriesOf(set: PromptSet, answers: readonly AnswerRow[]) {
  const groups = new Map<string, AnswerRow[]>();
  for (const row of answers) {
    const name = row.model === null ? row.engine : `${row.engine} (${row.model})`;
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  const { brand, others } = set.brand;
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, rows]) => ({
      name,
      from: rows[0]?.at.getTime() ?? 0,
      to: rows.at(-1)?.at.getTime() ?? 0,
      share: shareOfAnswers(
        set.prompts,
        rows.map((row) => ({ promptId: row.promptId, answer: readStoredAnswer(row.raw) })),
        brand,
        others,
      ),
    }));
}

function answerView(row: AnswerRow, set: PromptSet) {
  const answer = readStoredAnswer(row.raw);
  const marks = markAnswer({ promptId: row.promptId, answer }, set.brand.brand, set.brand.others);
  return {
    id: row.id,
    at: row.at.getTime(),
    engine: row.engine,
    source: row.source,
    prompt: set.prompts.find((prompt) => prompt.id === row.promptId)?.text ?? row.promptId,
    status: answer.status,
    text: answer.text.slice(0, 1_200),
    mentioned: marks.mentioned,
    cited: marks.cited,
    citations: answer.citations.slice(0, 10).map(({ url, domain, title }) => ({ url, domain, title })),
  };
}

function spent(answers: readonly AnswerRow[]): number {
  return answers.reduce((total, row) => total + (row.costUsd === null ? 0 : Number(row.costUsd)), 0);
}

/** A first set from the organization and the titles of its audited pages. */
async function drafted(deps: Pick<Deps, "db">, actor: Actor) {
  const [organization, audit] = await Promise.all([
    findOrganization(deps.db, actor.organizationId),
    findLatestAudit(deps.db, actor.organizationId),
  ]);
  const brand = organization?.name ?? "";
  const titles = (audit?.result?.pages ?? [])
    .filter((page) => page.role === "offer")
    .map((page) => offerName(page.title ?? "", brand));
  const website = organization?.website ?? audit?.homepage ?? null;
  const subject: PromptSubject = {
    brand,
    sector: sectorName(organization),
    offers: [...new Set(titles.filter((title) => title !== ""))].slice(0, 4),
    places: (organization?.places ?? []).map(placeName).slice(0, 3),
    competitors: [],
  };
  const domain = website !== null && URL.canParse(website) ? new URL(website).hostname.replace(/^www\./, "") : null;
  return {
    prompts: draftPrompts(subject),
    setting: { brand: { name: brand, aliases: [], domains: domain === null ? [] : [domain] }, others: [] },
  };
}

/** What a title names first, without the brand and what follows a dash or bar; names and abbreviations keep their capitals. */
function offerName(title: string, brand: string): string {
  const first = title.split(/\s[|–—:-]\s|\||:/).find((part) => part.trim() !== "" && part.trim() !== brand);
  const name = (first ?? "").trim().slice(0, 60);
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

function sectorName(organization: Organization | null): string {
  return organization?.sector?.replace(/[-_]/g, " ") ?? "our services";
}

/** A place as people say it: the country's name of `EU-DE`, the code where no name is known. */
function placeName(code: string): string {
  const [first = "", second = ""] = code.split("-");
  const country = first === "EU" ? second : first;
  try {
    return new Intl.DisplayNames(["en"], { type: "region" }).of(country) ?? code;
  } catch {
    // Not a region code: shown as it is.
    return code;
  }
}
