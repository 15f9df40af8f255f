import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { undoTitles } from "#app/services/exposure/confirm-titles.server.ts";
import { acceptGuesses, decideTitle } from "#app/services/workforce/decide-titles.server.ts";
import { loadTitles } from "#app/services/workforce/load-titles.server.ts";
import { titlesText } from "#app/strings/en/titles.ts";
import { Progress } from "#app/ui/controls/progress.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { Pages } from "#app/ui/tables/data-table.tsx";
import { tableState } from "#app/ui/tables/table-state.ts";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";
import { TitleCard } from "#app/ui/workforce/title-card.tsx";
import { GuessesForm, LastDecisions } from "#app/ui/workforce/title-guesses.tsx";
import { TitlesFile, TitlesFilter } from "#app/ui/workforce/titles-tools.tsx";

const cardsAtOnce = 10;

export const loader = orgLoader("workforce:edit", async ({ request, deps, actor }) => {
  const { searchParams } = new URL(request.url);
  const state = tableState(request.url, { size: cardsAtOnce });
  const percent = Number.parseFloat(searchParams.get("above") ?? "");
  const above = Number.isFinite(percent) ? Math.min(100, Math.max(1, percent)) : null;
  const search = (searchParams.get("search") ?? "").trim().slice(0, 80);
  const decided = searchParams.get("show") === "decided";
  const view = await loadTitles(deps, actor, {
    filter: state.filter,
    decided,
    offset: (state.page - 1) * state.size,
    limit: state.size,
    above: above === null ? null : above / 100,
    search,
  });
  if (!view.ok) throw notFound();
  const error = searchParams.get("error");
  return {
    ...view.value,
    state,
    decided,
    above,
    search,
    of: searchParams.get("of") ?? "",
    saved: Number.parseInt(searchParams.get("saved") ?? "", 10) || null,
    next: searchParams.has("next"),
    error: error === "unknown" || error === "none" ? error : null,
  };
});

const Decision = z.discriminatedUnion("intent", [
  z.object({
    intent: z.enum(["confirm", "search", "take-back"]),
    title: z.string().max(400),
    onet: z.string().max(20).optional(),
    other: z.string().trim().max(200).optional(),
  }),
  z.object({ intent: z.literal("accept"), above: z.coerce.number().min(1).max(100) }),
  z.object({ intent: z.literal("undo") }),
]);

/** Goes back to the page as it was, with what is to be said in its address: without script that is all that is left. */
export const action = orgAction("workforce:edit", async ({ request, deps, actor, params }) => {
  const query = new URL(request.url).searchParams;
  for (const name of ["index", "search", "of", "error", "next", "saved", "above"]) query.delete(name);
  const back = (more: Readonly<Record<string, string>>, hash = "") => {
    for (const [name, value] of Object.entries(more)) query.set(name, value);
    return redirect(`/o/${params.org}/workforce/titles${query.size === 0 ? "" : `?${query}`}${hash}`);
  };
  const form = await readForm(request, Decision);
  if (!form.ok) return back({});
  const command = form.value;
  if (command.intent === "undo") {
    await undoTitles(deps, actor);
    return back({});
  }
  if (command.intent === "accept") {
    const accepted = await acceptGuesses(deps, actor, command.above / 100);
    return back(accepted.ok ? { saved: String(accepted.value.changed) } : {});
  }
  const { intent, title, onet, other } = command;
  if (intent === "search") return back({ of: title, search: other ?? "" }, "#searched");
  const choice = intent === "take-back" ? null : (other ?? onet);
  if (choice === undefined) return back({ of: title, error: "none" }, "#searched");
  const decided = await decideTitle(deps, actor, { title, choice });
  if (!decided.ok) return back({ of: title, error: "unknown", search: other ?? "" }, "#searched");
  return back({ next: "1" });
});

export default function TitlesPage() {
  const view = useLoaderData<typeof loader>();
  const t = useText(titlesText);
  const f = useFormat();
  const { waiting, all, recognised, titles, state, total, decided, of } = view;
  const counts = { waiting, all, share: f.share(recognised) };
  const errors = { unknown: t("unknown"), none: t("nothingChosen") };
  return (
    <Page
      area="workforce"
      title={t(waiting === 0 ? "titleDone" : "title", counts)}
      lead={t("lead")}
      trail={[{ to: "../workforce/titles", label: t("link") }]}
    >
      <Progress label={t("progress")} done={Math.round(recognised * 100)} total={100} />
      <LastDecisions last={view.last} saved={view.saved} />
      <Panel>
        <TitlesFilter decided={decided} filter={state.filter} />
        {titles.length === 0 ? <p className="py-4 text-ink-soft">{t(decided ? "nothingDecided" : "nothing")}</p> : null}
        <ol>
          {titles.map((title, at) => (
            <TitleCard
              key={title.key}
              title={title}
              at={at}
              first={of === "" ? view.next && at === 0 : title.key === of}
              search={title.key === of && view.search !== "" ? { text: view.search, found: view.found } : null}
              error={title.key === of && view.error !== null ? errors[view.error as "unknown" | "none"] : null}
            />
          ))}
        </ol>
        <Pages state={state} total={total} />
      </Panel>
      <GuessesForm guesses={view.guesses} above={view.above} />
      <TitlesFile />
    </Page>
  );
}
