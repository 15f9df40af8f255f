import { data, type HeadersFunction, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { userAction, userLoader } from "#app/http/org-route.server.ts";
import { passwordFailure } from "#app/http/password-failure.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { redirectWith, visitorOf } from "#app/http/visitor.server.ts";
import { changePassword } from "#app/services/accounts/change-password.server.ts";
import { createPractice } from "#app/services/tenancy/create-practice.server.ts";
import { loadErasing, undoErasure } from "#app/services/tenancy/erase-organization.server.ts";
import { erasePerson } from "#app/services/tenancy/erase-person.server.ts";
import { loadWorkspaces } from "#app/services/tenancy/load-workspaces.server.ts";
import { textOf } from "#app/strings/catalogue.ts";
import { accountsText } from "#app/strings/en/accounts.ts";
import { interfaceText } from "#app/strings/en/interface.ts";
import { Button, LinkButton } from "#app/ui/controls/button.tsx";
import { TextInput } from "#app/ui/controls/fields.tsx";
import { Form, SubmitButton } from "#app/ui/controls/form.tsx";
import { Notice } from "#app/ui/controls/notice.tsx";
import { Panel } from "#app/ui/layout/page.tsx";
import { PlainFrame } from "#app/ui/layout/plain-frame.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";

export const meta: MetaFunction = () => [{ title: "Your account – Groundwork" }];
export const headers: HeadersFunction = () => ({ "Cache-Control": "no-store" });

export const loader = userLoader(async ({ request, deps, user }) => ({
  name: user.name,
  email: user.email,
  changed: new URL(request.url).searchParams.has("password-changed"),
  erasing: await loadErasing(deps, user.userId),
  ...(await loadWorkspaces(deps, user.userId)),
}));

const Wanted = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("password"),
    current: z.string(accountsText.passwordMissing).max(512),
    next: z.string(accountsText.passwordMissing).max(512),
  }),
  z.object({
    intent: z.literal("practice"),
    practiceName: z.string(accountsText.practiceNameMissing).trim().min(1).max(120),
  }),
  z.object({ intent: z.literal("keep"), slug: z.string() }),
  z.object({ intent: z.literal("erase"), email: z.string(accountsText.eraseMeDiffers) }),
]);

const t = textOf(accountsText, "en");

function wrong(intent: string, errors: Readonly<Record<string, readonly string[]>>) {
  return data({ intent, errors }, { status: 422 });
}

export const action = userAction(async (args) => {
  const { request, context, deps, user } = args;
  const form = await readForm(request, Wanted);
  if (!form.ok) return wrong(String(form.failure.typed.intent), form.failure.errors);
  const wanted = form.value;
  const asking = { ...user, requestId: context.requestId };
  switch (wanted.intent) {
    case "password": {
      const changed = await changePassword(deps, user, wanted, visitorOf(args));
      if (changed.ok) return redirectWith("/account?password-changed", changed.value);
      const { failure } = changed;
      const refused =
        failure.kind === "wrong-credentials" ? { current: [t("wrongCredentials")] } : passwordFailure(failure, "next");
      return wrong("password", refused);
    }
    case "practice":
      return redirect(`/p/${(await createPractice(deps, asking, wanted.practiceName)).slug}`);
    case "keep":
      await undoErasure(deps, asking, wanted.slug);
      return redirect("/account");
    case "erase": {
      if (wanted.email.trim().toLowerCase() !== user.email) return wrong("erase", { email: [t("eraseMeDiffers")] });
      const erased = await erasePerson(deps, asking);
      if (!erased.ok) {
        return wrong("erase", { form: [t("soleOwner", { organizations: erased.failure.organizations.join(", ") })] });
      }
      return redirectWith("/sign-in?said=signed-out", await deps.identity.signOut(visitorOf(args)));
    }
  }
});

