import { z } from "zod";
import type { BillingEvent, SubscriptionStatus } from "#app/domain/billing/events.ts";
import type { Delivery } from "#app/services/ports/billing-gateway.ts";

const id = z.union([z.string(), z.object({ id: z.string() }).transform((object) => object.id)]);
const metadata = z.record(z.string(), z.string()).nullish();

const statuses: readonly SubscriptionStatus[] = [
  "incomplete",
  "incomplete_expired",
  "trialing",
  "active",
  "past_due",
  "unpaid",
  "paused",
  "canceled",
];

const envelope = z.object({
  id: z.string().min(1),
  type: z.string().min(1),
  created: z.number().int(),
  data: z.object({ object: z.unknown() }),
});

const checkout = z.object({
  mode: z.string(),
  customer: id.nullish(),
  subscription: id.nullish(),
  client_reference_id: z.string().nullish(),
  metadata,
});

const subscription = z.object({
  id: z.string(),
  customer: id,
  status: z.enum(statuses),
  cancel_at_period_end: z.boolean().optional(),
  cancel_at: z.number().nullish(),
  metadata,
  items: z.object({
    data: z.array(
      z.object({
        current_period_start: z.number().optional(),
        current_period_end: z.number().optional(),
        price: z.object({ lookup_key: z.string().nullish() }),
      }),
    ),
  }),
});

const invoice = z.object({
  id: z.string(),
  customer: id,
  parent: z.object({ subscription_details: z.object({ metadata }).nullish() }).nullish(),
});

type Envelope = z.infer<typeof envelope>;
type Read = { readonly organizationId: string | null; readonly event: BillingEvent | null };

/** The metadata that we set at checkout and that the provider carries in every event of the subscription. */
export const organizationKey = "organization_id";

const subscriptionChanges: Readonly<Record<string, "created" | "updated" | "deleted">> = {
  "customer.subscription.created": "created",
  "customer.subscription.updated": "updated",
  "customer.subscription.paused": "updated",
  "customer.subscription.resumed": "updated",
  "customer.subscription.deleted": "deleted",
};

function readCheckout({ id: eventId, created: at, data }: Envelope): Read {
  const { mode, customer, subscription: subscriptionId, ...session } = checkout.parse(data.object);
  const organizationId = session.metadata?.[organizationKey] ?? session.client_reference_id ?? null;
  if (mode !== "subscription" || !customer) return { organizationId, event: null };
  const event = {
    kind: "checkout-completed",
    id: eventId,
    at,
    customerId: customer,
    subscriptionId: subscriptionId ?? null,
  } as const;
  return { organizationId, event };
}

function readSubscription({ id: eventId, created: at, type, data }: Envelope): Read {
  const said = subscription.parse(data.object);
  const item = said.items.data.find(({ price }) => price.lookup_key) ?? said.items.data[0];
  const periodEnd = item?.current_period_end ?? null;
  const event: BillingEvent = {
    kind: "subscription-changed",
    id: eventId,
    at,
    change: subscriptionChanges[type] ?? "updated",
    customerId: said.customer,
    subscriptionId: said.id,
    status: said.status,
    lookupKey: item?.price.lookup_key ?? null,
    periodStart: item?.current_period_start ?? null,
    periodEnd,
    endsAtPeriodEnd: said.cancel_at_period_end === true || (said.cancel_at ?? null) !== null,
  };
  return { organizationId: said.metadata?.[organizationKey] ?? null, event };
}

function readInvoice({ id: eventId, created: at, type, data }: Envelope): Read {
  const said = invoice.parse(data.object);
  const outcome = type === "invoice.paid" ? "paid" : "failed";
  const event: BillingEvent = {
    kind: "invoice-settled",
    id: eventId,
    at,
    customerId: said.customer,
    invoiceId: said.id,
    outcome,
  };
  return { organizationId: said.parent?.subscription_details?.metadata?.[organizationKey] ?? null, event };
}

function readKnown(said: Envelope): Read {
  if (said.type === "checkout.session.completed") return readCheckout(said);
  if (Object.hasOwn(subscriptionChanges, said.type)) return readSubscription(said);
  if (said.type === "invoice.paid" || said.type === "invoice.payment_failed") return readInvoice(said);
  return { organizationId: null, event: null };
}

/** What a genuine event says, or null when it has not the shape that its type promises. */
export function readEvent(body: unknown): Delivery | null {
  const said = envelope.safeParse(body);
  if (!said.success) return null;
  try {
    return { eventId: said.data.id, type: said.data.type, ...readKnown(said.data) };
  } catch (error) {
    if (error instanceof z.ZodError) return null;
    throw error;
  }
}
