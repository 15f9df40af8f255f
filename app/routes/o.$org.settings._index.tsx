import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { isDescribed } from "#app/domain/tenancy/profile.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { ProfileForm } from "#app/http/profile-form.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { changeProfile, loadProfile } from "#app/services/tenancy/change-profile.server.ts";
import { tenancyText } from "#app/strings/en/tenancy.ts";
import { Form, SubmitButton } from "#app/ui/controls/form.tsx";
import { Notice } from "#app/ui/controls/notice.tsx";
import { Page } from "#app/ui/layout/page.tsx";
import { ProfileFields, profileValues } from "#app/ui/tenancy/profile-fields.tsx";
import { SettingsTabs } from "#app/ui/tenancy/settings-tabs.tsx";
import { useText } from "#app/ui/text/use-text.ts";

export const meta: MetaFunction = () => [{ title: `${tenancyText.tabProfile} – Groundwork` }];

export const loader = orgLoader("organization:read", async ({ deps, actor }) => {
  const profile = await loadProfile(deps, actor);
  if (!profile.ok) throw notFound();
  const described = isDescribed(profile.value);
  return { ...profile.value, name: described ? profile.value.name : "", described };
});

const Change = z.intersection(
  ProfileForm,
  z.object({ version: z.coerce.number().int(), first: z.string().optional() }),
);

export const action = orgAction("organization:edit", async ({ request, params, deps, actor }) => {
  const form = await readForm(request, Change);
  if (!form.ok) return data({ errors: form.failure.errors, values: form.failure.typed, saved: false }, { status: 422 });
  const { first, ...profile } = form.value;
  const result = await changeProfile(deps, actor, profile);
  if (result.ok && first !== undefined) return redirect(`/o/${params.org}`);
  if (result.ok) return data({ errors: {}, values: null, saved: true }, {});
  const errors = { form: [result.failure.kind === "conflict" ? tenancyText.profileConflict : tenancyText.forbidden] };
  return data({ errors, values: profileValues(profile), saved: false }, { status: failureStatus(result.failure) });
});

export default function ProfilePage() {
  const t = useText(tenancyText);
  const { described, ...profile } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <Page
      area="settings"
      title={described ? t("profileTitle", { name: profile.name }) : t("newTitle")}
      lead={described ? undefined : t("claimedLead")}
    >
      <SettingsTabs />
      {result?.saved === true ? <Notice tone="good">{t("profileSaved")}</Notice> : null}
      <Form
        errors={result?.errors}
        values={result?.values ?? profileValues(profile)}
        hidden={{ version: String(profile.version), ...(described ? {} : { first: "yes" }) }}
      >
        <ProfileFields />
        <SubmitButton>{t("profileSave")}</SubmitButton>
      </Form>
    </Page>
  );
}
