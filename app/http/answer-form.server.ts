import { data, redirect } from "@remix-run/node";
import { z } from "zod";
import type { Actor } from "#app/services/actor.ts";
import { answerQuestion } from "#app/services/compliance/answer-question.server.ts";
import type { Deps } from "#app/services/deps.ts";
import { notFound } from "./ends-the-request.server.ts";
import { failureStatus } from "./failure-status.ts";
import { readForm } from "./read-form.server.ts";

const posted = z.looseObject({
  fact: z.string(),
  subject: z.string(),
  version: z.coerce.number().int().min(0),
  intent: z.enum(["save", "clear"]).default("save"),
  value: z.union([z.string(), z.array(z.string())]).optional(),
  more: z.string().optional(),
});

/** Keeps the answer of one `AnswerForm` and goes back to the page; what went wrong is answered to the form it belongs to. */
export async function keepPostedAnswer(request: Request, deps: Pick<Deps, "db" | "knowledge" | "now">, actor: Actor) {
  const form = await readForm(request, posted);
  if (!form.ok) throw notFound();
  const { fact, subject, version, intent, value, more, ...rest } = form.value;
  const answered = await answerQuestion(deps, actor, {
    fact,
    subject,
    version,
    typed: intent === "clear" ? null : typedAnswer(value, more, rest),
  });
  if (answered.ok) {
    const back = new URL(request.url);
    back.searchParams.set("saved", String(answered.value.savedAt.getTime()));
    return redirect(`${back.pathname.replace(/\.data$/, "")}${back.search}`);
  }
  const { failure } = answered;
  if (failure.kind === "not-found" || failure.kind === "forbidden") throw notFound();
  const why = failure.kind === "unreadable" ? failure.why : null;
  return data({ fact, subject, conflict: failure.kind === "conflict", why }, { status: failureStatus(failure) });
}

function typedAnswer(value: string | string[] | undefined, more: string | undefined, rest: Record<string, unknown>) {
  const counts = Object.entries(rest).flatMap(([name, count]) =>
    name.startsWith("count:") && typeof count === "string" ? [[name.slice("count:".length), count] as const] : [],
  );
  if (counts.length > 0) return Object.fromEntries(counts);
  if (more !== undefined) return [...(Array.isArray(value) ? value : []), ...more.split(/[,;\s]+/)];
  return value;
}
