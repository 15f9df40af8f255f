import type { BillingEvent } from "#app/domain/billing/events.ts";
import type { Result } from "#app/domain/kernel/result.ts";

export type BillingFailure =
  | { readonly kind: "billing-not-configured" }
  | { readonly kind: "price-not-found"; readonly lookupKey: string }
  | { readonly kind: "billing-unavailable"; readonly retry: boolean };

export type WebhookFailure =
  | { readonly kind: "billing-not-configured" }
  | { readonly kind: "bad-signature" }
  | { readonly kind: "unreadable-event" };

export type CheckoutRequest = {
  readonly organizationId: string;
  readonly lookupKey: string;
  /** Known from an earlier checkout, so that a customer is not created twice; else null. */
  readonly customerId: string | null;
  readonly email: string;
  readonly successUrl: string;
  readonly cancelUrl: string;
  /** Equal requests with the same key open one session. */
  readonly idempotencyKey: string;
};

/** A delivery whose signature holds. `event` is null for kinds that change nothing here. */
export type Delivery = {
  readonly eventId: string;
  readonly type: string;
  /** From metadata that we set ourselves at checkout; null where the provider did not carry it. */
  readonly organizationId: string | null;
  readonly event: BillingEvent | null;
};

/** The payment provider. Card data never passes through us: both pages it opens are the provider's. */
export interface BillingGateway {
  readonly configured: boolean;
  startCheckout(request: CheckoutRequest): Promise<Result<{ readonly url: string }, BillingFailure>>;
  openPortal(customerId: string, returnUrl: string): Promise<Result<{ readonly url: string }, BillingFailure>>;
  /** Checks the signature over the exact bytes and its age (300 s), then reads the event. */
  readWebhook(body: Uint8Array, signature: string | null): Result<Delivery, WebhookFailure>;
}
