import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import type { Deps } from "#app/services/deps.ts";

type Args = LoaderFunctionArgs | ActionFunctionArgs;
type Door = (args: Args) => Promise<unknown>;

export type Seen = { readonly status: number; readonly to: string | null; readonly data: unknown };

let opened = 0;

/** Calls doors as a browser would: it keeps cookies and sends forms. `host` is the name it says it called. */
export function aBrowser(deps: Deps, host = "groundwork.example") {
  const jar = new Map<string, string>();
  opened += 1;
  const address = `198.51.100.${opened}`;

  async function send(door: Door, path: string, params: Record<string, string>, init: RequestInit): Promise<Seen> {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const request = new Request(`https://${host}${path}`, { ...init, headers: { cookie, host } });
    const context = { deps, nonce: "n", requestId: `request-${opened}`, address } as AppLoadContext;
    const said = await door({ request, params, context }).catch((thrown: unknown) => {
      if (thrown instanceof Response) return thrown;
      throw thrown;
    });
    if (!(said instanceof Response)) {
      const wrapped = said as { data?: unknown; init?: { status?: number } } | null;
      const isWrapped = wrapped !== null && typeof wrapped === "object" && "init" in wrapped;
      return {
        status: isWrapped ? (wrapped.init?.status ?? 200) : 200,
        to: null,
        data: isWrapped ? wrapped.data : said,
      };
    }
    for (const set of said.headers.getSetCookie()) {
      const [pair = "", ...rest] = set.split(";");
      const [name = "", value = ""] = [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)];
      if (value === "" || rest.some((part) => /max-age=0/i.test(part))) jar.delete(name);
      else jar.set(name, value);
    }
    return { status: said.status, to: said.headers.get("Location"), data: await said.text() };
  }

  return {
    jar,
    open: (loader: Door, path: string, params: Record<string, string> = {}) => send(loader, path, params, {}),
    post: (
      action: Door,
      path: string,
      body: Record<string, string> | [string, string][],
      params: Record<string, string> = {},
    ) => send(action, path, params, { method: "POST", body: new URLSearchParams(body) }),
  };
}
