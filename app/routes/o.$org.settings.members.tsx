import { data, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { UserId } from "#app/domain/kernel/ids.ts";
import { memberRoles } from "#app/domain/tenancy/permissions.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { limitRate } from "#app/http/rate-limit.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { findUser } from "#app/http/session.server.ts";
import { changeGrant } from "#app/services/tenancy/change-grant.server.ts";
import { changeMember, withdrawInvitation } from "#app/services/tenancy/change-member.server.ts";
import { handOver } from "#app/services/tenancy/hand-over.server.ts";
import { inviteMember } from "#app/services/tenancy/invite-member.server.ts";
import { loadMembers } from "#app/services/tenancy/load-members.server.ts";
import { accountsText } from "#app/strings/en/accounts.ts";
import { tenancyText } from "#app/strings/en/tenancy.ts";
import { Button } from "#app/ui/controls/button.tsx";
import { Checkbox, Select, TextInput } from "#app/ui/controls/fields.tsx";
import { Form, SubmitButton } from "#app/ui/controls/form.tsx";
import { Notice } from "#app/ui/controls/notice.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { DataTable } from "#app/ui/tables/data-table.tsx";
import { SettingsTabs } from "#app/ui/tenancy/settings-tabs.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";

export const meta: MetaFunction = () => [{ title: `${tenancyText.tabMembers} – Groundwork` }];

export const loader = orgLoader("members:read", async ({ deps, actor, organization }) => {
  const members = await loadMembers(deps, actor);
  if (!members.ok) throw notFound();
  return { name: organization.name, guest: organization.kind !== "own", ...members.value };
});

const role = z.enum(memberRoles);
const grantedRoles = ["owner", "editor", "viewer"] as const;
const userId = z.string().transform((text) => text as UserId);
const Change = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("invite"), email: z.email(accountsText.emailWrong).max(254), role }),
  z.object({ intent: z.literal("change"), userId, role, seesPeople: z.literal("yes").optional() }),
  z.object({ intent: z.literal("remove"), userId }),
  z.object({ intent: z.literal("withdraw"), invitationId: z.string() }),
  z.object({ intent: z.literal("grant"), userId, role: z.enum(grantedRoles) }),
  z.object({ intent: z.literal("end-grant"), userId }),
  z.object({ intent: z.literal("hand-over") }),
]);

const words: Readonly<Record<string, string>> = {
  "already-member": tenancyText.alreadyMember,
  "last-owner": tenancyText.lastOwner,
  "mail-failed": tenancyText.inviteMailFailed,
  "no-owner": tenancyText.handOverNoOwner,
  "not-found": tenancyText.notFound,
};

/** `organization:enter`, because everybody may leave; the services ask for more where more is done. */
export const action = orgAction("organization:enter", async ({ request, context, deps, actor }) => {
  const form = await readForm(request, Change);
  if (!form.ok)
    return data({ errors: form.failure.errors, values: form.failure.typed, invited: false }, { status: 422 });
  const change = form.value;
  const run = async () => {
    switch (change.intent) {
      case "invite": {
        await limitRate(context, { thing: "invite", points: 30, minutes: 60 });
        const inviter = (await findUser(request, context))?.name ?? "";
        return inviteMember(deps, actor, { email: change.email, role: change.role, inviter });
      }
      case "change": {
        const to = { role: change.role, seesPeople: change.seesPeople === "yes" };
        return changeMember(deps, actor, { userId: change.userId, to });
      }
      case "remove":
        return changeMember(deps, actor, { userId: change.userId, to: null });
      case "withdraw":
        return withdrawInvitation(deps, actor, change.invitationId);
      case "grant":
        return changeGrant(deps, actor, { userId: change.userId, role: change.role, seesPeople: false });
      case "end-grant":
        return changeGrant(deps, actor, { userId: change.userId, role: null, seesPeople: false });
      case "hand-over":
        return handOver(deps, actor);
    }
  };
  const result = await run();
  if (result.ok) return data({ errors: {}, values: null, invited: change.intent === "invite" }, {});
  const error = words[result.failure.kind] ?? tenancyText.forbidden;
  const values = change.intent === "invite" ? { email: change.email, role: change.role } : null;
  return data({ errors: { form: [error] }, values, invited: false }, { status: failureStatus(result.failure) });
});

export default function MembersPage() {
  const t = useText(tenancyText);
  const { name, members, manages } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const wrong = result?.values === null && "form" in result.errors ? result.errors.form : undefined;
  return (
    <Page area="settings" title={t("membersTitle", { count: members.length, name })} lead={t("membersLead")}>
      <SettingsTabs />
      {result?.invited === true ? <Notice tone="good">{t("invited")}</Notice> : null}
      {wrong === undefined ? null : <Notice tone="bad">{wrong}</Notice>}
      {members.length === 0 ? null : <MemberTable />}
      {manages ? <Invitations /> : null}
      <Consultants />
    </Page>
  );
}