export default function AccountPage() {
  const t = useText(accountsText);
  const common = useText(interfaceText);
  const { name, email, changed } = useLoaderData<typeof loader>();
  return (
    <PlainFrame title={t("accountTitle", { name })} lead={t("accountLead", { email })}>
      <div className="space-y-4">
        {changed ? <Notice tone="good">{t("passwordChanged")}</Notice> : null}
        <Workspaces />
        <Password />
        <OwnData />
        <Form id="sign-out" action="/sign-out">
          <Button variant="quiet">{common("signOut")}</Button>
        </Form>
      </div>
    </PlainFrame>
  );
}

/** What the action answered to the form of this intent, and to no other. */
function useErrors(intent: string) {
  const result = useActionData<typeof action>();
  return result && "intent" in result && result.intent === intent ? result.errors : undefined;
}

function Workspaces() {
  const t = useText(accountsText);
  const f = useFormat();
  const { workspaces, practices, erasing } = useLoaderData<typeof loader>();
  const links = [
    ...practices.map(({ slug, name }) => ({ to: `/p/${slug}`, name })),
    ...workspaces.map(({ slug, name }) => ({ to: `/o/${slug}`, name })),
  ];
  return (
    <>
      <Panel title={t("workspaces")}>
        {links.length === 0 ? <p>{t("noWorkspaces")}</p> : null}
        <ul className="mb-4 space-y-1">
          {links.map(({ to, name }) => (
            <li key={to}>
              <a href={to} className="link">
                {name}
              </a>
            </li>
          ))}
        </ul>
        <LinkButton to="/new-organization">{t("newOrganization")}</LinkButton>
      </Panel>
      {erasing.length === 0 ? null : (
        <Panel title={t("erasing")}>
          {erasing.map(({ slug, name, until }) => (
            <Form key={slug} id={`keep-${slug}`} hidden={{ intent: "keep", slug }}>
              <p>{t("erasingUntil", { name, date: f.date(until.slice(0, 10)) })}</p>
              <Button variant="quiet">{t("keepIt")}</Button>
            </Form>
          ))}
        </Panel>
      )}
      <Panel title={t("newPractice")}>
        <p className="mb-3 text-ink-soft">{t("newPracticeHelp")}</p>
        <Form id="practice" hidden={{ intent: "practice" }} errors={useErrors("practice")}>
          <TextInput name="practiceName" label={t("practiceName")} maxLength={120} required />
          <SubmitButton variant="quiet">{t("createPractice")}</SubmitButton>
        </Form>
      </Panel>
    </>
  );
}

function Password() {
  const t = useText(accountsText);
  return (
    <Panel title={t("changePassword")}>
      <p className="mb-3 text-ink-soft">{t("changePasswordHelp")}</p>
      <Form id="password" hidden={{ intent: "password" }} errors={useErrors("password")}>
        <TextInput
          name="current"
          label={t("currentPassword")}
          type="password"
          autoComplete="current-password"
          required
        />
        <TextInput
          name="next"
          label={t("newPassword")}
          help={t("passwordHelp")}
          type="password"
          autoComplete="new-password"
          required
        />
        <SubmitButton variant="quiet">{t("changePassword")}</SubmitButton>
      </Form>
    </Panel>
  );
}

function OwnData() {
  const t = useText(accountsText);
  return (
    <Panel title={t("yourData")}>
      <Form id="export" action="/account.json" enhanced={false}>
        <Button variant="quiet">{t("exportMine")}</Button>
      </Form>
      <h3 className="mt-5 font-semibold">{t("eraseMe")}</h3>
      <p className="mb-3 text-ink-soft">{t("eraseMeHelp")}</p>
      <Form id="erase" hidden={{ intent: "erase" }} errors={useErrors("erase")}>
        <TextInput name="email" label={t("eraseMeConfirm")} type="email" autoComplete="off" required />
        <SubmitButton variant="danger">{t("eraseMe")}</SubmitButton>
      </Form>
    </Panel>
  );
}
