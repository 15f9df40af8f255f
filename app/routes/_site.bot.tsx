import type { MetaFunction } from "@remix-run/node";
import { botText } from "#app/strings/en/bot.ts";
import { Panel } from "#app/ui/layout/page.tsx";
import { SiteFrame } from "#app/ui/layout/site-frame.tsx";
import { useText } from "#app/ui/text/use-text.ts";

export const meta: MetaFunction = () => [{ title: `${botText.title} – Groundwork` }];

const lines = "User-agent: GroundworkBot\nDisallow: /";

/** Where our agent's name leads: what it does, how it behaves, how to keep it out. */
export default function BotPage() {
  const t = useText(botText);
  return (
    <SiteFrame>
      <h1 className="text-title">{t("title")}</h1>
      <p className="mt-2 max-w-3xl text-ink-soft">{t("lead")}</p>
      <div className="mt-6 space-y-4">
        <Panel title={t("mannersTitle")}>
          <ul className="list-disc space-y-1 pl-5">
            {(["obeys", "slow", "few", "other", "rendered", "none"] as const).map((key) => (
              <li key={key}>{t(key)}</li>
            ))}
          </ul>
        </Panel>
        <Panel title={t("outTitle")}>
          <p className="mb-2">{t("out")}</p>
          <pre className="overflow-x-auto rounded-panel bg-raised p-3 text-caption">{lines}</pre>
        </Panel>
      </div>
    </SiteFrame>
  );
}
