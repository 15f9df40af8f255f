import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { everyPlace } from "#app/domain/tenancy/profile.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { type LayoffForm, layoffProduct, typedOf } from "#app/services/work-products/layoff-form.ts";
import { loadLayoff } from "#app/services/work-products/load-layoff.server.ts";
import { saveWorkProduct } from "#app/services/work-products/save-work-product.server.ts";
import { textOf } from "#app/strings/catalogue.ts";
import { registersText } from "#app/strings/en/registers.ts";
import { workProductText } from "#app/strings/en/work-products.ts";
import { placeName } from "#app/strings/place-name.ts";
import { ComplianceTabs } from "#app/ui/compliance/compliance-tabs.tsx";
import { Badge } from "#app/ui/controls/badge.tsx";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { Checkboxes, NumberInput, Radios, TextArea } from "#app/ui/controls/fields.tsx";
import { Form, FormActions, SubmitButton } from "#app/ui/controls/form.tsx";
import { Notice, NotLegalAdvice } from "#app/ui/controls/notice.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { DataTable } from "#app/ui/tables/data-table.tsx";
import { defaultReader } from "#app/ui/text/locale.tsx";
import { useText } from "#app/ui/text/use-text.ts";
import { Blocks } from "#app/ui/work-products/document-body.tsx";

const linkedValues = ["yes", "no", "unknown"] as const;

/** What a form says; what is no place or choice of ours is left out. */
function formOf(get: { places: readonly string[]; people: string; linked: string; technology: string }): LayoffForm {
  return {
    places: [...new Set(get.places)].filter((place) => place.startsWith("US-") && everyPlace.has(place)),
    people: get.people.slice(0, 20),
    linked: linkedValues.find((one) => one === get.linked) ?? "",
    technology: get.technology.slice(0, 2000),
  };
}

export const loader = orgLoader("assessment:read", async ({ request, deps, actor, params }) => {
  const { searchParams } = new URL(request.url);
  const get = (name: string) => searchParams.get(name) ?? "";
  const form = formOf({
    places: searchParams.getAll("places[]"),
    people: get("people"),
    linked: get("linked"),
    technology: get("technology"),
  });
  const view = await loadLayoff(deps, actor, form);
  if (!view.ok) throw notFound();
  const { states } = view.value;
  const asking = states.map(({ place, name }) => ({ value: place, label: name }));
  const others = [...everyPlace].filter(
    (place) => place.startsWith("US-") && !states.some((one) => one.place === place),
  );
  const own = form.places.filter((place) => others.includes(place));
  const also = own.map((place) => ({ value: place, label: placeName(place, defaultReader.locale) }));
  return { ...view.value, form, places: [...asking, ...also], base: `/o/${params.org}` };
});

const Keep = z.object({
  version: z.coerce.number().int().min(0),
  places: z.string().default(""),
  people: z.string().default(""),
  linked: z.string().default(""),
  technology: z.string().default(""),
});

export const action = orgAction("facts:edit", async ({ request, deps, actor, params }) => {
  const read = await readForm(request, Keep);
  if (!read.ok) return data({ kind: "invalid" as const }, { status: 422 });
  const { version, places, ...rest } = read.value;
  const typed = typedOf(formOf({ ...rest, places: places.split(",") }), defaultReader.locale);
  const change = { kind: "filled" } as const;
  const saved = await saveWorkProduct(deps, actor, { product: layoffProduct, subject: "", typed, version, change });
  if (saved.ok) return redirect(`/o/${params.org}/documents/${layoffProduct}`);
  if (saved.failure.kind === "not-found") throw notFound();
  return data({ kind: saved.failure.kind }, { status: failureStatus(saved.failure) });
});

export default function LayoffPage() {
  const { form, places, states, sections, named, newest, mayEdit, base } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useText(registersText);
  const own = useText(workProductText);
  const kept = { places: form.places.join(","), people: form.people, linked: form.linked, technology: form.technology };
  return (
    <Page
      area="compliance"
      title={t("layoffTitle")}
      lead={t("layoffLead")}
      trail={[
        { to: `${base}/documents`, label: own("area") },
        { to: `${base}/documents/layoff`, label: own("layoffLink") },
      ]}
    >
      <ComplianceTabs base={base} here="layoff" />
      {refused === undefined ? null : (
        <Notice tone="warn">{textOf(workProductText, defaultReader.locale)("conflict")}</Notice>
      )}
      <Panel>
        <Form method="get" values={form}>
          <Checkboxes name="places" label={t("layoffPlaces")} options={places} />
          <NumberInput name="people" label={t("layoffPeople")} />
          <Radios
            name="linked"
            label={t("layoffLinked")}
            options={linkedValues.map((value) => ({ value, label: t(`linked_${value}`) }))}
          />
          <TextArea name="technology" label={t("layoffTechnology")} rows={2} />
          <SubmitButton pending={t("layoffShow")}>{t("layoffShow")}</SubmitButton>
        </Form>
      </Panel>
      <Panel title={t("layoffResult")}>
        {named ? null : <p className="mb-3 text-ink-soft">{t("layoffNone")}</p>}
        <DataTable
          caption={t("layoffResult")}
          rows={states}
          rowKey={({ place }) => place}
          columns={[
            { key: "name", header: t("state"), cell: ({ name }) => name },
            {
              key: "needed",
              header: t("layoffNeeded"),
              cell: ({ needed, stands, because }) => (
                <>
                  <Badge tone={needed === "no" ? "quiet" : "warn"}>
                    {t(needed === "yes" ? "layoffAsked" : needed === "unknown" ? "layoffMay" : "layoffNot")}
                  </Badge>
                  <span className="block text-caption text-ink-soft">{stands ?? because.join(", ")}</span>
                </>
              ),
            },
            { key: "asked", header: t("layoffQuestion"), cell: ({ asked }) => asked },
            {
              key: "filed",
              header: t("layoffFiled"),
              cell: ({ filedWith, duty }) => <a href={`${base}/compliance/${duty}`}>{filedWith}</a>,
            },
          ]}
        />
      </Panel>
      {sections.length === 0 ? null : (
        <Panel title={t("layoffDraft")}>
          <p className="mb-3 font-semibold">{own("draft")}</p>
          <div className="space-y-5">
            {sections.map(({ id, heading, blocks }) => (
              <section key={id}>
                <h3 className="mb-1 font-semibold">{heading}</h3>
                <Blocks blocks={blocks} heading={heading} base={base} />
              </section>
            ))}
          </div>
          {mayEdit ? (
            <div className="screen-only mt-4">
              <Form id="keep" hidden={{ ...kept, version: String(newest) }}>
                <FormActions>
                  <SubmitButton variant="quiet">{t("layoffKeep")}</SubmitButton>
                </FormActions>
              </Form>
            </div>
          ) : null}
        </Panel>
      )}
      {newest === 0 ? null : (
        <p className="screen-only">
          <LinkButton to={`${base}/documents/${layoffProduct}`} variant="quiet">
            {own("toNewest")}
          </LinkButton>
        </p>
      )}
      <NotLegalAdvice />
    </Page>
  );
}
