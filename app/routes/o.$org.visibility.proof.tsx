import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { pagesWithoutProof, pagesWithProof } from "#app/domain/visibility/site-proof.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { claimSite, loadSiteProof, proveSite } from "#app/services/visibility/prove-site.server.ts";
import { siteWorkText } from "#app/strings/en/site-work.ts";
import { visibilityText } from "#app/strings/en/visibility.ts";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { EmptyState } from "#app/ui/controls/empty-state.tsx";
import { Form, SubmitButton } from "#app/ui/controls/form.tsx";
import { Notice } from "#app/ui/controls/notice.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";
import { SiteTabs } from "#app/ui/visibility/site-tabs.tsx";

export const meta: MetaFunction = () => [{ title: `${siteWorkText.tabProof} – Groundwork` }];

export const loader = orgLoader("assessment:read", async ({ deps, actor, params }) => {
  const proof = await loadSiteProof(deps, actor);
  if (!proof.ok) throw notFound();
  return { proof: proof.value, base: `/o/${params.org}` };
});

const ProofForm = z.object({ intent: z.enum(["claim", "look"]) });

export const action = orgAction("assessment:run", async ({ request, deps, actor, params }) => {
  const form = await readForm(request, ProofForm);
  if (!form.ok) return data({ failure: "form" }, { status: 422 });
  const result = form.value.intent === "claim" ? await claimSite(deps, actor) : await proveSite(deps, actor);
  if (!result.ok) return data({ failure: result.failure.kind }, { status: failureStatus(result.failure) });
  return redirect(`/o/${params.org}/visibility/proof`);
});

const wayWords = { dns: "wayDns", file: "wayFile", meta: "wayMeta" } as const;
const placeWords = { dns: "proofDns", file: "proofFile", meta: "proofMeta" } as const;

export default function ProofPage() {
  const t = useText(siteWorkText);
  const words = useText(visibilityText);
  const f = useFormat();
  const { proof, base } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  if (proof === null) {
    return (
      <Page area="visibility" title={t("proofTitleNone")}>
        <SiteTabs base={base} here="proof" />
        <EmptyState action={<LinkButton to={`${base}/visibility`}>{words("auditNow")}</LinkButton>}>
          {words("emptyBody")}
        </EmptyState>
      </Page>
    );
  }
  const { host, proven, provenBy, provenAt, lines, seen, mayProve } = proof;
  return (
    <Page
      area="visibility"
      title={t(proven ? "proofTitleDone" : "proofTitle", { host, most: pagesWithProof })}
      lead={t("proofLead", { few: pagesWithoutProof })}
    >
      <SiteTabs base={base} here="proof" />
      {result === undefined ? null : <Notice tone="warn">{words("forbidden")}</Notice>}
      {provenBy === null || provenAt === null ? null : (
        <Notice tone={proven ? "good" : "warn"}>
          {t("proofSeen", { way: t(wayWords[provenBy]), date: f.moment(provenAt) })}
        </Notice>
      )}
      {seen === null ? null : <Notice tone="warn">{seen}</Notice>}
      {!mayProve ? (
        proven ? null : (
          <EmptyState>{t("proofViewer")}</EmptyState>
        )
      ) : lines === null ? (
        <Panel>
          <Form hidden={{ intent: "claim" }}>
            <SubmitButton>{t("proofStart")}</SubmitButton>
          </Form>
        </Panel>
      ) : (
        <Panel>
          <p className="mb-3">{t("proofOne")}</p>
          <dl className="space-y-4">
            {(["dns", "file", "meta"] as const).map((way) => (
              <div key={way}>
                <dt className="font-semibold">{t(placeWords[way])}</dt>
                <dd className="[overflow-wrap:anywhere] text-ink-soft">{lines[way].where}</dd>
                <dd className="mt-1">
                  <code className="block overflow-x-auto rounded-panel bg-raised p-2">{lines[way].what}</code>
                </dd>
              </div>
            ))}
          </dl>
          <div className="mt-4">
            <Form hidden={{ intent: "look" }}>
              <SubmitButton>{t("proofLook")}</SubmitButton>
            </Form>
          </div>
        </Panel>
      )}
    </Page>
  );
}
