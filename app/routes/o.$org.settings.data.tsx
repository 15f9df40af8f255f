import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useLocation } from "@remix-run/react";
import { z } from "zod";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { limitRate } from "#app/http/rate-limit.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { askForErasure } from "#app/services/tenancy/erase-organization.server.ts";
import { resetDemonstration } from "#app/services/tenancy/start-demonstration.server.ts";
import { tenancyText } from "#app/strings/en/tenancy.ts";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { TextInput } from "#app/ui/controls/fields.tsx";
import { Form, SubmitButton } from "#app/ui/controls/form.tsx";
import { Notice } from "#app/ui/controls/notice.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { SettingsTabs } from "#app/ui/tenancy/settings-tabs.tsx";
import { useText } from "#app/ui/text/use-text.ts";

export const meta: MetaFunction = () => [{ title: `${tenancyText.tabData} – Groundwork` }];

export const loader = orgLoader("data:export", async ({ actor, organization }) => ({
  name: organization.name,
  kind: organization.kind,
  guest: actor.userId.startsWith("guest/"),
}));

const Wanted = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("erase"), name: z.string(tenancyText.eraseDiffers) }),
  z.object({ intent: z.literal("reset") }),
]);

export const action = orgAction("data:export", async ({ request, context, deps, actor }) => {
  const form = await readForm(request, Wanted);
  if (!form.ok) return data({ errors: form.failure.errors, reset: false }, { status: 422 });
  switch (form.value.intent) {
    case "erase": {
      const asked = await askForErasure(deps, actor, form.value.name);
      if (asked.ok) return redirect(actor.userId.startsWith("guest/") ? "/" : "/account");
      const errors =
        asked.failure.kind === "name-differs"
          ? { name: [tenancyText.eraseDiffers] }
          : { form: [tenancyText.forbidden] };
      return data({ errors, reset: false }, { status: failureStatus(asked.failure) });
    }
    case "reset": {
      await limitRate(context, { thing: "demonstration", points: 40, minutes: 60 });
      const done = await resetDemonstration(deps, actor);
      if (done.ok) return data({ errors: {}, reset: true }, {});
      return data({ errors: { form: [tenancyText.forbidden] }, reset: false }, { status: failureStatus(done.failure) });
    }
  }
});

export default function DataPage() {
  const t = useText(tenancyText);
  const { name, kind, guest } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { pathname } = useLocation();
  const answer = result && "errors" in result ? result : undefined;
  return (
    <Page area="settings" title={t("dataTitle")}>
      <SettingsTabs />
      {answer?.reset === true ? <Notice tone="good">{t("resetDone")}</Notice> : null}
      {guest ? (
        <Panel title={t("guestTitle")}>
          <p className="mb-3">{t("guestText")}</p>
          <LinkButton to="/sign-up">{t("guestTitle")}</LinkButton>
        </Panel>
      ) : null}
      {kind === "demonstration" ? (
        <Panel title={t("resetTitle")}>
          <p className="mb-3">{t("resetText")}</p>
          <Form id="reset" hidden={{ intent: "reset" }}>
            <SubmitButton variant="quiet">{t("resetButton")}</SubmitButton>
          </Form>
        </Panel>
      ) : null}
      <Panel title={t("exportTitle")}>
        <p className="mb-3">{t("exportText", { name })}</p>
        <Form id="export" action={`${pathname}.json`} enhanced={false}>
          <SubmitButton variant="quiet">{t("exportButton")}</SubmitButton>
        </Form>
      </Panel>
      <Panel title={t("eraseTitle", { name })}>
        <p>{t("eraseText")}</p>
        <p className="mt-2 mb-3 text-ink-soft">{t("eraseBackups")}</p>
        <Form id="erase" hidden={{ intent: "erase" }} errors={answer?.errors}>
          <TextInput name="name" label={t("eraseName")} autoComplete="off" required />
          <SubmitButton variant="danger">{t("eraseButton")}</SubmitButton>
        </Form>
      </Panel>
    </Page>
  );
}
