import { data, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { UserId } from "#app/domain/kernel/ids.ts";
import { sectors } from "#app/domain/tenancy/profile.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { userAction, userLoader } from "#app/http/org-route.server.ts";
import { limitRate } from "#app/http/rate-limit.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { addColleague, removeColleague } from "#app/services/tenancy/change-practice-member.server.ts";
import { loadPractice } from "#app/services/tenancy/load-practice.server.ts";
import { accountsText } from "#app/strings/en/accounts.ts";
import { tenancyText } from "#app/strings/en/tenancy.ts";
import { Button, LinkButton } from "#app/ui/controls/button.tsx";
import { TextInput } from "#app/ui/controls/fields.tsx";
import { Form, SubmitButton } from "#app/ui/controls/form.tsx";
import { Panel } from "#app/ui/layout/page.tsx";
import { SiteFrame } from "#app/ui/layout/site-frame.tsx";
import { DataTable } from "#app/ui/tables/data-table.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.practice.name ?? "Practice"} – Groundwork` },
];

export const loader = userLoader(async ({ params, context, deps, user }) => {
  const loaded = await loadPractice(deps, { ...user, requestId: context.requestId }, params.practice ?? "");
  if (!loaded.ok) throw notFound();
  return { ...loaded.value, self: user.userId };
});

const Wanted = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("add"), email: z.email(accountsText.emailWrong).max(254) }),
  z.object({ intent: z.literal("remove"), userId: z.string().transform((text) => text as UserId) }),
]);

export const action = userAction(async ({ request, params, context, deps, user }) => {
  const form = await readForm(request, Wanted);
  if (!form.ok) return data({ errors: form.failure.errors, values: form.failure.typed }, { status: 422 });
  const asking = { ...user, requestId: context.requestId };
  const slug = params.practice ?? "";
  await limitRate(context, { thing: "colleague", points: 20, minutes: 60 });
  const result =
    form.value.intent === "add"
      ? await addColleague(deps, asking, slug, form.value.email)
      : await removeColleague(deps, asking, slug, form.value.userId);
  if (result.ok) return data({ errors: {}, values: null }, {});
  if (result.failure.kind === "not-found") throw notFound();
  const error = result.failure.kind === "no-account" ? tenancyText.noSuchAccount : tenancyText.forbidden;
  const values = form.value.intent === "add" ? { email: form.value.email } : null;
  return data({ errors: { email: [error] }, values }, { status: failureStatus(result.failure) });
});

export default function PortfolioPage() {
  const t = useText(tenancyText);
  const f = useFormat();
  const { practice, workspaces } = useLoaderData<typeof loader>();
  return (
    <SiteFrame signedIn>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <h1 className="text-title">{t("portfolioTitle", { count: workspaces.length, name: practice.name })}</h1>
        <LinkButton to="new">{t("newClient")}</LinkButton>
      </div>
      <p className="mt-1 mb-5 text-ink-soft">{t("portfolioLead")}</p>
      <DataTable
        caption={t("client")}
        empty={t("portfolioEmpty")}
        rows={workspaces}
        rowKey={(row) => row.id}
        rowHref={(row) => `/o/${row.slug}`}
        columns={[
          { key: "name", header: t("client"), cell: (row) => row.name },
          {
            key: "sector",
            header: t("sector"),
            wideOnly: true,
            cell: (row) => t(sectors.find((sector) => sector === row.sector) ?? "none"),
          },
          {
            key: "headcount",
            header: t("headcount"),
            align: "end",
            cell: (row) => (row.headcount === null ? t("none") : f.number(row.headcount)),
          },
          {
            key: "assessed",
            header: t("lastAssessment"),
            cell: (row) =>
              row.lastAssessment === null
                ? t("never")
                : f.date(new Date(row.lastAssessment).toISOString().slice(0, 10)),
          },
          {
            key: "plan",
            header: t("plan"),
            cell: (row) => (row.approvedPlan === null ? t("never") : t("planVersion", { number: row.approvedPlan })),
          },
          { key: "role", header: t("role"), wideOnly: true, cell: (row) => t(row.role) },
        ]}
      />
      <Colleagues />
    </SiteFrame>
  );
}

function Colleagues() {
  const t = useText(tenancyText);
  const account = useText(accountsText);
  const { members, role, self } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <div className="mt-8 max-w-xl">
      <Panel title={t("colleagues")}>
        <ul className="space-y-2">
          {members.map((member) => (
            <li key={member.userId} className="flex flex-wrap items-center justify-between gap-2">
              <span>
                {member.name}, {member.email}
              </span>
              {role === "owner" && member.userId !== self ? (
                <Form id={`remove-${member.userId}`} hidden={{ intent: "remove", userId: member.userId }}>
                  <Button variant="quiet">{t("remove")}</Button>
                </Form>
              ) : null}
            </li>
          ))}
        </ul>
        {role === "owner" ? (
          <div className="mt-5">
            <Form hidden={{ intent: "add" }} errors={result?.errors} values={result?.values}>
              <TextInput name="email" label={account("email")} help={t("addColleagueHelp")} type="email" required />
              <SubmitButton variant="quiet">{t("addColleagueButton")}</SubmitButton>
            </Form>
          </div>
        ) : null}
      </Panel>
    </div>
  );
}
