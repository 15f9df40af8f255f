import { fail, ok } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { hostIs, markAnswer } from "#app/domain/visibility/answer-marks.ts";
import { wilson } from "#app/domain/visibility/rate.ts";
import { type AnswerRow, listAnswersTo, listPromptSets, type PromptSet } from "#db/repositories/probes.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { readStoredAnswer } from "./stored-answer.ts";

const most = 25;
/** Characters of answers on one page, newest first: usual ones are shown whole, and no page grows beyond what a phone loads. */
const mostCharacters = 60_000;
/** What is shown of an answer in any case. */
const fewestOfOne = 1_500;

/** One prompt of the set in use (or of an older version) with its newest answers as they came, and what was read in them. */
export async function loadPromptAnswers(
  deps: Pick<Deps, "db">,
  actor: Actor,
  { promptId, version }: { readonly promptId: string; readonly version: number | null },
) {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "not-found" as const });
  const { organizationId } = actor;
  const sets = await listPromptSets(deps.db, organizationId);
  const set = version === null ? sets[0] : sets.find((each) => each.version === version);
  const prompt = set?.prompts.find(({ id }) => id === promptId);
  if (set === undefined || prompt === undefined) return fail({ kind: "not-found" as const });
  const rows = await listAnswersTo(deps.db, organizationId, { promptSetId: set.id, promptId, most });
  let left = mostCharacters;
  const answers = rows.map((row) => {
    const view = answerView(row, set, Math.max(fewestOfOne, left));
    left -= view.text.length;
    return view;
  });
  const lines = new Map<string, { named: number; complete: number; all: number }>();
  for (const { line, status, mentioned } of answers) {
    const seen = lines.get(line) ?? { named: 0, complete: 0, all: 0 };
    const complete = status === "complete";
    lines.set(line, {
      named: seen.named + Number(complete && mentioned),
      complete: seen.complete + Number(complete),
      all: seen.all + 1,
    });
  }
  return ok({
    prompt,
    version: set.version,
    inUse: set.id === sets[0]?.id,
    lines: [...lines].map(([line, { named, complete, all }]) => ({
      line,
      named,
      complete,
      all,
      estimate: complete === 0 ? null : wilson(named, complete),
    })),
    answers,
    most,
    mayPaste: mayDo(actor.role, "assessment:run"),
  });
}

function answerView(row: AnswerRow, set: PromptSet, longest: number) {
  const answer = readStoredAnswer(row.raw);
  const marks = markAnswer(answer, set.brand.brand, set.brand.others);
  const own = (url: string) => (set.brand.brand.domains ?? []).some((domain) => hostIs(url, domain));
  const text = answer.text.slice(0, longest);
  return {
    id: row.id,
    at: row.at.getTime(),
    line: row.model === null ? row.engine : `${row.engine} (${row.model})`,
    source: row.source,
    status: answer.status,
    reason: answer.reason,
    text,
    /** How long it is, where that is more than is shown. */
    length: answer.text.length > longest ? answer.text.length : null,
    mentioned: marks.mentioned,
    cited: marks.cited,
    recommended: marks.recommended,
    listRank: marks.listRank,
    confidence: marks.confidence,
    quotes: marks.quotes,
    queries: answer.searches.flatMap(({ queries }) => queries).slice(0, 4),
    citations: answer.citations.slice(0, 12).map(({ url, domain, title, claim }) => {
      return { url, domain, title, claim, own: own(url) };
    }),
    uncited: answer.uncited.slice(0, 8).map((url) => ({ url, own: own(url) })),
    costUsd: row.costUsd === null ? null : Number(row.costUsd),
  };
}
