import { data, type HeadersFunction, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { failureStatus } from "#app/http/failure-status.ts";
import { publicAction, publicLoader } from "#app/http/org-route.server.ts";
import { passwordFailure } from "#app/http/password-failure.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { safeRedirect } from "#app/http/safe-redirect.ts";
import { findGuests } from "#app/http/session.server.ts";
import { visitorOf } from "#app/http/visitor.server.ts";
import { signUp } from "#app/services/accounts/sign-up.server.ts";
import { findInvitedAddress } from "#app/services/tenancy/accept-invitation.server.ts";
import { accountsText } from "#app/strings/en/accounts.ts";
import { TextInput } from "#app/ui/controls/fields.tsx";
import { Form, SubmitButton } from "#app/ui/controls/form.tsx";
import { PlainFrame } from "#app/ui/layout/plain-frame.tsx";
import { useText } from "#app/ui/text/use-text.ts";

export const meta: MetaFunction = () => [{ title: `${accountsText.signUpTitle} – Groundwork` }];
export const headers: HeadersFunction = () => ({ "Cache-Control": "no-store", "Referrer-Policy": "same-origin" });

export const loader = publicLoader(async ({ request, deps }) => {
  const to = safeRedirect(new URL(request.url).searchParams.get("to"), "");
  return { to, email: await findInvitedAddress(deps, to) };
});

const SignUp = z.object({
  name: z.string(accountsText.nameMissing).trim().min(1, accountsText.nameMissing).max(120),
  email: z.string(accountsText.emailMissing).trim().max(254).pipe(z.email(accountsText.emailWrong)),
  password: z.string(accountsText.passwordMissing).max(512),
  to: z.string().max(500).optional().catch(undefined),
});

export const action = publicAction(async (args) => {
  const form = await readForm(args.request, SignUp);
  if (!form.ok) return data({ errors: form.failure.errors, values: form.failure.typed }, { status: 422 });
  const { name, email, to, password } = form.value;
  const guests = await findGuests(args.request, args.context);
  const kept = { guests, to: safeRedirect(to, "") };
  const result = await signUp(args.deps, { name, email, password }, visitorOf(args), kept);
  if (result.ok) return redirect("/check-mail");
  const errors = passwordFailure(result.failure, "password");
  return data({ errors, values: { name, email } }, { status: failureStatus(result.failure) });
});

export default function SignUpPage() {
  const t = useText(accountsText);
  const { to, email } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <PlainFrame title={t("signUpTitle")} lead={t("signUpLead")}>
      <Form errors={result?.errors} values={result?.values ?? { email }} hidden={to === "" ? {} : { to }}>
        <TextInput name="name" label={t("name")} help={t("nameHelp")} autoComplete="name" maxLength={120} required />
        <TextInput name="email" label={t("email")} type="email" autoComplete="username" required />
        <TextInput
          name="password"
          label={t("password")}
          help={t("passwordHelp")}
          type="password"
          autoComplete="new-password"
          required
        />
        <SubmitButton>{t("signUpButton")}</SubmitButton>
      </Form>
      <p className="mt-6 text-ink-soft">
        {t("signUpKnown")}{" "}
        <Link to={to === "" ? "/sign-in" : `/sign-in?${new URLSearchParams({ to })}`} className="link">
          {t("signInTitle")}
        </Link>
      </p>
    </PlainFrame>
  );
}
