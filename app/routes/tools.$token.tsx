import { data, type HeadersFunction, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { failureStatus } from "#app/http/failure-status.ts";
import { publicAction, publicLoader } from "#app/http/org-route.server.ts";
import { limitRate } from "#app/http/rate-limit.server.ts";
import { readBytes } from "#app/http/read-bytes.server.ts";
import { parseForm } from "#app/http/read-form.server.ts";
import { loadToolForm, reportTool } from "#app/services/systems/tool-link.server.ts";
import { textOf } from "#app/strings/catalogue.ts";
import { toolReportsText } from "#app/strings/en/tool-reports.ts";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { Checkboxes, TextArea, TextInput } from "#app/ui/controls/fields.tsx";
import { Form, FormActions, SubmitButton } from "#app/ui/controls/form.tsx";
import { Notice } from "#app/ui/controls/notice.tsx";
import { PlainFrame } from "#app/ui/layout/plain-frame.tsx";
import { ToolChoice } from "#app/ui/systems/tool-choice.tsx";
import { defaultReader } from "#app/ui/text/locale.tsx";
import { useText } from "#app/ui/text/use-text.ts";

export const meta: MetaFunction = () => [
  { title: `${toolReportsText.formTitle} – Groundwork` },
  { name: "robots", content: "noindex" },
];
export const headers: HeadersFunction = () => ({ "Cache-Control": "no-store", "Referrer-Policy": "same-origin" });

/** The form of whichever organization made this secret address; the secret is the permission. */
export const loader = publicLoader(async ({ request, context, deps, params }) => {
  await limitRate(context, { thing: "tool-form", points: 120, minutes: 10 });
  const form = await loadToolForm(deps, params.token ?? "");
  if (!form.ok) return { state: "closed" as const };
  const thanks = new URL(request.url).searchParams.has("thanks");
  return thanks
    ? { state: "thanks" as const, organization: form.value.organization }
    : { state: "open" as const, ...form.value };
});

/** A whole report is a few hundred letters; a larger body is not read. */
const mostBytes = 16 * 1024;

const Report = z.object({
  catalogueId: z.string().max(80).optional(),
  tool: z.string().max(2_000).default(""),
  purpose: z.string().max(8_000).default(""),
  data: z.array(z.string().max(40)).max(20).default([]),
  department: z.string().max(2_000).default(""),
  /** People do not see this field; what fills in every field does. */
  website: z.string().max(2_000).optional(),
});

export const action = publicAction(async ({ request, context, deps, params }) => {
  const token = params.token ?? "";
  const t = textOf(toolReportsText, defaultReader.locale);
  await limitRate(context, { thing: "tool-report", points: 30, minutes: 60 });
  await limitRate({ address: token.slice(0, 60) }, { thing: "tool-report-link", points: 600, minutes: 60 });
  const body = await readBytes(request, mostBytes);
  const type = request.headers.get("content-type") ?? "";
  const posted =
    body === null ? null : await new Response(body, { headers: { "content-type": type } }).formData().catch(() => null);
  if (posted === null) return data({ errors: { purpose: [t("error_size")] }, typed: {}, full: false }, { status: 413 });
  const form = parseForm(posted, Report);
  if (!form.ok) return data({ errors: form.failure.errors, typed: form.failure.typed, full: false }, { status: 422 });
  const { website, catalogueId = null, ...said } = form.value;
  const thanks = redirect(`/tools/${encodeURIComponent(token)}?thanks=1`);
  if (website !== undefined) return thanks;
  const kept = await reportTool(deps, token, { ...said, catalogueId });
  if (kept.ok || kept.failure.kind === "not-found") return thanks;
  const typed = { ...said, catalogueId: catalogueId ?? "" };
  if (kept.failure.kind !== "invalid") return data({ errors: {}, typed, full: true }, { status: 429 });
  const words = { "tool-missing": t("error_tool"), "purpose-missing": t("error_purpose"), "too-long": t("error_long") };
  const errors = Object.fromEntries(Object.entries(kept.failure.errors).map(([field, code]) => [field, [words[code]]]));
  return data({ errors, typed, full: false }, { status: failureStatus(kept.failure) });
});

export default function ToolFormPage() {
  const view = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const t = useText(toolReportsText);
  if (view.state === "closed")
    return (
      <PlainFrame title={t("closedTitle")} lead={t("closedLead")}>
        <LinkButton to="/">{t("aboutGroundwork")}</LinkButton>
      </PlainFrame>
    );
  const { organization } = view;
  if (view.state === "thanks")
    return (
      <PlainFrame title={t("thanksTitle")} lead={t("thanksLead", { organization })}>
        <LinkButton to="?">{t("another")}</LinkButton>
      </PlainFrame>
    );
  return (
    <PlainFrame title={t("formTitle")} lead={t("formLead", { organization })}>
      <Notice>{t("anonymous")}</Notice>
      <div className="mt-5">
        {result?.full ? <Notice tone="warn">{t("full")}</Notice> : null}
        <Form errors={result?.errors} values={result?.typed}>
          <ToolChoice
            name="catalogueId"
            label={t("tool")}
            help={t("toolHelp")}
            none={t("toolNone")}
            tools={view.tools}
          />
          <TextInput name="tool" label={t("otherTool")} maxLength={120} autoComplete="off" />
          <TextArea name="purpose" label={t("purpose")} help={t("purposeHelp")} rows={3} required />
          <Checkboxes name="data" label={t("data")} options={view.dataKinds} />
          <TextInput
            name="department"
            label={t("department")}
            help={t("departmentHelp")}
            maxLength={80}
            autoComplete="off"
          />
          <div className="sr-only" aria-hidden="true">
            <label>
              {t("website")} <input type="text" name="website" tabIndex={-1} autoComplete="off" />
            </label>
          </div>
          <FormActions>
            <SubmitButton>{t("send")}</SubmitButton>
          </FormActions>
        </Form>
      </div>
    </PlainFrame>
  );
}
