import fc from "fast-check";
import { expect, test } from "vitest";
import type { BillingEvent } from "#app/domain/billing/events.ts";
import { foldEvent, foldEvents, noBilling } from "#app/domain/billing/fold-events.ts";
import { aCheckout, anInvoice, aSubscriptionChange, noon } from "#tests/builders/billing.ts";

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, at) => permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));
}

const lifecycle: readonly BillingEvent[] = [
  aCheckout({ id: "evt_a", at: noon }),
  aSubscriptionChange({ id: "evt_b", at: noon, change: "created", status: "incomplete" }),
  anInvoice({ id: "evt_c", at: noon + 1 }),
  aSubscriptionChange({ id: "evt_d", at: noon + 1, status: "active" }),
  aSubscriptionChange({ id: "evt_e", at: noon + 90, status: "past_due" }),
  aSubscriptionChange({ id: "evt_f", at: noon + 200, change: "deleted", status: "canceled" }),
];

test("all 720 orders of a lifecycle end in the state of the sorted one", () => {
  const sorted = foldEvents(lifecycle);
  expect(sorted.subscriptions.sub_1).toMatchObject({ status: "canceled" });
  const orders = permutations(lifecycle);
  expect(orders).toHaveLength(720);
  for (const order of orders) expect(foldEvents(order)).toEqual(sorted);
});

test("three deliveries of each event in any order make one subscription", () => {
  const live = lifecycle.slice(0, 4);
  const once = foldEvents(live);
  for (const order of permutations(live)) expect(foldEvents([...order, ...order, ...order])).toEqual(once);
  expect(Object.keys(once.subscriptions)).toEqual(["sub_1"]);
});

const status = fc.constantFrom(
  "incomplete",
  "trialing",
  "active",
  "past_due",
  "unpaid",
  "paused",
  "canceled",
  "incomplete_expired",
);
const change = fc.record({
  at: fc.integer({ min: noon, max: noon + 3 }),
  change: fc.constantFrom("created", "updated", "deleted"),
  subscriptionId: fc.constantFrom("sub_1", "sub_2"),
  status,
});
const someEvent: fc.Arbitrary<BillingEvent> = fc.oneof(
  change.map((given) => aSubscriptionChange(given as Partial<ReturnType<typeof aSubscriptionChange>>)),
  fc.integer({ min: noon, max: noon + 3 }).map((at) => aCheckout({ at })),
  fc
    .record({ at: fc.integer({ min: noon, max: noon + 3 }), outcome: fc.constantFrom("paid", "failed") })
    .map((given) => anInvoice(given as object)),
);
const history = fc
  .array(someEvent, { maxLength: 8 })
  .map((events) => events.map((event, at) => ({ ...event, id: `evt_${at}` })));

test("order and repetition never matter, in crowded seconds too", () => {
  fc.assert(
    fc.property(history, fc.infiniteStream(fc.nat()), (events, random) => {
      const shuffled = [...events, ...events]
        .map((event) => ({ event, key: random.next().value }))
        .sort((a, b) => a.key - b.key)
        .map(({ event }) => event);
      expect(foldEvents(shuffled)).toEqual(foldEvents(events));
    }),
    { numRuns: 2000 },
  );
});

test("nothing brings an ended subscription back", () => {
  const ended = foldEvent(noBilling, aSubscriptionChange({ change: "deleted", status: "canceled" }));
  const later = foldEvent(ended, aSubscriptionChange({ id: "evt_9", at: noon + 999, status: "active" }));
  expect(later.subscriptions.sub_1?.status).toBe("canceled");
});
