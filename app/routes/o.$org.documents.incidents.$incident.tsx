import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { incidentDraft, incidentErrors, incidentFields } from "#app/http/register-forms.server.ts";
import { changeIncident, closeIncident, removeEntry } from "#app/services/work-products/change-incident.server.ts";
import { loadIncident } from "#app/services/work-products/load-incidents.server.ts";
import { registersText } from "#app/strings/en/registers.ts";
import { workProductText } from "#app/strings/en/work-products.ts";
import { Badge } from "#app/ui/controls/badge.tsx";
import { Form, FormActions, type FormValues, SubmitButton } from "#app/ui/controls/form.tsx";
import { NotLegalAdvice, UndoBanner } from "#app/ui/controls/notice.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { DataTable } from "#app/ui/tables/data-table.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";
import { IncidentFields } from "#app/ui/work-products/incident-fields.tsx";

export const loader = orgLoader("assessment:read", async ({ deps, actor, params }) => {
  const view = await loadIncident(deps, actor, params.incident ?? "");
  if (!view.ok) throw notFound();
  return { ...view.value, base: `/o/${params.org}` };
});

const version = z.coerce.number().int().min(0);
const Change = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save"), version, ...incidentFields }),
  z.object({ intent: z.literal("close"), version }),
  z.object({ intent: z.literal("reopen"), version }),
  z.object({ intent: z.literal("remove") }),
  z.object({ intent: z.literal("restore") }),
]);

export const action = orgAction("facts:edit", async ({ request, deps, actor, params }) => {
  const id = params.incident ?? "";
  const form = await readForm(request, Change);
  if (!form.ok) return data(form.failure, { status: 422 });
  const command = form.value;
  const done =
    command.intent === "save"
      ? await changeIncident(deps, actor, { id, version: command.version, draft: incidentDraft(command) })
      : "version" in command
        ? await closeIncident(deps, actor, { id, version: command.version, open: command.intent === "reopen" })
        : await removeEntry(deps, actor, { register: "incident", id, back: command.intent === "restore" });
  if (done.ok) return redirect(`/o/${params.org}/documents/incidents/${id}`);
  if (done.failure.kind === "not-found") throw notFound();
  const typed: FormValues = command.intent === "save" ? { ...command, noticedAt: command.noticedAt.slice(0, 16) } : {};
  return data({ errors: incidentErrors(done.failure.kind), typed }, { status: failureStatus(done.failure) });
});

export default function IncidentPage() {
  const { incident, deadlines, systems, consequences, mayEdit, base, now } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const t = useText(registersText);
  const own = useText(workProductText);
  const f = useFormat();
  const here = `${base}/documents/incidents/${incident.id}`;
  const version = String(incident.version);
  const closed = incident.closedAt !== null;
  const values = { ...incident, noticedAt: incident.noticedAt.slice(0, 16) };
  return (
    <Page
      area="compliance"
      title={incident.title}
      lead={closed ? t("closed", { date: f.date((incident.closedAt ?? "").slice(0, 10)) }) : t("open")}
      trail={[
        { to: `${base}/documents`, label: own("area") },
        { to: `${base}/documents/incidents`, label: t("incidents") },
      ]}
    >
      {incident.removed ? (
        <UndoBanner action={here} fields={{ intent: "restore" }}>
          {t("removed")}
        </UndoBanner>
      ) : null}
      <Panel title={t("deadlines")}>
        {deadlines.length === 0 ? (
          <p className="text-ink-soft">{t("deadlinesNone")}</p>
        ) : (
          <DataTable
            caption={t("deadlines")}
            rows={deadlines}
            rowKey={({ clock }) => clock}
            columns={[
              { key: "what", header: t("whatToDo"), cell: ({ what }) => what },
              { key: "whom", header: t("whom"), cell: ({ whom }) => whom },
              {
                key: "due",
                header: t("due"),
                cell: ({ dueAt, words, standing }) => {
                  if (dueAt === null) return words;
                  const late = dueAt < now && standing === "in_force" && !closed;
                  return (
                    <>
                      {f.moment(new Date(dueAt))} {late ? <Badge tone="bad">{t("overdue")}</Badge> : null}
                    </>
                  );
                },
              },
              {
                key: "duty",
                header: t("duty"),
                cell: ({ duty, citation, standing }) => (
                  <>
                    <a href={`${base}/compliance/${duty}`}>{citation}</a>
                    <span className="block text-caption text-ink-soft">{t(`standing_${standing}`)}</span>
                  </>
                ),
              },
            ]}
          />
        )}
      </Panel>
      {mayEdit && !incident.removed ? (
        <Panel>
          <Form
            id="incident"
            hidden={{ version }}
            errors={result?.errors}
            values={(result?.typed as FormValues | undefined)?.title === undefined ? values : result?.typed}
          >
            <IncidentFields systems={systems} consequences={consequences} />
            <FormActions>
              <SubmitButton name="intent" value="save">
                {t("save")}
              </SubmitButton>
              <SubmitButton variant="quiet" name="intent" value={closed ? "reopen" : "close"}>
                {t(closed ? "reopen" : "close")}
              </SubmitButton>
              <SubmitButton variant="danger" name="intent" value="remove">
                {t("remove")}
              </SubmitButton>
            </FormActions>
          </Form>
        </Panel>
      ) : (
        <Panel>
          <p className="whitespace-pre-line">{incident.happened}</p>
        </Panel>
      )}
      <NotLegalAdvice />
    </Page>
  );
}