function useRoleOptions() {
  const t = useText(tenancyText);
  return memberRoles.map((value) => ({ value, label: `${t(value)}: ${t(`${value}Help`)}` }));
}

function MemberTable() {
  const t = useText(tenancyText);
  const f = useFormat();
  const { members, manages } = useLoaderData<typeof loader>();
  const options = useRoleOptions();
  return (
    <DataTable
      caption={t("tabMembers")}
      rows={members}
      rowKey={(row) => row.userId}
      columns={[
        {
          key: "name",
          header: t("member"),
          cell: (row) => (
            <>
              {row.name}
              <span className="block font-normal text-caption text-ink-soft">{row.email}</span>
            </>
          ),
        },
        { key: "role", header: t("role"), cell: (row) => t(row.role) },
        { key: "since", header: t("since"), wideOnly: true, cell: (row) => f.date(row.since.slice(0, 10)) },
        {
          key: "change",
          header: t("change"),
          cell: (row) => (
            <div className="flex flex-wrap items-center gap-2">
              {manages ? (
                <details>
                  <summary className="text-accent">{t("change")}</summary>
                  <Form
                    id={`change-${row.userId}`}
                    hidden={{ intent: "change", userId: row.userId }}
                    values={{ role: row.role }}
                  >
                    <Select name="role" label={t("role")} required options={options} />
                    <Checkbox
                      name="seesPeople"
                      label={t("seesPeople")}
                      help={t("seesPeopleHelp")}
                      defaultChecked={row.seesPeople}
                    />
                    <SubmitButton variant="quiet">{t("change")}</SubmitButton>
                  </Form>
                </details>
              ) : null}
              {manages || row.self ? (
                <Form id={`remove-${row.userId}`} hidden={{ intent: "remove", userId: row.userId }}>
                  <Button variant="quiet">{t(row.self ? "leave" : "remove")}</Button>
                </Form>
              ) : null}
            </div>
          ),
        },
      ]}
    />
  );
}

function Invitations() {
  const t = useText(tenancyText);
  const account = useText(accountsText);
  const f = useFormat();
  const { invitations, guest } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const options = useRoleOptions();
  if (guest) return <Notice>{t("guestInvites")}</Notice>;
  const mine = result?.values === null ? undefined : result;
  return (
    <Panel title={t("inviteTitle")}>
      <Form id="invite" hidden={{ intent: "invite" }} errors={mine?.errors} values={mine?.values}>
        <TextInput name="email" label={account("email")} type="email" autoComplete="off" required />
        <Select name="role" label={t("role")} required defaultValue="viewer" options={options} />
        <SubmitButton>{t("inviteButton")}</SubmitButton>
      </Form>
      {invitations.length === 0 ? null : (
        <section className="mt-6">
          <h3 className="font-semibold">{t("openInvitations")}</h3>
          <ul className="mt-2 space-y-2">
            {invitations.map((open) => (
              <li key={open.id} className="flex flex-wrap items-center gap-3">
                <span>
                  {open.email}, {t(open.role)}, {t("invitedUntil", { date: f.date(open.expiresAt.slice(0, 10)) })}
                </span>
                <Form id={`withdraw-${open.id}`} hidden={{ intent: "withdraw", invitationId: open.id }}>
                  <Button variant="quiet">{t("withdraw")}</Button>
                </Form>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Panel>
  );
}

function Consultants() {
  const t = useText(tenancyText);
  const { consultants, colleagues, manages } = useLoaderData<typeof loader>();
  if (consultants.length === 0) return null;
  return (
    <Panel title={t("consultants")}>
      <ul className="space-y-2">
        {consultants.map((person) => (
          <li key={person.userId} className="flex flex-wrap items-center gap-3">
            <span>
              {person.name}, {person.email}: {t(person.role)}
            </span>
            {manages && !person.self ? (
              <Form id={`end-${person.userId}`} hidden={{ intent: "end-grant", userId: person.userId }}>
                <Button variant="quiet">{t("grantEnd")}</Button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
      {colleagues.length === 0 ? null : (
        <div className="mt-5">
          <h3 className="mb-3 font-semibold">{t("grantTitle")}</h3>
          <Form id="grant" hidden={{ intent: "grant" }}>
            <Select
              name="userId"
              label={t("grantWho")}
              required
              options={colleagues.map(({ userId, name }) => ({ value: userId, label: name }))}
            />
            <Select
              name="role"
              label={t("role")}
              required
              defaultValue="editor"
              options={grantedRoles.map((value) => ({ value, label: `${t(value)}: ${t(`${value}Help`)}` }))}
            />
            <SubmitButton variant="quiet">{t("grantButton")}</SubmitButton>
          </Form>
        </div>
      )}
      {manages ? (
        <div className="mt-4">
          <h3 className="font-semibold">{t("handOverTitle")}</h3>
          <p className="mb-3 text-ink-soft">{t("handOverText")}</p>
          <Form id="hand-over" hidden={{ intent: "hand-over" }}>
            <Button variant="danger">{t("handOverButton")}</Button>
          </Form>
        </div>
      ) : null}
    </Panel>
  );
}
