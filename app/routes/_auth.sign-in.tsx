import { data, type HeadersFunction, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { failureStatus } from "#app/http/failure-status.ts";
import { publicAction, publicLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { safeRedirect } from "#app/http/safe-redirect.ts";
import { findGuests } from "#app/http/session.server.ts";
import { redirectWith, visitorOf } from "#app/http/visitor.server.ts";
import { signIn } from "#app/services/accounts/sign-in.server.ts";
import { textOf } from "#app/strings/catalogue.ts";
import { accountsText } from "#app/strings/en/accounts.ts";
import { TextInput } from "#app/ui/controls/fields.tsx";
import { Form, SubmitButton } from "#app/ui/controls/form.tsx";
import { Notice } from "#app/ui/controls/notice.tsx";
import { PlainFrame } from "#app/ui/layout/plain-frame.tsx";
import { useText } from "#app/ui/text/use-text.ts";

export const meta: MetaFunction = () => [{ title: `${accountsText.signInTitle} – Groundwork` }];
export const headers: HeadersFunction = () => ({ "Cache-Control": "no-store", "Referrer-Policy": "same-origin" });

export const loader = publicLoader(async ({ request }) => {
  const { searchParams } = new URL(request.url);
  const said = searchParams.get("said");
  return {
    to: safeRedirect(searchParams.get("to"), ""),
    said: said === "password-set" || said === "signed-out" ? said : null,
  };
});

const SignIn = z.object({
  email: z.string(accountsText.emailMissing).trim().max(254),
  password: z.string(accountsText.passwordMissing).max(512),
  to: z.string().optional(),
});

export const action = publicAction(async (args) => {
  const form = await readForm(args.request, SignIn);
  if (!form.ok) return data({ errors: form.failure.errors, values: form.failure.typed }, { status: 422 });
  const { email, to } = form.value;
  const guests = await findGuests(args.request, args.context);
  const kept = { guests, to: safeRedirect(to, "") };
  const result = await signIn(args.deps, form.value, visitorOf(args), kept);
  if (result.ok) return redirectWith(result.value.to, result.value.cookies);
  const { failure } = result;
  const t = textOf(accountsText, "en");
  const error =
    failure.kind === "too-many"
      ? t("tooMany", { minutes: Math.ceil(failure.retryAfterSeconds / 60) })
      : failure.kind === "not-confirmed"
        ? t("notConfirmed")
        : t("wrongCredentials");
  return data({ errors: { form: [error] }, values: { email } }, { status: failureStatus(failure) });
});

export default function SignInPage() {
  const t = useText(accountsText);
  const { to, said } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <PlainFrame title={t("signInTitle")}>
      {said === null ? null : (
        <div className="mb-5">
          <Notice>{t(said === "password-set" ? "passwordSet" : "signedOut")}</Notice>
        </div>
      )}
      <Form errors={result?.errors} values={result?.values} hidden={to === "" ? {} : { to }}>
        <TextInput name="email" label={t("email")} type="email" autoComplete="username" required />
        <TextInput name="password" label={t("password")} type="password" autoComplete="current-password" required />
        <SubmitButton>{t("signInButton")}</SubmitButton>
      </Form>
      <p className="mt-6 text-ink-soft">
        {t("signInNew")}{" "}
        <Link to={to === "" ? "/sign-up" : `/sign-up?${new URLSearchParams({ to })}`} className="link">
          {t("signInToSignUp")}
        </Link>
      </p>
      <p className="mt-1 text-ink-soft">
        <Link to="/reset" className="link">
          {t("signInForgot")}
        </Link>
      </p>
    </PlainFrame>
  );
}
