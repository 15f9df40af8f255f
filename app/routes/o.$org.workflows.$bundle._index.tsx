import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { WorkflowDesign } from "#app/domain/workflows/design-workflow.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { loadWorkflow } from "#app/services/workflows/load-workflows.server.ts";
import type { Say } from "#app/strings/catalogue.ts";
import { workflowsText } from "#app/strings/en/workflows.ts";
import type { Formats } from "#app/strings/format.ts";
import { Disclosure } from "#app/ui/controls/disclosure.tsx";
import { NotLegalAdvice } from "#app/ui/controls/notice.tsx";
import { Grid, Page, Panel } from "#app/ui/layout/page.tsx";
import { DataTable } from "#app/ui/tables/data-table.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";
import { DesignLanes } from "#app/ui/workflows/design-lanes.tsx";
import { ModeOptions } from "#app/ui/workflows/mode-options.tsx";

export const meta: MetaFunction = () => [{ title: `${workflowsText.workflows} – Groundwork` }];

export const loader = orgLoader("plan:read", async ({ deps, actor, params }) => {
  const page = await loadWorkflow(deps, actor, { bundle: params.bundle ?? "" });
  if (!page.ok) throw notFound();
  return page.value;
});

function leadOf(
  t: Say<typeof workflowsText>,
  f: Formats,
  { bundle, recommended, fieldAnchor }: WorkflowDesign,
): string {
  const hours = f.number(bundle.hours);
  if (recommended.mode.id === "human") return t("itemLeadHuman", { hours });
  const { low, high } = recommended.value.saved;
  return t("itemLead", { low: f.number(low), high: f.number(high), hours, anchor: f.share(fieldAnchor, 1) });
}

export default function WorkflowPage() {
  const t = useText(workflowsText);
  const f = useFormat();
  const { design, lanes, hiddenRoles } = useLoaderData<typeof loader>();
  const { bundle, recommended, oversight } = design;
  const roles = [...bundle.roles].sort((a, b) => b.hours - a.hours);
  return (
    <Page
      area="workflows"
      title={t("itemTitle", { bundle: bundle.title, mode: recommended.mode.title })}
      lead={leadOf(t, f, design)}
    >
      <Panel title={t("lanes")}>
        <DesignLanes lanes={lanes} title={t("lanes")} />
        <p className="mt-3">
          <a className="link" href={`${encodeURIComponent(bundle.id)}/mermaid`} download>
            {t("mermaid")}
          </a>
        </p>
      </Panel>
      <Grid>
        <div className="space-y-4">
          <Panel title={t("oversightTitle", { pattern: t(oversight.pattern) })}>
            <p>{oversight.point}.</p>
            <p className="text-ink-soft">{oversight.because}.</p>
          </Panel>
          <Panel title={t("roles")}>
            <RoleTable roles={roles.slice(0, mostRoles)} />
            {roles.length > mostRoles ? (
              <Disclosure summary={t("moreRoles", { count: roles.length - mostRoles })}>
                <RoleTable roles={roles.slice(mostRoles)} />
              </Disclosure>
            ) : null}
            {hiddenRoles === 0 ? null : (
              <p className="mt-2 text-caption text-ink-soft">{t("hidden", { count: hiddenRoles })}</p>
            )}
          </Panel>
        </div>
        <Panel title={t("before")}>
          {design.before.length === 0 ? (
            <p>{t("beforeNone")}</p>
          ) : (
            <ul className="list-disc space-y-1 pl-5">
              {design.before.map((gate) => (
                <li key={gate}>{gate}</li>
              ))}
            </ul>
          )}
          {design.consultation.length === 0 ? null : (
            <>
              <h3 className="mt-4 font-semibold">{t("consult")}</h3>
              <ul className="list-disc space-y-1 pl-5">
                {design.consultation.map((duty) => (
                  <li key={duty.id}>{duty.title}</li>
                ))}
              </ul>
              <NotLegalAdvice />
            </>
          )}
        </Panel>
      </Grid>
      <Panel title={t("options")}>
        <ModeOptions design={design} />
      </Panel>
      <Disclosure summary={t("formula")}>
        <p>{t("formulaText")}</p>
      </Disclosure>
    </Page>
  );
}

/** Roles that are listed at once, those with most hours first. */
const mostRoles = 8;

type Role = WorkflowDesign["bundle"]["roles"][number];

function RoleTable({ roles }: { roles: readonly Pick<Role, "id" | "title" | "headcount" | "hours">[] }) {
  const t = useText(workflowsText);
  const f = useFormat();
  return (
    <DataTable
      caption={t("roles")}
      rows={roles}
      rowKey={(role) => role.id}
      columns={[
        { key: "role", header: t("role"), cell: (role) => role.title },
        { key: "people", header: t("people"), align: "end", cell: (role) => f.number(role.headcount) },
        { key: "hours", header: t("hours"), align: "end", cell: (role) => f.number(role.hours) },
      ]}
    />
  );
}
