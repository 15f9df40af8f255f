import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { userAction, userLoader } from "#app/http/org-route.server.ts";
import { ProfileForm } from "#app/http/profile-form.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { createClientWorkspace } from "#app/services/tenancy/create-client-workspace.server.ts";
import { loadPractice } from "#app/services/tenancy/load-practice.server.ts";
import { tenancyText } from "#app/strings/en/tenancy.ts";
import { NoRoomNotice } from "#app/ui/billing/no-room.tsx";
import { Form, SubmitButton } from "#app/ui/controls/form.tsx";
import { PlainFrame } from "#app/ui/layout/plain-frame.tsx";
import { ProfileFields, profileValues } from "#app/ui/tenancy/profile-fields.tsx";
import { useText } from "#app/ui/text/use-text.ts";

export const meta: MetaFunction = () => [{ title: `${tenancyText.newClient} – Groundwork` }];

export const loader = userLoader(async ({ params, context, deps, user }) => {
  const loaded = await loadPractice(deps, { ...user, requestId: context.requestId }, params.practice ?? "");
  if (!loaded.ok) throw notFound();
  return null;
});

export const action = userAction(async ({ request, params, context, deps, user }) => {
  const form = await readForm(request, ProfileForm);
  if (!form.ok) return data({ errors: form.failure.errors, values: form.failure.typed, over: null }, { status: 422 });
  const asking = { ...user, requestId: context.requestId };
  const created = await createClientWorkspace(deps, asking, params.practice ?? "", form.value);
  if (created.ok) return redirect(`/o/${created.value.slug}`);
  if (created.failure.kind === "not-found") throw notFound();
  const over = created.failure;
  return data({ errors: {}, values: profileValues(form.value), over }, { status: failureStatus(over) });
});

export default function NewClientPage() {
  const t = useText(tenancyText);
  const result = useActionData<typeof action>();
  return (
    <PlainFrame title={t("newClient")} lead={t("newLead")}>
      {result?.over ? <NoRoomNotice {...result.over} allowance="client-workspaces" /> : null}
      <Form errors={result?.errors} values={result?.values}>
        <ProfileFields />
        <SubmitButton>{t("newClientButton")}</SubmitButton>
      </Form>
    </PlainFrame>
  );
}
