import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { numberFrom } from "#app/http/number-from.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { loadDocumentPage } from "#app/services/work-products/load-document-page.server.ts";
import { loadSubjects } from "#app/services/work-products/load-work-products.server.ts";
import { saveWorkProduct } from "#app/services/work-products/save-work-product.server.ts";
import { textOf } from "#app/strings/catalogue.ts";
import { workProductText } from "#app/strings/en/work-products.ts";
import { Page } from "#app/ui/layout/page.tsx";
import { defaultReader } from "#app/ui/text/locale.tsx";
import { useText } from "#app/ui/text/use-text.ts";
import { ChooseSystem } from "#app/ui/work-products/choose-system.tsx";
import { DocumentView } from "#app/ui/work-products/document-view.tsx";

export const loader = orgLoader("assessment:read", async ({ request, deps, actor, params }) => {
  const { searchParams } = new URL(request.url);
  const product = params.product ?? "";
  const base = `/o/${params.org}`;
  const template = deps.knowledge.workProducts.templates.find(({ id }) => id === product);
  if (template === undefined) throw notFound();
  const subject = searchParams.get("system") ?? "";
  if (template.scope === "system" && subject === "") {
    const choice = await loadSubjects(deps, actor, product);
    if (!choice.ok) throw notFound();
    return { kind: "choice" as const, base, product, ...choice.value };
  }
  const number = numberFrom(searchParams, "version");
  const view = await loadDocumentPage(deps, actor, { product, subject, number }, searchParams.get("edit"));
  if (!view.ok) throw notFound();
  return { kind: "document" as const, base, ...view.value };
});

const version = z.coerce.number().int().min(0);
const Change = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("fill"), version }),
  z.object({ intent: z.literal("edit"), version, section: z.string(), text: z.string().optional() }),
  z.object({ intent: z.literal("reset"), version, section: z.string() }),
  z.object({ intent: z.literal("agree"), version, section: z.string() }),
]);

const made = { fill: "filled", edit: "edited", reset: "reset", agree: "agreed" } as const;

export const action = orgAction("facts:edit", async ({ request, deps, actor, params }) => {
  const subject = new URL(request.url).searchParams.get("system") ?? "";
  const product = params.product ?? "";
  const form = await readForm(request, Change);
  if (!form.ok) return data({ ...form.failure, section: "", text: "" }, { status: 422 });
  const { intent, version: at } = form.value;
  const section = "section" in form.value ? form.value.section : "";
  const text = "text" in form.value ? (form.value.text ?? "") : "";
  const change = intent === "fill" ? { kind: made[intent] } : { kind: made[intent], section, text };
  const saved = await saveWorkProduct(deps, actor, { product, subject, version: at, change });
  const query = subject === "" ? "" : `?system=${encodeURIComponent(subject)}`;
  if (saved.ok) return redirect(`/o/${params.org}/documents/${product}${query}${section === "" ? "" : `#${section}`}`);
  if (saved.failure.kind === "not-found") throw notFound();
  const say = textOf(workProductText, defaultReader.locale);
  const message = saved.failure.kind === "too-long" ? say("tooLong", { count: saved.failure.count }) : say("conflict");
  const errors: Record<string, readonly string[]> = { text: [message] };
  return data({ kind: saved.failure.kind, errors, section, text }, { status: failureStatus(saved.failure) });
});

export default function DocumentPage() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useText(workProductText);
  const { base, product } = view;
  const trail = [{ to: `${base}/documents`, label: t("area") }];
  if (view.kind === "document") return <DocumentView view={view} refused={refused} trail={trail} />;
  return (
    <Page area="compliance" title={t("chooseSystemFor", { title: view.title })} lead={view.purpose} trail={trail}>
      <ChooseSystem systems={view.systems} base={base} product={product} mayEdit={view.mayEdit} />
    </Page>
  );
}
