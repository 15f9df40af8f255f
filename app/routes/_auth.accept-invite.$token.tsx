import { data, type HeadersFunction, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useLocation } from "@remix-run/react";
import { failureStatus } from "#app/http/failure-status.ts";
import { publicLoader, userAction } from "#app/http/org-route.server.ts";
import { findUser } from "#app/http/session.server.ts";
import { acceptInvitation, loadInvitation } from "#app/services/tenancy/accept-invitation.server.ts";
import { accountsText } from "#app/strings/en/accounts.ts";
import { tenancyText } from "#app/strings/en/tenancy.ts";
import { NoRoomNotice } from "#app/ui/billing/no-room.tsx";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { Form, SubmitButton } from "#app/ui/controls/form.tsx";
import { PlainFrame } from "#app/ui/layout/plain-frame.tsx";
import { useText } from "#app/ui/text/use-text.ts";

export const meta: MetaFunction = () => [{ title: "Groundwork" }];
export const headers: HeadersFunction = () => ({ "Cache-Control": "no-store", "Referrer-Policy": "same-origin" });

export const loader = publicLoader(async ({ request, params, context, deps }) => {
  const user = await findUser(request, context);
  const found = await loadInvitation(deps, params.token ?? "", user);
  if (!found.ok) return { invitation: null, refused: found.failure.kind, signedIn: user !== null };
  return { invitation: found.value, refused: null, signedIn: user !== null };
});

export const action = userAction(async ({ params, context, deps, user }) => {
  const asking = { ...user, requestId: context.requestId };
  const result = await acceptInvitation(deps, asking, params.token ?? "");
  if (result.ok) return redirect(`/o/${result.value.slug}`);
  const status = failureStatus(result.failure);
  if (result.failure.kind === "over-limit") return data({ refused: null, over: result.failure }, { status });
  return data({ refused: result.failure.kind, over: null }, { status });
});

const words = {
  spent: "inviteSpent",
  expired: "inviteExpired",
  "other-address": "inviteOtherAddress",
  unknown: "inviteUnknown",
} as const;

export default function AcceptInvitePage() {
  const t = useText(accountsText);
  const roles = useText(tenancyText);
  const { invitation, refused, signedIn } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const back = `?${new URLSearchParams({ to: useLocation().pathname })}`;
  const why = result?.refused ?? refused;
  if (invitation === null || why !== null)
    return (
      <PlainFrame title={t(words[why ?? "unknown"])} lead={t("inviteAskAgain")}>
        <LinkButton to="/account" variant="quiet">
          {t("workspaces")}
        </LinkButton>
      </PlainFrame>
    );
  const { organization, email, role } = invitation;
  return (
    <PlainFrame title={t("inviteTitle", { organization })} lead={t("inviteLead", { role: roles(role), email })}>
      {result?.over ? <NoRoomNotice {...result.over} allowance="members" /> : null}
      {signedIn ? (
        <Form>
          <SubmitButton>{t("inviteButton")}</SubmitButton>
        </Form>
      ) : (
        <p>
          {t("inviteSignIn")}{" "}
          <Link to={`/sign-in${back}`} className="link">
            {t("signInTitle")}
          </Link>
          {" · "}
          <Link to={`/sign-up${back}`} className="link">
            {t("signUpTitle")}
          </Link>
        </p>
      )}
    </PlainFrame>
  );
}
