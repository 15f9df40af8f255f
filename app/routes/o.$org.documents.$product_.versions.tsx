import { data, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { numberFrom } from "#app/http/number-from.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { loadVersions } from "#app/services/work-products/load-versions.server.ts";
import { saveWorkProduct } from "#app/services/work-products/save-work-product.server.ts";
import { textOfCode } from "#app/strings/catalogue.ts";
import { workProductText } from "#app/strings/en/work-products.ts";
import { Select } from "#app/ui/controls/fields.tsx";
import { Form, SubmitButton } from "#app/ui/controls/form.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { DataTable } from "#app/ui/tables/data-table.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";
import { LineChanges } from "#app/ui/work-products/line-changes.tsx";

export const loader = orgLoader("assessment:read", async ({ request, deps, actor, params }) => {
  const { searchParams } = new URL(request.url);
  const key = { product: params.product ?? "", subject: searchParams.get("system") ?? "" };
  const between = { from: numberFrom(searchParams, "from"), to: numberFrom(searchParams, "to") };
  const view = await loadVersions(deps, actor, key, between);
  if (!view.ok) throw notFound();
  return { ...view.value, ...key, base: `/o/${params.org}` };
});

const Restore = z.object({
  intent: z.literal("restore"),
  number: z.coerce.number().int().min(1),
  version: z.coerce.number().int().min(0),
});

export const action = orgAction("facts:edit", async ({ request, deps, actor, params }) => {
  const subject = new URL(request.url).searchParams.get("system") ?? "";
  const product = params.product ?? "";
  const form = await readForm(request, Restore);
  if (!form.ok) return data(form.failure, { status: 422 });
  const { number, version } = form.value;
  const saved = await saveWorkProduct(deps, actor, { product, subject, version, change: { kind: "restored", number } });
  if (!saved.ok && saved.failure.kind === "not-found") throw notFound();
  if (!saved.ok) return data(saved.failure, { status: failureStatus(saved.failure) });
  return redirect(
    `/o/${params.org}/documents/${product}${subject === "" ? "" : `?system=${encodeURIComponent(subject)}`}`,
  );
});

export default function VersionsPage() {
  const { versions, title, system, base, product, subject, mayEdit, compared, from, to } =
    useLoaderData<typeof loader>();
  const t = useText(workProductText);
  const f = useFormat();
  const query = subject === "" ? "" : `?system=${encodeURIComponent(subject)}`;
  const document = `${base}/documents/${product}${query}`;
  const name = system === null ? title : `${title}: ${system}`;
  const newest = versions[0]?.number ?? 0;
  const options = versions.map(({ number, createdAt }) => ({
    value: String(number),
    label: t("versionOf", { number, date: f.date(createdAt.slice(0, 10)) }),
  }));
  return (
    <Page
      area="compliance"
      title={t("versionsTitle", { count: versions.length, title: name })}
      trail={[
        { to: `${base}/documents`, label: t("area") },
        { to: document, label: title },
        { to: `${base}/documents/${product}/versions${query}`, label: t("versions") },
      ]}
    >
      <Panel>
        <DataTable
          caption={t("versions")}
          rows={versions}
          rowKey={({ number }) => String(number)}
          rowHref={({ number }) => `${document}${query === "" ? "?" : "&"}version=${number}`}
          columns={[
            { key: "number", header: t("version"), cell: ({ number }) => f.number(number) },
            {
              key: "made",
              header: t("made"),
              cell: ({ made, detail }) =>
                textOfCode(workProductText, f.locale, `made_${made}`, { detail: detail ?? "" }) ?? made,
            },
            { key: "who", header: t("who"), cell: ({ by }) => by ?? t("somebody") },
            { key: "when", header: t("when"), cell: ({ createdAt }) => f.moment(new Date(createdAt)) },
            {
              key: "restore",
              header: t("undo"),
              cell: ({ number }) =>
                !mayEdit || number === newest ? null : (
                  <Form hidden={{ intent: "restore", number: String(number), version: String(newest) }}>
                    <SubmitButton variant="quiet">{t("restore", { number })}</SubmitButton>
                  </Form>
                ),
            },
          ]}
        />
      </Panel>
      {versions.length < 2 ? null : (
        <Panel title={from === null || to === null ? t("compare") : t("comparedTitle", { from, to })}>
          <div className="screen-only mb-4">
            <Form method="get" hidden={subject === "" ? {} : { system: subject }}>
              <div className="grid gap-3 sm:grid-cols-2">
                <Select name="from" label={t("from")} options={options} defaultValue={String(from ?? "")} required />
                <Select name="to" label={t("to")} options={options} defaultValue={String(to ?? "")} required />
              </div>
              <SubmitButton variant="quiet" pending={t("compare")}>
                {t("compare")}
              </SubmitButton>
            </Form>
          </div>
          {compared === null || compared.length === 0 ? (
            <p>{t("comparedNone")}</p>
          ) : (
            <ul className="space-y-4">
              {compared.map(({ id, heading, change, lines }) => (
                <li key={id}>
                  <h3 className="mb-1 font-semibold">
                    {heading} <span className="font-normal text-ink-soft">({t(change)})</span>
                  </h3>
                  <LineChanges lines={lines} />
                </li>
              ))}
            </ul>
          )}
        </Panel>
      )}
    </Page>
  );
}
