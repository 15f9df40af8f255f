import { data, redirect } from "@remix-run/node";
import { Form as RemixForm, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { addSystem } from "#app/services/systems/add-system.server.ts";
import { findTemplates } from "#app/services/systems/load-systems.server.ts";
import { complianceText } from "#app/strings/en/compliance.ts";
import { systemsText } from "#app/strings/en/systems.ts";
import { Button } from "#app/ui/controls/button.tsx";
import { Fold } from "#app/ui/controls/disclosure.tsx";
import { TextArea, TextInput } from "#app/ui/controls/fields.tsx";
import { Form, FormActions, SubmitButton } from "#app/ui/controls/form.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { useText } from "#app/ui/text/use-text.ts";

export const loader = orgLoader("facts:edit", async ({ request, deps, params }) => {
  const asked = (new URL(request.url).searchParams.get("find") ?? "").slice(0, 100);
  const tools = findTemplates(deps, asked).map(({ id, name, vendor, category, does }) => ({
    id,
    name,
    vendor,
    category,
    does,
  }));
  return { asked, tools, base: `/o/${params.org}` };
});

const NewSystem = z.object({
  catalogueId: z.string().optional(),
  name: z.string().trim().max(120).optional(),
  vendor: z.string().trim().max(120).optional(),
  purpose: z.string().trim().max(2000).optional(),
});

export const action = orgAction("facts:edit", async ({ request, deps, actor, params }) => {
  const form = await readForm(request, NewSystem);
  if (!form.ok) return data(form.failure, { status: 422 });
  const { catalogueId, name = "", vendor = null, purpose = null } = form.value;
  const added = await addSystem(
    deps,
    actor,
    catalogueId === undefined ? { draft: { name, vendor, purpose, catalogueId: null, facts: {} } } : { catalogueId },
  );
  if (added.ok) return redirect(`/o/${params.org}/systems/${added.value}`);
  const errors = added.failure.kind === "invalid" ? added.failure.errors : { form: [added.failure.kind] };
  return data(
    { errors, typed: { name, vendor: vendor ?? "", purpose: purpose ?? "" } },
    { status: failureStatus(added.failure) },
  );
});

export default function NewSystemPage() {
  const view = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const t = useText(complianceText);
  const own = useText(systemsText);
  const categories = [...new Set(view.tools.map(({ category }) => category))];
  return (
    <Page
      area="compliance"
      title={own("newTitle")}
      lead={own("newLead")}
      trail={[{ to: `${view.base}/systems`, label: t("tabSystems") }]}
    >
      <Form method="get">
        <TextInput
          name="find"
          type="search"
          label={own("findTool")}
          help={own("findToolHelp")}
          defaultValue={view.asked}
          required
        />
        <FormActions>
          <Button variant="quiet">{own("find")}</Button>
          <span className="text-ink-soft">{own("toolsFound", { count: view.tools.length })}</span>
        </FormActions>
      </Form>
      {view.tools.length === 0 ? null : (
        <Panel title={own("commonTools")}>
          <div className="divide-y divide-line">
            {categories.map((category) => {
              const tools = view.tools.filter((tool) => tool.category === category);
              return (
                <Fold key={category} title={category} note={tools.length} open={view.asked !== ""}>
                  <Tools tools={tools} />
                </Fold>
              );
            })}
          </div>
        </Panel>
      )}
      <Panel title={own("addOwn")}>
        <Form id="own" errors={result?.errors} values={result?.typed}>
          <TextInput name="name" label={own("name")} required />
          <TextInput name="vendor" label={own("vendor")} />
          <TextArea name="purpose" label={own("purpose")} rows={2} />
          <FormActions>
            <SubmitButton>{own("addSystem")}</SubmitButton>
          </FormActions>
        </Form>
      </Panel>
    </Page>
  );
}

type ToolsProps = { tools: readonly { readonly id: string; readonly name: string; readonly does: string }[] };

function Tools({ tools }: ToolsProps) {
  const t = useText(systemsText);
  return (
    <ul className="divide-y divide-line">
      {tools.map((tool) => (
        <li key={tool.id} className="py-2 first:pt-0 last:pb-0">
          <RemixForm method="post" className="flex items-center justify-between gap-3">
            <input type="hidden" name="catalogueId" value={tool.id} />
            <span>
              <span className="font-semibold">{tool.name}</span>
              <span className="block text-caption text-ink-soft">{tool.does}</span>
            </span>
            <Button variant="quiet" aria-label={`${t("addThis")}: ${tool.name}`}>
              {t("addThis")}
            </Button>
          </RemixForm>
        </li>
      ))}
    </ul>
  );
}
