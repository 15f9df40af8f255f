import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import type { RoleId } from "#app/domain/kernel/ids.ts";
import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { readRoleForm, roleFormFields, roleFormOf } from "#app/domain/workforce/role-form.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { roleFormSchema } from "#app/http/role-form-schema.ts";
import { editRole } from "#app/services/workforce/edit-role.server.ts";
import { loadKnownPlaces } from "#app/services/workforce/load-known-places.server.ts";
import { loadRole } from "#app/services/workforce/load-role.server.ts";
import { putBackRole, removeRole } from "#app/services/workforce/remove-role.server.ts";
import { workforceText } from "#app/strings/en/workforce.ts";
import { Button, LinkButton } from "#app/ui/controls/button.tsx";
import { SubmitButton } from "#app/ui/controls/form.tsx";
import { Notice, UndoBanner } from "#app/ui/controls/notice.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";
import { ConflictNotice } from "#app/ui/workforce/conflict-notice.tsx";
import { OverLimitNotice } from "#app/ui/workforce/over-limit.tsx";
import { RoleForm } from "#app/ui/workforce/role-form.tsx";
import { useRoleErrors } from "#app/ui/workforce/use-role-errors.ts";

const EditedRole = roleFormSchema.extend({
  intent: z.enum(["save", "remove", "put-back"]).catch("save"),
  version: z.coerce.number().int().min(1).default(1),
});

export const loader = orgLoader("workforce:read", async ({ deps, actor, params }) => {
  const view = await loadRole(deps, actor, params.role as RoleId);
  if (!view.ok) throw notFound();
  const { role, version, updatedAt, deletedAt, recognised, mayEdit } = view.value;
  return {
    role,
    form: roleFormOf(role),
    version,
    recognised,
    mayEdit,
    changedOn: isoDateOf(updatedAt),
    removedOn: deletedAt === null ? null : isoDateOf(deletedAt),
    known: await loadKnownPlaces(deps, actor),
  };
});

export const action = orgAction("workforce:edit", async ({ request, deps, actor, organization, params }) => {
  const form = await readForm(request, EditedRole);
  if (!form.ok)
    return data(
      { failure: { kind: "invalid" as const, errors: form.failure.errors }, typed: form.failure.typed },
      { status: 422 },
    );
  const roleId = params.role as RoleId;
  const home = `/o/${params.org}/workforce`;
  const { intent, version, ...fields } = form.value;
  if (intent === "remove") {
    const removed = await removeRole(deps, actor, roleId);
    return removed.ok
      ? redirect(`${home}/${roleId}`)
      : data({ failure: removed.failure, typed: null }, { status: failureStatus(removed.failure) });
  }
  if (intent === "put-back") {
    const back = await putBackRole(deps, actor, roleId);
    return back.ok
      ? redirect(home)
      : data({ failure: back.failure, typed: null }, { status: failureStatus(back.failure) });
  }
  const draft = readRoleForm(fields, organization.currency);
  if (!draft.ok)
    return data({ failure: { kind: "problems" as const, problems: draft.failure }, typed: fields }, { status: 422 });
  const edited = await editRole(deps, actor, { roleId, version, draft: draft.value });
  if (edited.ok) return redirect(`${home}/${roleId}?saved`);
  const { failure } = edited;
  const shown = failure.kind === "conflict" ? { ...failure, theirs: roleFormOf(failure.current) } : failure;
  return data({ failure: shown, typed: fields }, { status: failureStatus(failure) });
});

export default function RolePage() {
  const t = useText(workforceText);
  const f = useFormat();
  const view = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const [search] = useSearchParams();
  const failure = result?.failure;
  const errors = useRoleErrors(failure);
  const { form, removedOn } = view;
  const role = failure?.kind === "conflict" ? failure.current : view.role;
  const trail = [{ to: "", label: role.title }];
  if (removedOn !== null) {
    return (
      <Page
        area="workforce"
        title={t("roleRemovedTitle", { title: role.title, date: f.date(removedOn) })}
        trail={trail}
      >
        {failure?.kind === "over-limit" ? <OverLimitNotice limit={failure.limit} used={failure.used} /> : null}
        <UndoBanner action="" fields={{ intent: "put-back" }}>
          {t("removed", { title: role.title })} {t("removeHint")}
        </UndoBanner>
      </Page>
    );
  }
  const version = failure?.kind === "conflict" ? failure.version : view.version;
  const people = t("people", { count: role.headcount });
  return (
    <Page
      area="workforce"
      title={t("roleAnswer", { title: role.title, people })}
      lead={t("roleLead", { date: f.date(view.changedOn) })}
      trail={trail}
    >
      {search.has("saved") && result === undefined ? <Notice tone="good">{t("saved")}</Notice> : null}
      {failure?.kind === "conflict" && result?.typed ? (
        <ConflictNotice yours={result.typed} theirs={failure.theirs} />
      ) : null}
      {failure?.kind === "same-role" ? (
        <Notice tone="warn">
          {t("sameRole")}{" "}
          <Link to={`../workforce/${failure.roleId}`} className="link">
            {t("sameRoleOpen")}
          </Link>
        </Notice>
      ) : null}
      {view.mayEdit ? (
        <>
          <RoleForm
            key={view.version}
            errors={errors}
            values={result?.typed ?? form}
            hidden={{ version: String(version) }}
            known={view.known}
          >
            <SubmitButton name="intent" value="save">
              {t("save")}
            </SubmitButton>
            <LinkButton to="../workforce" variant="quiet">
              {t("cancel")}
            </LinkButton>
          </RoleForm>
          <Panel title={t("remove")}>
            <form method="post" className="flex flex-wrap items-center gap-3">
              <span className="text-ink-soft">{t("removeHint")}</span>
              <Button variant="danger" name="intent" value="remove">
                {t("remove")}
              </Button>
            </form>
          </Panel>
        </>
      ) : (
        <RoleFacts form={form} />
      )}
    </Page>
  );
}

/** The title is the page's own. */
const shown = roleFormFields.filter((field) => field !== "title");

function RoleFacts({ form }: { form: Readonly<Record<(typeof shown)[number], string>> }) {
  const t = useText(workforceText);
  return (
    <Panel>
      <dl className="grid grid-cols-1 gap-x-6 gap-y-2 sm:grid-cols-[12rem_minmax(0,1fr)]">
        {shown.map((field) => (
          <div key={field} className="contents">
            <dt className="text-ink-soft">{t(field)}</dt>
            <dd className="whitespace-pre-line">{form[field] === "" ? t("notSaid") : form[field]}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
