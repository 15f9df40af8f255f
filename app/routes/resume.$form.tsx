import type { HeadersFunction, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findKeptForm } from "#app/http/kept-forms.server.ts";
import { userLoader } from "#app/http/org-route.server.ts";
import { accountsText } from "#app/strings/en/accounts.ts";
import { Button, LinkButton } from "#app/ui/controls/button.tsx";
import { PlainFrame } from "#app/ui/layout/plain-frame.tsx";
import { useText } from "#app/ui/text/use-text.ts";

export const meta: MetaFunction = () => [{ title: `${accountsText.resumeTitle} – Groundwork` }];
export const headers: HeadersFunction = () => ({ "Cache-Control": "no-store", "Referrer-Policy": "same-origin" });

/** The form that a person was sending when their session had ended. */
export const loader = userLoader(async ({ request, params }) => ({
  form: findKeptForm(params.form ?? "", request.headers.get("Cookie")),
}));

export default function ResumePage() {
  const t = useText(accountsText);
  const { form } = useLoaderData<typeof loader>();
  if (form === null) {
    return (
      <PlainFrame title={t("resumeGoneTitle")} lead={t("resumeGone")}>
        <LinkButton to="/account">{t("workspaces")}</LinkButton>
      </PlainFrame>
    );
  }
  const shown = form.fields.filter(([name, value]) => value !== "" && name !== "intent");
  return (
    <PlainFrame title={t("resumeTitle")} lead={t("resumeLead")}>
      <dl className="mb-5 space-y-2">
        {shown.map(([name, value], at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a form may send one name and value twice, always in this order
          <div key={at}>
            <dt className="text-caption text-ink-soft">{name.replace("[]", "")}</dt>
            <dd className="break-words whitespace-pre-line">{value}</dd>
          </div>
        ))}
      </dl>
      <form method="post" action={form.path} className="flex flex-wrap gap-3">
        {form.fields.map(([name, value], at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <input key={at} type="hidden" name={name} value={value} />
        ))}
        <Button>{t("resumeButton")}</Button>
        <LinkButton to={form.path} variant="quiet">
          {t("resumeBack")}
        </LinkButton>
      </form>
    </PlainFrame>
  );
}
