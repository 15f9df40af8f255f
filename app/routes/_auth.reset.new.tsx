import { data, type HeadersFunction, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { publicAction, publicLoader } from "#app/http/org-route.server.ts";
import { passwordFailure } from "#app/http/password-failure.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { accountsText } from "#app/strings/en/accounts.ts";
import { TextInput } from "#app/ui/controls/fields.tsx";
import { Form, SubmitButton } from "#app/ui/controls/form.tsx";
import { PlainFrame } from "#app/ui/layout/plain-frame.tsx";
import { useText } from "#app/ui/text/use-text.ts";

export const meta: MetaFunction = () => [{ title: `${accountsText.resetTitle} – Groundwork` }];
export const headers: HeadersFunction = () => ({ "Cache-Control": "no-store", "Referrer-Policy": "same-origin" });

export const loader = publicLoader(async ({ request }) => ({
  token: new URL(request.url).searchParams.get("token") ?? "",
}));

const NewPassword = z.object({
  token: z.string().max(200),
  password: z.string(accountsText.passwordMissing).max(512),
});

export const action = publicAction(async ({ request, deps }) => {
  const form = await readForm(request, NewPassword);
  if (!form.ok) return data({ errors: form.failure.errors, spent: false }, { status: 422 });
  const result = await deps.identity.resetPassword(form.value.token, form.value.password);
  if (result.ok) return redirect("/sign-in?said=password-set");
  if (result.failure.kind === "link-spent") return data({ errors: {}, spent: true }, { status: 422 });
  return data({ errors: passwordFailure(result.failure, "password"), spent: false }, { status: 422 });
});

export default function NewPasswordPage() {
  const t = useText(accountsText);
  const { token } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  if (result?.spent === true || token === "") {
    return (
      <PlainFrame title={t("linkSpentTitle")} lead={t("linkSpent")}>
        <Link to="/reset" className="link">
          {t("resetTitle")}
        </Link>
      </PlainFrame>
    );
  }
  return (
    <PlainFrame title={t("resetTitle")}>
      <Form errors={result?.errors} hidden={{ token }}>
        <TextInput
          name="password"
          label={t("newPassword")}
          help={t("passwordHelp")}
          type="password"
          autoComplete="new-password"
          required
        />
        <SubmitButton>{t("newPasswordButton")}</SubmitButton>
      </Form>
    </PlainFrame>
  );
}
