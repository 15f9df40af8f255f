import { redirect } from "@remix-run/node";

/** The page that is not there, or not for you: the same answer for both. Throw it. */
export function notFound(): Response {
  return new Response(null, { status: 404, statusText: "Not Found" });
}

/** To the sign-in page, and back to this address afterwards. Throw it. */
export function signInFirst(request: Request): Response {
  const { pathname, search } = new URL(request.url);
  const back = request.method === "GET" ? `${pathname.replace(/\.data$/, "")}${search}` : "/";
  return redirect(`/sign-in?${new URLSearchParams({ to: back })}`);
}
