import { data, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { z } from "zod";
import { failureStatus } from "#app/http/failure-status.ts";
import { publicAction } from "#app/http/org-route.server.ts";
import { passwordFailure } from "#app/http/password-failure.ts";
import { limitRate } from "#app/http/rate-limit.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { visitorOf } from "#app/http/visitor.server.ts";
import { accountsText } from "#app/strings/en/accounts.ts";
import { TextInput } from "#app/ui/controls/fields.tsx";
import { Form, SubmitButton } from "#app/ui/controls/form.tsx";
import { PlainFrame } from "#app/ui/layout/plain-frame.tsx";
import { useText } from "#app/ui/text/use-text.ts";

export const meta: MetaFunction = () => [{ title: `${accountsText.resetTitle} – Groundwork` }];

const Reset = z.object({
  email: z.string(accountsText.emailMissing).trim().max(254).pipe(z.email(accountsText.emailWrong)),
});

export const action = publicAction(async (args) => {
  const form = await readForm(args.request, Reset);
  if (!form.ok) return data({ errors: form.failure.errors, values: form.failure.typed, sent: false }, { status: 422 });
  await limitRate(args.context, { thing: "reset", points: 20, minutes: 60 });
  const asked = await args.deps.identity.askForReset(form.value.email, visitorOf(args));
  if (asked.ok) return data({ errors: {}, values: {}, sent: true }, {});
  const errors = passwordFailure(asked.failure, "email");
  return data({ errors, values: form.value, sent: false }, { status: failureStatus(asked.failure) });
});

export default function ResetPage() {
  const t = useText(accountsText);
  const result = useActionData<typeof action>();
  if (result?.sent === true) {
    return (
      <PlainFrame title={t("resetSentTitle")}>
        <p>{t("resetSent")}</p>
      </PlainFrame>
    );
  }
  return (
    <PlainFrame title={t("resetTitle")} lead={t("resetLead")}>
      <Form errors={result?.errors} values={result?.values}>
        <TextInput name="email" label={t("email")} type="email" autoComplete="username" required />
        <SubmitButton>{t("resetButton")}</SubmitButton>
      </Form>
    </PlainFrame>
  );
}
