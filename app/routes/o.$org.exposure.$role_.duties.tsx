import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { type DutyRow, dutyRowsOf, readDutyRows, spreadEvenly } from "#app/domain/exposure/read-duty-rows.ts";
import { type LeftOut, splitDuties } from "#app/domain/exposure/split-duties.ts";
import type { RoleId } from "#app/domain/kernel/ids.ts";
import { DutiesForm, rowsOfForm } from "#app/http/duties-form.server.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { loadDuties } from "#app/services/exposure/load-duties.server.ts";
import { type OpinionRefused, requestOpinion } from "#app/services/exposure/request-opinion.server.ts";
import { runExposureAssessment } from "#app/services/exposure/run-exposure-assessment.server.ts";
import { restoreDuties, saveDuties } from "#app/services/exposure/save-duties.server.ts";
import { dutiesText } from "#app/strings/en/duties.ts";
import { exposureText } from "#app/strings/en/exposure.ts";
import { Notice } from "#app/ui/controls/notice.tsx";
import { Attribution } from "#app/ui/exposure/attribution.tsx";
import { DutiesBody } from "#app/ui/exposure/duties-body.tsx";
import { useDutyErrors } from "#app/ui/exposure/duties-errors.ts";
import { Page } from "#app/ui/layout/page.tsx";
import { useText } from "#app/ui/text/use-text.ts";

/** Longer texts are refused with their words kept; a long job description has 10,000. */
const mostPasted = 100_000;
const leftOutShown = 40;

export const loader = orgLoader("assessment:read", async ({ deps, actor, params }) => {
  const duties = await loadDuties(deps, actor, (params.role ?? "") as RoleId, null);
  if (duties.ok) return { duties: duties.value };
  if (duties.failure.kind === "small") return { duties: null };
  throw notFound();
});

export const action = orgAction("workforce:edit", async ({ request, deps, actor, params }) => {
  const form = await readForm(request, DutiesForm);
  if (!form.ok)
    return data(
      { failed: { kind: "invalid" as const }, draft: null, refused: null as OpinionRefused | null },
      { status: 422 },
    );
  const roleId = (params.role ?? "") as RoleId;
  const here = `/o/${params.org}/exposure/${roleId}/duties`;
  const { intent, version, pasted, keep } = form.value;
  const activities = new Set(deps.knowledge.occupations.activities.map(({ id }) => id));

  /** Whether lines were changed since they were saved. A browser sends line breaks its own way. */
  async function differFromSaved(rows: readonly DutyRow[]) {
    const kept = await loadDuties(deps, actor, roleId, null);
    const saved = kept.ok ? dutyRowsOf(kept.value.view.duties.map(({ task }) => task)) : [];
    const written = (each: readonly DutyRow[]) =>
      JSON.stringify(each.map(({ text, share, activity }) => [text.replace(/\r\n/g, "\n"), share, activity]));
    return written(rows) !== written(saved);
  }

  /** The page with lines that are not saved, and what is wrong with them. */
  async function shown(rows: readonly DutyRow[], kind: string | null, leftOut: readonly LeftOut[] = []) {
    const { tasks, problems } = readDutyRows(rows, activities);
    const duties = await loadDuties(deps, actor, roleId, tasks);
    if (!duties.ok)
      return data(
        { failed: duties.failure, draft: null, refused: null as OpinionRefused | null },
        { status: failureStatus(duties.failure) },
      );
    const wrong = kind === null && intent === "save" && problems.length > 0 ? "problems" : kind;
    const draft = {
      duties: duties.value,
      rows: intent === "add" ? [...rows, { text: "", share: "", activity: "" }] : rows,
      problems: intent === "read" ? problems.filter(({ at }) => at === null) : problems,
      pasted,
      leftOut: leftOut.slice(0, leftOutShown).map(({ text, reason }) => ({ text: text.slice(0, 200), reason })),
      leftOutCount: leftOut.length,
    };
    const failed = wrong === null ? null : { kind: wrong };
    return data(
      { failed, draft, refused: null as OpinionRefused | null },
      { status: failed === null ? 200 : failureStatus(failed) },
    );
  }

  const rows = rowsOfForm(form.value).filter(({ text, share }) => text.trim() !== "" || share.trim() !== "");
  if (intent === "ask") {
    if (pasted.trim() !== "" || (rows.length > 0 && (await differFromSaved(rows)))) return shown(rows, "saveFirst");
    const asked = await requestOpinion(deps, actor, { roleId });
    if (asked.ok) return redirect(here);
    return data(
      { failed: null, draft: null, refused: asked.failure as OpinionRefused | null },
      { status: failureStatus(asked.failure) },
    );
  }
  if (intent === "restore") {
    const restored = await restoreDuties(deps, actor, { roleId, version });
    if (!restored.ok)
      return data(
        { failed: restored.failure, draft: null, refused: null as OpinionRefused | null },
        { status: failureStatus(restored.failure) },
      );
    await runExposureAssessment(deps, actor, {});
    return redirect(`${here}?saved`);
  }
  if (intent === "read") {
    const before = keep === "yes" ? rows : [];
    if (pasted.trim() === "") return shown(rows, "nothingPasted");
    if (pasted.length > mostPasted) return shown(rows, "tooMuchText");
    const { duties, leftOut } = splitDuties(pasted);
    return shown([...before, ...dutyRowsOf(duties)], duties.length === 0 ? "nothingFound" : null, leftOut);
  }
  if (intent !== "save") return shown(intent === "spread" ? spreadEvenly(rows) : rows, null);
  const { tasks, problems } = readDutyRows(rows, activities);
  if (problems.length > 0) return shown(rows, null);
  const saved = await saveDuties(deps, actor, { roleId, version, tasks });
  if (!saved.ok) return shown(rows, saved.failure.kind);
  await runExposureAssessment(deps, actor, {});
  return redirect(`${here}?saved`);
});

export default function DutiesPage() {
  const loaded = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>();
  const [search] = useSearchParams();
  const t = useText(dutiesText);
  const x = useText(exposureText);
  const draft = acted?.draft ?? null;
  const errors = useDutyErrors(draft, acted?.failed?.kind ?? null);
  const duties = draft?.duties ?? loaded.duties;
  if (duties === null) {
    return (
      <Page area="exposure" title={x("small")}>
        <Notice>{t("small")}</Notice>
      </Page>
    );
  }
  const { role, view } = duties;
  const count = view.duties.length;
  const title =
    draft !== null && count > 0
      ? t("titleDraft", { count, role: role.title })
      : count === 0
        ? t("titleNone", { role: role.title })
        : t("titleSaved", { count, role: role.title });
  return (
    <Page
      area="exposure"
      title={title}
      lead={draft === null || count === 0 ? t("lead") : t("leadDraft")}
      trail={[
        { to: `../exposure/${role.id}`, label: role.title },
        { to: "", label: t("area") },
      ]}
    >
      {search.has("saved") && acted === undefined ? <Notice tone="good">{t("saved")}</Notice> : null}
      <DutiesBody duties={duties} draft={draft} errors={errors} refusal={acted?.refused ?? null} />
      <Attribution />
    </Page>
  );
}
