import { redirect } from "@remix-run/node";
import { keepForm, keptFormCookie } from "./kept-forms.server.ts";

/** The page that is not there, or not for you: the same answer for both. Throw it. */
export function notFound(): Response {
  return new Response(null, { status: 404, statusText: "Not Found" });
}

/**
 * To the sign-in page, and afterwards back to this address, or to the form that was being sent, with what was typed. Throw
 * what it answers.
 */
export async function signInFirst(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  if (request.method === "GET") return toSignIn(`${pathname.replace(/\.data$/, "")}${search}`);
  const kept = await keepForm(request);
  if (kept === null) return toSignIn("/");
  const answer = toSignIn(`/resume/${kept}`);
  answer.headers.set("Set-Cookie", keptFormCookie(kept));
  return answer;
}

function toSignIn(to: string): Response {
  return redirect(`/sign-in?${new URLSearchParams({ to })}`);
}
