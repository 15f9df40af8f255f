import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { userAction, userLoader } from "#app/http/org-route.server.ts";
import { ProfileForm } from "#app/http/profile-form.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { createOrganization } from "#app/services/tenancy/create-organization.server.ts";
import { tenancyText } from "#app/strings/en/tenancy.ts";
import { Form, SubmitButton } from "#app/ui/controls/form.tsx";
import { PlainFrame } from "#app/ui/layout/plain-frame.tsx";
import { ProfileFields } from "#app/ui/tenancy/profile-fields.tsx";
import { useText } from "#app/ui/text/use-text.ts";

export const meta: MetaFunction = () => [{ title: `${tenancyText.newTitle} – Groundwork` }];

export const loader = userLoader(async () => null);

export const action = userAction(async ({ request, context, deps, user }) => {
  const form = await readForm(request, ProfileForm);
  if (!form.ok) return data({ errors: form.failure.errors, values: form.failure.typed }, { status: 422 });
  const asking = { userId: user.userId, requestId: context.requestId };
  const { slug } = await createOrganization(deps, asking, form.value);
  return redirect(`/o/${slug}`);
});

export default function NewOrganizationPage() {
  const t = useText(tenancyText);
  const result = useActionData<typeof action>();
  return (
    <PlainFrame title={t("newTitle")} lead={t("newLead")}>
      <Form errors={result?.errors} values={result?.values}>
        <ProfileFields />
        <SubmitButton>{t("newButton")}</SubmitButton>
      </Form>
    </PlainFrame>
  );
}
