import { data, type HeadersFunction, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { publicAction, publicLoader } from "#app/http/org-route.server.ts";
import { loadUnsubscribe, unsubscribe } from "#app/services/compliance/choose-digest.server.ts";
import { radarText } from "#app/strings/en/radar.ts";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { Form, SubmitButton } from "#app/ui/controls/form.tsx";
import { PlainFrame } from "#app/ui/layout/plain-frame.tsx";
import { useText } from "#app/ui/text/use-text.ts";

export const meta: MetaFunction = () => [{ title: `${radarText.stopTitle} – Groundwork` }];
export const headers: HeadersFunction = () => ({ "Cache-Control": "no-store", "Referrer-Policy": "same-origin" });

function signedIn(request: Request): string {
  return new URL(request.url).searchParams.get("for") ?? "";
}

/** Whose letters a link ends stands in the link, signed. A visit alone ends nothing: mail programs follow links by themselves. */
export const loader = publicLoader(async ({ request, deps }) => {
  const found = await loadUnsubscribe(deps, signedIn(request));
  if (!found.ok) return data({ state: "unknown" as const, organization: "" }, { status: 404 });
  const { on, organization } = found.value;
  return data({ state: on ? ("on" as const) : ("off" as const), organization });
});

export const action = publicAction(async ({ request, deps, context }) => {
  const signed = signedIn(request);
  const ended = await unsubscribe(deps, signed, context.requestId);
  if (!ended.ok) throw notFound();
  // A mail program's own button (RFC 8058) follows nowhere; a person sees the page again.
  const sent = (await request.formData()).get("List-Unsubscribe");
  if (sent === "One-Click") return new Response(null, { status: 200 });
  return redirect(`/unsubscribe?for=${encodeURIComponent(signed)}`);
});

const titles = { unknown: "stopUnknownTitle", on: "stopTitle", off: "stoppedTitle" } as const;
const leads = { unknown: "stopUnknown", on: "stopLead", off: "stoppedLead" } as const;

export default function UnsubscribePage() {
  const { state, organization } = useLoaderData<typeof loader>();
  const t = useText(radarText);
  return (
    <PlainFrame title={t(titles[state])} lead={t(leads[state], { organization })}>
      {state === "on" ? (
        <Form>
          <SubmitButton>{t("stopButton")}</SubmitButton>
        </Form>
      ) : null}
      {state === "unknown" ? <LinkButton to="/sign-in">{t("stopSignIn")}</LinkButton> : null}
    </PlainFrame>
  );
}
