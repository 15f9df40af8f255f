import { data, redirectDocument } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { findUser } from "#app/http/session.server.ts";
import { loadBilling } from "#app/services/billing/load-billing.server.ts";
import { openPortal } from "#app/services/billing/open-portal.server.ts";
import { startCheckout } from "#app/services/billing/start-checkout.server.ts";
import { billingText } from "#app/strings/en/billing.ts";
import { Badge } from "#app/ui/controls/badge.tsx";
import { Button } from "#app/ui/controls/button.tsx";
import { Notice } from "#app/ui/controls/notice.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { DataTable } from "#app/ui/tables/data-table.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";

const Wanted = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("checkout"), plan: z.enum(["team", "consultancy"]) }),
  z.object({ intent: z.literal("portal") }),
]);

export const loader = orgLoader("billing:read", async ({ deps, actor }) => {
  const view = await loadBilling(deps, actor);
  if (!view.ok) throw notFound();
  return view.value;
});

export const action = orgAction("billing:manage", async ({ request, context, deps, actor }) => {
  const form = await readForm(request, Wanted);
  if (!form.ok) return data({ kind: "not-sold" as const }, { status: 422 });
  const user = await findUser(request, context);
  if (user === null) return data({ kind: "not-for-guests" as const }, { status: 403 });
  const opened =
    form.value.intent === "portal"
      ? await openPortal(deps, actor)
      : await startCheckout(deps, actor, { plan: form.value.plan, email: user.email });
  if (opened.ok) return redirectDocument(opened.value.url, 303);
  return data({ kind: opened.failure.kind }, { status: failureStatus(opened.failure) });
});

const failureTexts = {
  "already-subscribed": "alreadySubscribed",
  "billing-unavailable": "unavailable",
  "billing-not-configured": "notConfigured",
  "price-not-found": "priceMissing",
  "not-sold": "notSold",
  "not-for-guests": "notForGuests",
  "no-customer": "noCustomer",
  forbidden: "askOwner",
} as const;

const titles = {
  free: "answerFree",
  active: "answerActive",
  trial: "answerTrial",
  ending: "answerEnding",
  grace: "answerGrace",
} as const;

export default function BillingPage() {
  const t = useText(billingText);
  const f = useFormat();
  const view = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { entitlements, offers } = view;
  const plan = offers.find(({ id }) => id === entitlements.plan)?.name ?? entitlements.plan;
  const date = entitlements.until === null ? "" : f.date(entitlements.until);
  const sells = view.configured && view.mayManage && view.sellable && view.paying === 0;
  const lines = [
    {
      label: `${t("price")}, ${t("priceNote")}`,
      of: (offer: (typeof offers)[number]) => (offer.monthly.amount === 0 ? t("free") : f.money(offer.monthly)),
    },
    ...view.uses.map(({ allowance, monthly }) => ({
      label: monthly ? t("perMonth", { name: t(allowance) }) : t(allowance),
      of: (offer: (typeof offers)[number]) => f.number(offer.limits[allowance]),
    })),
  ];
  return (
    <Page
      area="settings"
      title={t(titles[entitlements.standing], { plan, date })}
      lead={t("lead")}
      trail={[{ to: "", label: t("billing") }]}
    >
      {view.configured ? null : (
        <Notice tone="warn" title={t("notConfigured")}>
          {t("notConfiguredLead")}
        </Notice>
      )}
      {failure === undefined ? null : <Notice tone="bad">{t(failureTexts[failure.kind])}</Notice>}
      {search.has("paid") && entitlements.standing === "free" ? <Notice tone="good">{t("paid")}</Notice> : null}
      {view.paying > 1 ? <Notice tone="bad">{t("twice", { count: view.paying })}</Notice> : null}
      {view.lastPaymentFailed ? <Notice tone="warn">{t("paymentFailed")}</Notice> : null}
      {view.sellable ? null : <Notice>{t("notSellable")}</Notice>}
      <Panel title={t("uses")}>
        <DataTable
          caption={t("uses")}
          columns={[
            {
              key: "allowance",
              header: t("allowance"),
              cell: (row) => (row.monthly ? t("thisMonth", { name: t(row.allowance) }) : t(row.allowance)),
            },
            { key: "used", header: t("used"), align: "end", cell: (row) => f.number(row.used) },
            { key: "limit", header: t("limit"), align: "end", cell: (row) => f.number(row.limit) },
            {
              key: "left",
              header: t("left"),
              align: "end",
              cell: (row) => f.number(Math.max(0, row.limit - row.used)),
            },
          ]}
          rows={view.uses}
          rowKey={(row) => row.allowance}
        />
      </Panel>
      <Panel title={t("plans")}>
        <DataTable
          caption={t("plans")}
          columns={[
            { key: "what", header: t("what"), cell: (line) => line.label },
            ...offers.map((offer) => ({
              key: offer.id,
              header: (
                <>
                  {offer.name}
                  {offer.id === entitlements.plan ? (
                    <>
                      {" "}
                      <Badge tone="accent">{t("yours")}</Badge>
                    </>
                  ) : null}
                </>
              ),
              align: "end" as const,
              cell: (line: (typeof lines)[number]) => line.of(offer),
            })),
          ]}
          rows={lines}
          rowKey={(line) => line.label}
        />
        <dl className="space-y-1 pt-4">
          {offers.map((offer) => (
            <div key={offer.id} className="flex flex-wrap gap-x-2">
              <dt className="font-semibold">{offer.name}</dt>
              <dd className="text-ink-soft">{offer.suits}</dd>
            </div>
          ))}
        </dl>
        {view.mayManage ? null : <p className="pt-3 text-ink-soft">{t("askOwner")}</p>}
        <div className="flex flex-wrap gap-3 pt-3">
          {sells
            ? offers
                .filter(({ lookupKey }) => lookupKey !== null)
                .map((offer) => (
                  <form key={offer.id} method="post">
                    <input type="hidden" name="intent" value="checkout" />
                    <input type="hidden" name="plan" value={offer.id} />
                    <Button>{t("choose", { plan: offer.name })}</Button>
                  </form>
                ))
            : null}
          {view.configured && view.mayManage && view.hasCustomer ? (
            <form method="post" className="space-y-1">
              <input type="hidden" name="intent" value="portal" />
              <Button variant="quiet">{t("portal")}</Button>
              <p className="text-caption text-ink-soft">{t("portalHint")}</p>
            </form>
          ) : null}
        </div>
      </Panel>
    </Page>
  );
}
