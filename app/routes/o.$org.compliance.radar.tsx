import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import type { Actor } from "#app/services/actor.ts";
import { chooseDigest, markSeen } from "#app/services/compliance/choose-digest.server.ts";
import { loadRadar, type RadarSince } from "#app/services/compliance/load-radar.server.ts";
import { lookNow } from "#app/services/compliance/look-at-duties.server.ts";
import { noteChanges } from "#app/services/compliance/note-changes.server.ts";
import type { Deps } from "#app/services/deps.ts";
import { radarText } from "#app/strings/en/radar.ts";
import { ChangeGroup } from "#app/ui/compliance/change-group.tsx";
import { ComingChanges } from "#app/ui/compliance/coming-changes.tsx";
import { ComplianceTabs } from "#app/ui/compliance/compliance-tabs.tsx";
import { DigestPanel } from "#app/ui/compliance/digest-panel.tsx";
import { EmptyState } from "#app/ui/controls/empty-state.tsx";
import { Form, FormActions, SubmitButton } from "#app/ui/controls/form.tsx";
import { Notice, NotLegalAdvice } from "#app/ui/controls/notice.tsx";
import { Page } from "#app/ui/layout/page.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";

const periods: readonly RadarSince[] = ["seen", "month", "year"];

export const loader = orgLoader("assessment:read", async ({ request, deps, actor, params }) => {
  const asked = new URL(request.url).searchParams.get("since");
  const view = await loadRadar(deps, actor, { since: periods.find((one) => one === asked) ?? null });
  if (!view.ok) throw notFound();
  return { ...view.value, base: `/o/${params.org}` };
});

const posted = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("look") }),
  z.object({ intent: z.literal("seen") }),
  z.object({ intent: z.literal("digest"), digest: z.enum(["off", "weekly", "on-change"]) }),
  z.object({ intent: z.literal("note"), change: z.array(z.string().max(100)).min(1).max(500) }),
  z.object({ intent: z.literal("take-back"), change: z.array(z.string().max(100)).min(1).max(500) }),
]);

type Posted = z.output<typeof posted>;

function carryOut(deps: Deps, actor: Actor, command: Posted) {
  switch (command.intent) {
    case "look":
      return lookNow(deps, actor);
    case "seen":
      return markSeen(deps, actor);
    case "digest":
      return chooseDigest(deps, actor, command.digest);
    case "note":
      return noteChanges(deps, actor, { changes: command.change, noted: true });
    case "take-back":
      return noteChanges(deps, actor, { changes: command.change, noted: false });
  }
}

export const action = orgAction("assessment:read", async ({ request, deps, actor }) => {
  const form = await readForm(request, posted);
  if (!form.ok) throw notFound();
  const done = await carryOut(deps, actor, form.value);
  if (!done.ok) return data({ conflict: done.failure.kind === "conflict" }, { status: failureStatus(done.failure) });
  const back = new URL(request.url);
  return redirect(`${back.pathname.replace(/\.data$/, "")}${back.search}`);
});

export default function RadarPage() {
  const view = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const t = useText(radarText);
  const f = useFormat();
  const { base, groups, look, since, seenAt, mayRun } = view;
  const found = groups.reduce((sum, { changes }) => sum + changes.length, 0);
  const waiting = groups.reduce((sum, group) => sum + group.waiting.length, 0);
  const period =
    since === "seen" && seenAt !== null
      ? t("sinceSeen", { date: f.moment(new Date(seenAt)) })
      : t(since === "year" ? "since_year" : "since_month");
  const coming = view.within90 === 0 ? t("comingNone") : t("coming", { count: view.within90 });
  const title =
    look === null
      ? t("titleFirst")
      : found === 0
        ? t("titleNone")
        : waiting > 0
          ? t("titleChanged", { count: waiting })
          : t("titleNoted", { count: found });
  return (
    <Page
      area="compliance"
      title={title}
      lead={
        look === null
          ? t("leadFirst")
          : t("lead", { since: period, coming, date: f.moment(new Date(look.at)), version: look.packVersion })
      }
      asOf={view.today}
    >
      <ComplianceTabs base={base} here="radar" />
      {result?.conflict ? <Notice tone="warn">{t("conflict")}</Notice> : null}
      {look === null ? (
        <EmptyState action={mayRun ? <LookNow /> : undefined}>{t("comingLead")}</EmptyState>
      ) : (
        <>
          <Periods since={since} seenAt={seenAt} some={found > 0} />
          {view.outdated ? (
            <Notice>
              <p className="mb-2">{t("outdated")}</p>
              {mayRun ? <LookNow /> : null}
            </Notice>
          ) : null}
          {groups.map((group) => (
            <ChangeGroup key={group.key} group={group} base={base} mayNote={mayRun} />
          ))}
          {view.open === 0 ? null : (
            <p className="text-ink-soft">
              {t("open", { count: view.open })}{" "}
              <a className="link" href={`${base}/compliance/questions`}>
                {t("openLink")}
              </a>
            </p>
          )}
          {view.cut ? <p className="text-ink-soft">{t("cut")}</p> : null}
        </>
      )}
      <ComingChanges coming={view.coming} base={base} />
      <DigestPanel digest={view.digest} hasAccount={view.hasAccount} />
      <NotLegalAdvice />
    </Page>
  );
}

function LookNow() {
  const t = useText(radarText);
  return (
    <Form id="look">
      <FormActions>
        <SubmitButton variant="quiet" name="intent" value="look">
          {t("lookNow")}
        </SubmitButton>
      </FormActions>
    </Form>
  );
}

const names = { seen: "showSeen", month: "showMonth", year: "showYear" } as const;

function Periods({ since, seenAt, some }: { since: RadarSince; seenAt: string | null; some: boolean }) {
  const t = useText(radarText);
  return (
    <div className="screen-only flex flex-wrap items-center justify-between gap-3">
      <nav aria-label={t("period")}>
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {periods
            .filter((one) => one !== "seen" || seenAt !== null)
            .map((one) => (
              <li key={one}>
                <a
                  href={`?since=${one}`}
                  className={one === since ? "font-semibold" : "link"}
                  aria-current={one === since ? "true" : undefined}
                >
                  {t(names[one])}
                </a>
              </li>
            ))}
        </ul>
      </nav>
      {some ? (
        <Form id="seen">
          <SubmitButton variant="quiet" name="intent" value="seen">
            {t("markSeen")}
          </SubmitButton>
        </Form>
      ) : null}
    </div>
  );
}
