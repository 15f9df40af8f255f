import type { MetaFunction } from "@remix-run/node";
import { useSearchParams } from "@remix-run/react";
import { siteText } from "#app/strings/en/site.ts";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { Form, SubmitButton } from "#app/ui/controls/form.tsx";
import { Notice } from "#app/ui/controls/notice.tsx";
import { Panel } from "#app/ui/layout/page.tsx";
import { SiteFrame } from "#app/ui/layout/site-frame.tsx";
import { useText } from "#app/ui/text/use-text.ts";

export const meta: MetaFunction = () => [
  { title: siteText.metaTitle },
  { name: "description", content: siteText.metaDescription },
];

/** What Groundwork does, in one screen, and the two ways in that need no account. */
export default function Landing() {
  const t = useText(siteText);
  const [asked] = useSearchParams();
  return (
    <SiteFrame>
      {asked.get("demonstration") === "unavailable" ? (
        <div className="mb-6">
          <Notice tone="warn" title={t("noDemonstration")}>
            {t("noDemonstrationText")}
          </Notice>
        </div>
      ) : null}
      <h1 className="max-w-4xl text-title sm:text-figure">{t("title")}</h1>
      <p className="mt-3 max-w-3xl text-heading text-ink-soft">{t("lead")}</p>
      <div className="mt-6 grid gap-4 md:grid-cols-2">
        <Panel title={t("tryTitle")}>
          <p className="mb-4 text-ink-soft">{t("tryText")}</p>
          <Form action="/demonstration">
            <SubmitButton>{t("tryButton")}</SubmitButton>
          </Form>
        </Panel>
        <Panel title={t("checkTitle")}>
          <p className="mb-4 text-ink-soft">{t("checkText")}</p>
          <LinkButton to="/quick-check" variant="quiet">
            {t("checkButton")}
          </LinkButton>
        </Panel>
      </div>
      <dl className="mt-8 grid gap-x-8 gap-y-5 sm:grid-cols-2 lg:grid-cols-4">
        {(["work", "duties", "found", "plan"] as const).map((part) => (
          <div key={part} className="border-t border-line pt-3">
            <dt className="font-semibold">{t(`${part}Title`)}</dt>
            <dd className="mt-1 text-ink-soft">{t(part)}</dd>
          </div>
        ))}
      </dl>
      <section className="mt-8 max-w-3xl">
        <h2 className="font-semibold">{t("honest")}</h2>
        <p className="mt-1 text-ink-soft">{t("honestText")}</p>
      </section>
    </SiteFrame>
  );
}
