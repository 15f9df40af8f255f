import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { readRoleForm } from "#app/domain/workforce/role-form.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { roleFormSchema } from "#app/http/role-form-schema.ts";
import { addRole } from "#app/services/workforce/add-role.server.ts";
import { loadKnownPlaces } from "#app/services/workforce/load-known-places.server.ts";
import { workforceText } from "#app/strings/en/workforce.ts";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { SubmitButton } from "#app/ui/controls/form.tsx";
import { Notice } from "#app/ui/controls/notice.tsx";
import { Page } from "#app/ui/layout/page.tsx";
import { useText } from "#app/ui/text/use-text.ts";
import { OverLimitNotice } from "#app/ui/workforce/over-limit.tsx";
import { RoleForm } from "#app/ui/workforce/role-form.tsx";
import { useRoleErrors } from "#app/ui/workforce/use-role-errors.ts";

const NewRole = roleFormSchema.extend({ intent: z.enum(["save", "save-and-next"]).catch("save") });

export const loader = orgLoader("workforce:edit", async ({ deps, actor }) => loadKnownPlaces(deps, actor));

export const action = orgAction("workforce:edit", async ({ request, deps, actor, organization, params }) => {
  const form = await readForm(request, NewRole);
  if (!form.ok)
    return data(
      { failure: { kind: "invalid" as const, errors: form.failure.errors }, typed: form.failure.typed },
      { status: 422 },
    );
  const { intent, ...fields } = form.value;
  const draft = readRoleForm(fields, organization.currency);
  if (!draft.ok)
    return data({ failure: { kind: "problems" as const, problems: draft.failure }, typed: fields }, { status: 422 });
  const added = await addRole(deps, actor, draft.value);
  if (!added.ok) return data({ failure: added.failure, typed: fields }, { status: failureStatus(added.failure) });
  const home = `/o/${params.org}/workforce`;
  return redirect(intent === "save" ? home : `${home}/new?${new URLSearchParams({ added: draft.value.title })}`);
});

export default function NewRolePage() {
  const t = useText(workforceText);
  const known = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const [search] = useSearchParams();
  const failure = result?.failure;
  const errors = useRoleErrors(failure);
  const justAdded = search.get("added");
  return (
    <Page area="workforce" title={t("newTitle")} lead={t("newLead")} trail={[{ to: "", label: t("addRole") }]}>
      {justAdded === null || result !== undefined ? null : (
        <Notice tone="good">{t("added", { title: justAdded })}</Notice>
      )}
      {failure?.kind === "over-limit" ? <OverLimitNotice limit={failure.limit} used={failure.used} /> : null}
      {failure?.kind === "same-role" ? (
        <Notice tone="warn">
          {t("sameRole")}{" "}
          <Link to={`../workforce/${failure.roleId}`} className="link">
            {t("sameRoleOpen")}
          </Link>
        </Notice>
      ) : null}
      <RoleForm
        key={justAdded}
        errors={errors}
        values={result?.typed ?? { currency: known.currency, country: known.country }}
        known={known}
      >
        <SubmitButton name="intent" value="save">
          {t("save")}
        </SubmitButton>
        <SubmitButton name="intent" value="save-and-next" variant="quiet">
          {t("saveAndNext")}
        </SubmitButton>
        <LinkButton to="../workforce" variant="quiet">
          {t("cancel")}
        </LinkButton>
      </RoleForm>
    </Page>
  );
}
