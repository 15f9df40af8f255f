import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { Cookies } from "#app/services/ports/identity.ts";

/** Where a request comes from, as the services that open sessions take it. */
export function visitorOf({ request, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  return { headers: request.headers, address: context.address, requestId: context.requestId };
}

/** On to a page, with every cookie that the answer must carry. */
export function redirectWith(to: string, cookies: Cookies): Response {
  const headers = new Headers();
  for (const cookie of cookies) headers.append("Set-Cookie", cookie);
  return redirect(to, { headers });
}

const loopback = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);
const local = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * True when the browser runs on this machine and nothing stands between: by the address, by the name it asked for, by the
 * origin of this deployment, and because no proxy added its headers.
 */
export function isFromThisMachine({ request, context }: LoaderFunctionArgs | ActionFunctionArgs): boolean {
  const forwarded = ["x-forwarded-for", "x-forwarded-host", "forwarded", "via"].some((name) =>
    request.headers.has(name),
  );
  const named = [context.deps.origin, request.url].every((url) => local.has(new URL(url).hostname));
  return !forwarded && named && loopback.has(context.address);
}
