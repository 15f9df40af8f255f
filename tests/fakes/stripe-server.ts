import Stripe from "stripe";
import { type Heard, type LoopbackServer, loopbackServer, sendJson } from "./loopback-server.ts";

export type StripeMode = "ok" | "hang" | "429" | "500" | "401";

export type StripeServer = LoopbackServer & {
  readonly apiBase: string;
  readonly sessions: ReadonlyMap<string, Session>;
};

type Session = { readonly id: string; readonly url: string; readonly form: URLSearchParams };

function refuse(status: number, type: string): { readonly status: number; readonly body: unknown } {
  return { status, body: { error: { type, message: type } } };
}

function answerOf(
  request: Heard,
  sessions: Map<string, Session>,
  lookupKeys: readonly string[],
): { status: number; body: unknown } {
  const url = new URL(request.path, "http://stripe.test");
  const form = new URLSearchParams(request.body);
  if (request.headers.authorization !== "Bearer sk_test_groundwork") return refuse(401, "invalid_request_error");
  if (url.pathname === "/v1/prices") {
    const asked = url.searchParams.get("lookup_keys[0]") ?? "";
    const data = lookupKeys.includes(asked) ? [{ id: `price_${asked}`, object: "price", lookup_key: asked }] : [];
    return { status: 200, body: { object: "list", data, has_more: false, url: "/v1/prices" } };
  }
  if (url.pathname === "/v1/checkout/sessions") {
    const key = String(request.headers["idempotency-key"]);
    const id = `cs_test_${sessions.size + 1}`;
    const session = sessions.get(key) ?? { id, url: `https://checkout.stripe.test/${id}`, form };
    sessions.set(key, session);
    return { status: 200, body: { id: session.id, object: "checkout.session", url: session.url } };
  }
  if (url.pathname === "/v1/billing_portal/sessions") {
    const customer = form.get("customer");
    return {
      status: 200,
      body: { id: "bps_1", object: "billing_portal.session", url: `https://portal.stripe.test/${customer}` },
    };
  }
  return refuse(404, "invalid_request_error");
}

const failures = { "429": 429, "500": 500, "401": 401 };

/** A stand-in for Stripe's API that the real client talks to over loopback; it knows prices by lookup key and keeps sessions. */
export async function stripeServer(options: { readonly modes?: readonly StripeMode[] } = {}): Promise<StripeServer> {
  const modes = options.modes ?? ["ok"];
  const sessions = new Map<string, Session>();
  const lookupKeys = ["groundwork_team_monthly", "groundwork_consultancy_monthly"];
  let calls = 0;
  const server = await loopbackServer((request, response) => {
    const mode = modes[Math.min(calls, modes.length - 1)] ?? "ok";
    calls += 1;
    if (mode === "hang") return;
    const { status, body } =
      mode === "ok" ? answerOf(request, sessions, lookupKeys) : refuse(failures[mode], "api_error");
    sendJson(response, status, body);
  });
  return Object.assign(server, { apiBase: `http://127.0.0.1:${server.port}`, sessions });
}

type EventDraft = { readonly id: string; readonly type: string; readonly created: number; readonly object: unknown };

/** The bytes of a webhook delivery as Stripe would send them. */
export function stripePayload({ id, type, created, object }: EventDraft): string {
  return JSON.stringify({ id, object: "event", api_version: "2026-10-28.endive", created, type, data: { object } });
}

/** The signature header that Stripe would send with `payload` at `timestamp` (seconds). */
export function stripeSignature(payload: string, secret: string, timestamp: number): string {
  return Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp });
}
