import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { RoleId } from "#app/domain/kernel/ids.ts";
import { gateNames } from "#app/domain/workforce/role.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { confirmTitle } from "#app/services/exposure/confirm-title.server.ts";
import { loadExposedRole } from "#app/services/exposure/load-exposed-role.server.ts";
import { runExposureAssessment } from "#app/services/exposure/run-exposure-assessment.server.ts";
import { setGates } from "#app/services/exposure/set-gates.server.ts";
import { exposedRoleText } from "#app/strings/en/exposed-role.ts";
import { exposureText } from "#app/strings/en/exposure.ts";
import { Notice } from "#app/ui/controls/notice.tsx";
import { Attribution } from "#app/ui/exposure/attribution.tsx";
import { RoleDetail } from "#app/ui/exposure/role-detail.tsx";
import { Page } from "#app/ui/layout/page.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";

export const loader = orgLoader("assessment:read", async ({ request, deps, actor, params }) => {
  const find = new URL(request.url).searchParams.get("find") ?? "";
  const role = await loadExposedRole(deps, actor, (params.role ?? "") as RoleId, find.slice(0, longestSearch));
  if (role.ok) return { detail: role.value };
  if (role.failure.kind === "small") return { detail: null };
  throw notFound();
});

/** As long as the longest title that is read. */
const longestSearch = 300;

const ticked = z
  .string()
  .optional()
  .transform((value) => value === "yes");

/** Two forms of the page: what the title is, and which circumstances hold. */
const RoleForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("confirm"), onet: z.string({ error: exposedRoleText.chooseOne }) }),
  z.object({ intent: z.literal("take-back") }),
  z.object({
    intent: z.literal("gates"),
    version: z.coerce.number().int(),
    physicalPresence: ticked,
    licensedSignOff: ticked,
    confidentialData: ticked,
    highErrorCost: ticked,
    noSystemAccess: ticked,
  }),
]);

export const action = orgAction("workforce:edit", async ({ request, deps, actor, params }) => {
  const roleId = (params.role ?? "") as RoleId;
  const form = await readForm(request, RoleForm);
  if (!form.ok) return data({ errors: form.failure.errors }, { status: 422 });
  const command = form.value;
  const changed =
    command.intent === "gates"
      ? await setGates(deps, actor, {
          roleId,
          version: command.version,
          gates: Object.fromEntries(gateNames.map((gate) => [gate, command[gate]])),
        })
      : await confirmTitle(deps, actor, {
          roleId,
          onet: command.intent === "take-back" ? null : command.onet,
        });
  if (!changed.ok) {
    const field = changed.failure.kind === "unknown-occupation" ? "onet" : "form";
    return data({ errors: { [field]: [changed.failure.kind] } }, { status: failureStatus(changed.failure) });
  }
  await runExposureAssessment(deps, actor, {});
  return redirect(`/o/${params.org}/exposure/${roleId}`);
});

export default function ExposedRolePage() {
  const { detail } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const t = useText(exposureText);
  const own = useText(exposedRoleText);
  const f = useFormat();
  if (detail === null) {
    return (
      <Page area="exposure" title={t("small")}>
        <Notice>{own("roleSmall")}</Notice>
      </Page>
    );
  }
  const words: Readonly<Record<string, string>> = {
    "unknown-occupation": own("unknownOccupation"),
    conflict: own("conflict"),
  };
  const inWords = (errors: Readonly<Record<string, readonly string[]>>) =>
    Object.fromEntries(Object.entries(errors).map(([field, said]) => [field, said.map((code) => words[code] ?? code)]));
  const { role } = detail;
  const title = role.assessable
    ? own("roleTitle", { share: f.share(role.score.value), role: role.title })
    : own("roleTitleNot", { role: role.title });
  const lead = role.assessable
    ? own("roleLead", {
        occupation: role.match?.title ?? "",
        state: t(role.state),
        low: f.share(role.score.low),
        high: f.share(role.score.high),
      })
    : own("roleLeadNot");
  return (
    <Page area="exposure" title={title} lead={lead} asOf={detail.asOf} trail={[{ to: ".", label: role.title }]}>
      <RoleDetail detail={detail} {...(failed?.errors === undefined ? {} : { errors: inWords(failed.errors) })} />
      <Attribution />
    </Page>
  );
}
