import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { readCurrency } from "#app/domain/workforce/parse-role-row.ts";
import { readCountry } from "#app/domain/workforce/read-country.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { loadKnownPlaces } from "#app/services/workforce/load-known-places.server.ts";
import { pasteRoles } from "#app/services/workforce/paste-roles.server.ts";
import { workforceText } from "#app/strings/en/workforce.ts";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { TextArea, TextInput } from "#app/ui/controls/fields.tsx";
import { Form, SubmitButton } from "#app/ui/controls/form.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { useText } from "#app/ui/text/use-text.ts";
import { BadRows } from "#app/ui/workforce/bad-rows.tsx";
import { OverLimitNotice } from "#app/ui/workforce/over-limit.tsx";

const Pasted = z.object({
  text: z.string().max(500_000).default(""),
  country: z.string().max(60).default(""),
  currency: z.string().max(10).default(""),
  intent: z.enum(["save", "skip-bad"]).catch("save"),
});

export const loader = orgLoader("workforce:edit", async ({ deps, actor }) => loadKnownPlaces(deps, actor));

export const action = orgAction("workforce:edit", async ({ request, deps, actor, params }) => {
  const form = await readForm(request, Pasted);
  if (!form.ok)
    return data({ failure: { kind: "too-many-lines" as const }, typed: form.failure.typed }, { status: 422 });
  const { text, intent, ...typed } = form.value;
  const country = readCountry(typed.country);
  const currency = readCurrency(typed.currency);
  const saved = await pasteRoles(deps, actor, { text, country, currency, skipBad: intent === "skip-bad" });
  if (saved.ok) return redirect(`/o/${params.org}/workforce`);
  const { failure } = saved;
  const shown =
    failure.kind === "bad-lines" ? { ...failure, bad: failure.bad.slice(0, 50), count: failure.bad.length } : failure;
  return data({ failure: shown, typed: { ...typed, text } }, { status: failureStatus(failure) });
});

export default function PastePage() {
  const t = useText(workforceText);
  const known = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const failure = result?.failure;
  const errors =
    failure?.kind === "nothing-pasted"
      ? { text: t("nothingPasted") }
      : failure?.kind === "too-many-lines"
        ? { text: t("tooManyLines") }
        : failure?.kind === "bad-lines"
          ? { text: t("pasteBad", { count: failure.count }) }
          : undefined;
  return (
    <Page area="workforce" title={t("pasteTitle")} lead={t("pasteLead")} trail={[{ to: "", label: t("paste") }]}>
      {failure?.kind === "over-limit" ? <OverLimitNotice limit={failure.limit} used={failure.used} /> : null}
      {failure?.kind === "bad-lines" ? (
        <Panel title={t("badTitle", { count: failure.count })}>
          <BadRows rows={failure.bad} caption={t("badTitle", { count: failure.count })} />
        </Panel>
      ) : null}
      <Form errors={errors} values={result?.typed ?? { country: known.country, currency: known.currency }}>
        <TextArea name="text" label={t("pasteLabel")} rows={14} required />
        <TextInput name="country" label={t("country")} help={t("countryHelp")} />
        <TextInput name="currency" label={t("currency")} help={t("currencyHelp")} maxLength={3} />
        <div className="flex flex-wrap gap-3">
          <SubmitButton name="intent" value="save">
            {t("pasteSave")}
          </SubmitButton>
          {failure?.kind === "bad-lines" && failure.good > 0 ? (
            <SubmitButton name="intent" value="skip-bad" variant="quiet">
              {t("pasteSkip", { count: failure.count })}
            </SubmitButton>
          ) : null}
          <LinkButton to="../workforce" variant="quiet">
            {t("cancel")}
          </LinkButton>
        </div>
      </Form>
    </Page>
  );
}
