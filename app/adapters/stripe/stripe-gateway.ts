import Stripe from "stripe";
import type { Result } from "#app/domain/kernel/result.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import type { BillingFailure, BillingGateway } from "#app/services/ports/billing-gateway.ts";
import { organizationKey, readEvent } from "./read-event.ts";

export type StripeOptions = {
  readonly secretKey: string;
  readonly webhookSecret: string;
  /** Where the API is, `http://127.0.0.1:4242` for a loopback fake; Stripe's own address when null or left out. */
  readonly apiBase?: string | null;
  readonly timeoutMs?: number;
  readonly maxRetries?: number;
  readonly now: () => Date;
};

/** Older signatures are refused, so that a recorded delivery cannot be played again later. */
const toleranceSeconds = 300;

function address(apiBase: string | null | undefined): Stripe.StripeConfig {
  if (!apiBase) return {};
  const { hostname, port, protocol } = new URL(apiBase);
  const plain = protocol === "http:";
  return { host: hostname, port: port || (plain ? 80 : 443), protocol: plain ? "http" : "https" };
}

/** A trouble of the provider or the network as a value. A request that we built wrongly is our bug and is thrown on. */
function failureOf(error: unknown): BillingFailure {
  if (error instanceof Stripe.errors.StripeConnectionError) return { kind: "billing-unavailable", retry: true };
  if (error instanceof Stripe.errors.StripeRateLimitError) return { kind: "billing-unavailable", retry: true };
  if (error instanceof Stripe.errors.StripeError) {
    return { kind: "billing-unavailable", retry: (error.statusCode ?? 500) >= 500 };
  }
  throw error;
}

async function attempt<Value>(
  call: () => Promise<Result<Value, BillingFailure>>,
): Promise<Result<Value, BillingFailure>> {
  try {
    return await call();
  } catch (error) {
    return fail(failureOf(error));
  }
}

/** Stripe by its own client. Amounts live at Stripe; we name prices by lookup key. */
export function stripeGateway(options: StripeOptions): BillingGateway {
  const stripe = new Stripe(options.secretKey, {
    ...address(options.apiBase),
    timeout: options.timeoutMs ?? 8_000,
    maxNetworkRetries: options.maxRetries ?? 1,
    telemetry: false,
  });

  return {
    configured: true,

    startCheckout: (request) =>
      attempt(async () => {
        const prices = await stripe.prices.list({ lookup_keys: [request.lookupKey], active: true, limit: 1 });
        const price = prices.data[0]?.id;
        if (price === undefined) return fail({ kind: "price-not-found", lookupKey: request.lookupKey });
        const metadata = { [organizationKey]: request.organizationId };
        const session = await stripe.checkout.sessions.create(
          {
            mode: "subscription",
            line_items: [{ price, quantity: 1 }],
            client_reference_id: request.organizationId,
            metadata,
            subscription_data: { metadata },
            ...(request.customerId === null ? { customer_email: request.email } : { customer: request.customerId }),
            success_url: request.successUrl,
            cancel_url: request.cancelUrl,
          },
          { idempotencyKey: request.idempotencyKey },
        );
        return session.url ? ok({ url: session.url }) : fail({ kind: "billing-unavailable", retry: false });
      }),

    openPortal: (customerId, returnUrl) =>
      attempt(async () => {
        const session = await stripe.billingPortal.sessions.create({ customer: customerId, return_url: returnUrl });
        return ok({ url: session.url });
      }),

    readWebhook(body, signature) {
      if (signature === null) return fail({ kind: "bad-signature" });
      let event: unknown;
      try {
        const receivedAt = options.now().getTime();
        event = stripe.webhooks.constructEvent(
          body,
          signature,
          options.webhookSecret,
          toleranceSeconds,
          undefined,
          receivedAt,
        );
      } catch (error) {
        if (error instanceof Stripe.errors.StripeSignatureVerificationError) return fail({ kind: "bad-signature" });
        if (error instanceof SyntaxError) return fail({ kind: "unreadable-event" });
        throw error;
      }
      const delivery = readEvent(event);
      return delivery === null ? fail({ kind: "unreadable-event" }) : ok(delivery);
    },
  };
}
