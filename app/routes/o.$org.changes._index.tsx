import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { loadChanges } from "#app/services/learning/load-changes.server.ts";
import { learningText } from "#app/strings/en/learning.ts";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { EmptyState } from "#app/ui/controls/empty-state.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { ChangeCard, VersionLine } from "#app/ui/learning/change-card.tsx";
import { useText } from "#app/ui/text/use-text.ts";

export const loader = orgLoader("plan:read", async ({ deps, actor }) => {
  const view = await loadChanges(deps, actor);
  if (!view.ok) throw notFound();
  return view.value;
});

/** What changed in the plan and why: a card for each outcome that moved a belief. */
export default function Changes() {
  const { cards, versions } = useLoaderData<typeof loader>();
  const t = useText(learningText);
  return (
    <Page area="changes" title={t("changesTitle", { count: cards.length })} lead={t("changesLead")}>
      {cards.length === 0 ? (
        <EmptyState action={<LinkButton to="../outcomes">{t("record")}</LinkButton>}>{t("changesEmpty")}</EmptyState>
      ) : (
        cards.map((card) => <ChangeCard key={card.id} card={card} />)
      )}
      {versions.length === 0 ? null : (
        <Panel title={t("otherVersions")}>
          <div className="space-y-4">
            {versions.map((version) => (
              <VersionLine key={version.id} version={version} />
            ))}
          </div>
        </Panel>
      )}
    </Page>
  );
}
