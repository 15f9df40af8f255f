import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { evidenceLimits } from "#app/domain/compliance/evidence/accepted-files.ts";
import type { EvidenceId, SystemId } from "#app/domain/kernel/ids.ts";
import { type IsoDate, parseIsoDate } from "#app/domain/kernel/iso-date.ts";
import { asOfFrom } from "#app/http/as-of.server.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { type FormFailure, parseForm, typedIn } from "#app/http/read-form.server.ts";
import { readPosted } from "#app/http/read-upload.server.ts";
import { addEvidence, type EvidenceFailure } from "#app/services/evidence/add-evidence.server.ts";
import { changeControl } from "#app/services/evidence/change-control.server.ts";
import { loadControl } from "#app/services/evidence/load-control.server.ts";
import { removeEvidence, restoreEvidence } from "#app/services/evidence/remove-evidence.server.ts";
import { reviewEvidence } from "#app/services/evidence/review-evidence.server.ts";
import { evidenceText } from "#app/strings/en/evidence.ts";
import { evidenceStatesText } from "#app/strings/en/evidence-states.ts";
import { NotLegalAdvice } from "#app/ui/controls/notice.tsx";
import { ControlAbout } from "#app/ui/evidence/control-about.tsx";
import { ControlHistory } from "#app/ui/evidence/control-history.tsx";
import { DutiesServed } from "#app/ui/evidence/duties-served.tsx";
import { EvidencePanel } from "#app/ui/evidence/evidence-panel.tsx";
import { returnedBy } from "#app/ui/evidence/returned.ts";
import { Page } from "#app/ui/layout/page.tsx";
import { useText } from "#app/ui/text/use-text.ts";

export const loader = orgLoader("assessment:read", async ({ request, deps, actor, params }) => {
  const view = await loadControl(deps, actor, params.control ?? "", asOfFrom(request));
  if (!view.ok) throw notFound();
  return { ...view.value, base: `/o/${params.org}` };
});

const version = z.coerce.number().int().min(0);
const day = z
  .string()
  .refine((text) => parseIsoDate(text) !== null, "day")
  .transform((text) => text as IsoDate)
  .optional();
const words = z.string().trim().max(4000).optional();
const about = { system: z.string().optional(), validFrom: day, expires: day, note: words };
const AddFile = z.object({ name: z.string().trim().max(200).optional(), ...about });
const AddText = z.object({
  kind: z.enum(["link", "note"]).default("link"),
  name: z.string().trim().max(200).optional(),
  href: z.string().trim().max(2000).optional(),
  ...about,
});
const Describe = z.object({ version: version, owner: z.string().trim().max(200).optional(), how: words, note: words });
const Judge = z.object({ id: z.string(), version: version, note: words, serves: z.array(z.string()).optional() });
const Mark = z.object({ id: z.string(), version: version });

type Failure = FormFailure | EvidenceFailure | { readonly kind: string };

export const action = orgAction("evidence:review", async ({ request, deps, actor, params }) => {
  const control = params.control ?? "";
  const posted = await readPosted(request, "file", evidenceLimits.file);
  if (!posted.ok) {
    const kind = posted.failure.kind === "too-large" ? ("too-large" as const) : ("unreadable" as const);
    return data({ form: "add-file", failure: { kind }, typed: {} }, { status: failureStatus({ kind }) });
  }
  const { form, upload } = posted.value;
  const intent = form.get("intent");
  const typed = typedIn(form);
  const refuse = (name: string, failure: Failure) => {
    if (failure.kind === "not-found") throw notFound();
    return data({ form: name, failure, typed }, { status: failureStatus(failure) });
  };
  const here = redirect(`/o/${params.org}/compliance/controls/${control}`);
  const given = <Value extends { note?: string | undefined; system?: string | undefined }>(value: Value) => ({
    control,
    system: (value.system ?? null) as SystemId | null,
    note: value.note ?? null,
  });

  switch (intent) {
    case "add-file": {
      if (upload === null) return refuse("add-file", { kind: "file-missing" });
      const read = parseForm(form, AddFile);
      if (!read.ok) return refuse("add-file", read.failure);
      const { name = "", validFrom = null, expires = null } = read.value;
      const file = { kind: "file", name, file: upload, validFrom, expires, ...given(read.value) } as const;
      const added = await addEvidence(deps, actor, file);
      return added.ok ? here : refuse("add-file", added.failure);
    }
    case "add-text": {
      const read = parseForm(form, AddText);
      if (!read.ok) return refuse("add-text", read.failure);
      const { kind, name = "", href = "", validFrom = null, expires = null } = read.value;
      const added = await addEvidence(deps, actor, { kind, name, href, validFrom, expires, ...given(read.value) });
      return added.ok ? here : refuse("add-text", added.failure);
    }
    case "describe": {
      const read = parseForm(form, Describe);
      if (!read.ok) return refuse("describe", read.failure);
      const { owner = null, how = null, note = null } = read.value;
      const changed = await changeControl(deps, actor, { control, version: read.value.version, owner, how, note });
      return changed.ok ? here : refuse("describe", changed.failure);
    }
    case "accept":
    case "send-back": {
      const read = parseForm(form, Judge);
      const name = `review-${typed.id ?? ""}`;
      if (!read.ok) return refuse(name, read.failure);
      const { id, note = null, serves = [] } = read.value;
      const verdict = intent === "accept" ? "accepted" : "sent-back";
      const review = { id: id as EvidenceId, version: read.value.version, verdict, note, serves } as const;
      const reviewed = await reviewEvidence(deps, actor, review);
      return reviewed.ok ? here : refuse(name, reviewed.failure);
    }
    case "remove":
    case "restore": {
      const read = parseForm(form, Mark);
      if (!read.ok) return refuse("evidence", read.failure);
      const command = { id: read.value.id as EvidenceId, version: read.value.version };
      const marked = await (intent === "remove" ? removeEvidence : restoreEvidence)(deps, actor, command);
      return marked.ok ? here : refuse("evidence", marked.failure);
    }
    default:
      return refuse("evidence", { kind: "unreadable" });
  }
});

export default function ControlPage() {
  const view = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const t = useText(evidenceText);
  const states = useText(evidenceStatesText);
  const { base, title, held } = view;
  const returned = result === undefined ? null : returnedBy(t, result);
  return (
    <Page
      area="compliance"
      title={t("controlTitle", { title, state: states(`state_${held.state}`) })}
      lead={view.meaning}
      trail={[{ to: `${base}/compliance/controls`, label: t("controls") }]}
      asOf={view.asOf}
    >
      <ControlAbout view={view} returned={returned} />
      <EvidencePanel view={view} base={base} returned={returned} />
      <DutiesServed view={view} base={base} />
      <ControlHistory history={view.history} />
      <p className="text-caption text-ink-soft">{states("never")}</p>
      <NotLegalAdvice />
    </Page>
  );
}
