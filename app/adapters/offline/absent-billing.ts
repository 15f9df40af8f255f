import { fail } from "#app/domain/kernel/result.ts";
import type { BillingGateway } from "#app/services/ports/billing-gateway.ts";

const failure = { kind: "billing-not-configured" } as const;

/** The payment provider of a deployment without a key: nothing can be bought, and a webhook is refused. */
export const absentBilling: BillingGateway = {
  configured: false,
  startCheckout: async () => fail(failure),
  openPortal: async () => fail(failure),
  readWebhook: () => fail(failure),
};
