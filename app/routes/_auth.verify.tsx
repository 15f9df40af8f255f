import { data, type HeadersFunction, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { publicAction, publicLoader } from "#app/http/org-route.server.ts";
import { safeRedirect } from "#app/http/safe-redirect.ts";
import { findGuests } from "#app/http/session.server.ts";
import { redirectWith, visitorOf } from "#app/http/visitor.server.ts";
import { confirmAddress } from "#app/services/accounts/sign-in.server.ts";
import { accountsText } from "#app/strings/en/accounts.ts";
import { Form, SubmitButton } from "#app/ui/controls/form.tsx";
import { PlainFrame } from "#app/ui/layout/plain-frame.tsx";
import { useText } from "#app/ui/text/use-text.ts";

export const meta: MetaFunction = () => [{ title: `${accountsText.verifyTitle} – Groundwork` }];
export const headers: HeadersFunction = () => ({ "Cache-Control": "no-store", "Referrer-Policy": "same-origin" });

/** Opening the link changes nothing, because mail programs open links too; pressing the button does. */
export const loader = publicLoader(async ({ request }) => {
  const { searchParams } = new URL(request.url);
  return { token: searchParams.get("token") ?? "", keep: searchParams.get("keep") ?? "" };
});

export const action = publicAction(async (args) => {
  const form = await args.request.formData();
  const [token, keep] = [form.get("token"), form.get("keep")];
  const link = {
    token: typeof token === "string" ? token : "",
    keep: typeof keep === "string" && keep !== "" ? keep : null,
  };
  const guests = await findGuests(args.request, args.context);
  const result = await confirmAddress(args.deps, link, visitorOf(args), guests);
  if (result.ok) return redirectWith(safeRedirect(result.value.to, "/account"), result.value.cookies);
  return data({ spent: true }, { status: 422 });
});

export default function VerifyPage() {
  const t = useText(accountsText);
  const { token, keep } = useLoaderData<typeof loader>();
  const spent = useActionData<typeof action>()?.spent === true || token === "";
  if (spent) {
    return (
      <PlainFrame title={t("linkSpentTitle")} lead={t("linkSpent")}>
        <Link to="/sign-in" className="link">
          {t("signInTitle")}
        </Link>
      </PlainFrame>
    );
  }
  return (
    <PlainFrame title={t("verifyTitle")} lead={t("verifyLead")}>
      <Form hidden={{ token, keep }}>
        <SubmitButton>{t("verifyButton")}</SubmitButton>
      </Form>
    </PlainFrame>
  );
}
