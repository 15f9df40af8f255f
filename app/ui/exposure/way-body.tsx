import type { RoleExposure } from "#app/domain/exposure/exposure-assessment.ts";
import type { OwnWay } from "#app/domain/exposure/ways-of-organization.ts";
import type { PathCourse, TaughtSkill } from "#app/domain/planning/path-courses.ts";
import { redeploymentText } from "#app/strings/en/redeployment.ts";
import { SkillGapBars } from "../charts/skill-gap-bars.tsx";
import { LinkButton } from "../controls/button.tsx";
import { Disclosure } from "../controls/disclosure.tsx";
import { Form, FormActions, SubmitButton } from "../controls/form.tsx";
import { FigureCard } from "../figures/figure.tsx";
import { KeyFigures, Panel } from "../layout/page.tsx";
import { DataTable } from "../tables/data-table.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { useWayWords } from "./way-words.ts";

type WayBodyProps = {
  way: {
    readonly role: Pick<RoleExposure, "id" | "title" | "score">;
    readonly way: OwnWay;
    readonly skills: readonly TaughtSkill[] | null;
    readonly course: PathCourse | null;
    readonly plannedOn: string | null;
    readonly mayPlan: boolean;
  };
  /** The address of the organization's pages. */
  home: string;
};

/** One way forward: figures, skill by skill, the courses that touch each, and how it is planned. */
export function WayBody({ way: page, home }: WayBodyProps) {
  const t = useText(redeploymentText);
  const words = useWayWords();
  const f = useFormat();
  const { role, way, skills } = page;
  const own = words.own(way);
  return (
    <>
      <KeyFigures>
        <FigureCard label={t("exposureHere")} estimate={role.score} unit="share" />
        <FigureCard label={t("exposureThere")} estimate={way.score} unit="share">
          {words.sure(way)}
        </FigureCard>
        <FigureCard label={t("skillDistance")} figure={words.nearness(way)} estimate={null} unit="count">
          {words.distance(way)} · {words.inCommon(way)} · {t("preparation")}: {words.preparation(way)}
        </FigureCard>
        <FigureCard
          label={t("payMedian")}
          figure={way.payChange === null ? t("payUnknown") : words.change(way.payChange)}
          estimate={null}
          unit="count"
        >
          {t("payNote")}
          {way.own?.payChange == null ? null : ` · ${t("payOwnNote", { change: words.change(way.own.payChange) })}`}
        </FigureCard>
      </KeyFigures>
      {own === null ? null : <p>{own}</p>}
      <Panel title={t("gapTitle")}>
        <p className="mb-3 text-ink-soft">{skills === null ? t("gapUnknown") : t("gapText")}</p>
        {skills === null || skills.length > 0 ? null : <p>{t("gapNone")}</p>}
        {skills === null || skills.length === 0 ? null : (
          <SkillGapBars wide={1060} title={t("gapTitle")} description={t("gapText")} rows={skills} />
        )}
      </Panel>
      {skills === null || skills.length === 0 ? null : (
        <Panel title={t("courses")} link={{ to: `${home}/upskilling`, label: t("seePlan") }}>
          <p className="mb-3 text-ink-soft">{t("coursesText")}</p>
          <DataTable
            caption={t("courses")}
            rows={skills}
            rowKey={({ skill }) => skill}
            columns={[
              { key: "skill", header: t("skill"), cell: ({ skill }) => skill },
              {
                key: "levels",
                header: `${t("levelNow")} → ${t("levelNeeded")}`,
                align: "end",
                cell: ({ now, needed }) => `${f.number(now, 1)} → ${f.number(needed, 1)}`,
              },
              { key: "courses", header: t("courses"), cell: (skill) => <Courses skill={skill} home={home} /> },
            ]}
          />
        </Panel>
      )}
      <PlanPanel page={page} home={home} />
      <p className="text-caption text-ink-soft">{t("gauge")}</p>
    </>
  );
}

function Courses({ skill: { courses }, home }: { skill: TaughtSkill; home: string }) {
  const t = useText(redeploymentText);
  if (courses.length === 0) return <span className="text-ink-soft">{t("courseNone")}</span>;
  return (
    <ul className="space-y-1">
      {courses.map(({ id, title, item }) => (
        <li key={id}>
          {item === null ? (
            title
          ) : (
            <a className="link" href={`${home}/plan/items/${encodeURIComponent(item)}`}>
              {title}
            </a>
          )}{" "}
          <span className="text-caption text-ink-soft">({t(item === null ? "notInPlan" : "inPlan")})</span>
        </li>
      ))}
    </ul>
  );
}

function PlanPanel({ page: { course, plannedOn, mayPlan }, home }: { page: WayBodyProps["way"]; home: string }) {
  const t = useText(redeploymentText);
  const f = useFormat();
  const candidate = course?.candidate ?? null;
  const what =
    course === null
      ? t("planNoFamily")
      : candidate === null
        ? t("planNoCourse", { family: course.family })
        : t("planText", { course: course.title });
  return (
    <Panel title={t("planTitle")}>
      {plannedOn === null ? (
        <p className="text-ink-soft">{what}</p>
      ) : (
        <p role="status">
          {t("planned", { date: f.date(plannedOn) })}{" "}
          {course === null || candidate === null
            ? null
            : t(course.planned ? "courseInPlan" : "plannedCourse", { course: course.title })}
        </p>
      )}
      {course === null || course.modules.length === 0 ? null : (
        <Disclosure summary={t("modules")}>
          <ol className="list-decimal space-y-1 pl-5">
            {course.modules.map((module) => (
              <li key={module}>{module}</li>
            ))}
          </ol>
        </Disclosure>
      )}
      <div className="screen-only mt-3">
        {mayPlan ? (
          <Form id="plan-way" hidden={{ intent: plannedOn === null ? "plan" : "drop" }}>
            <FormActions>
              <SubmitButton variant={plannedOn === null ? "primary" : "quiet"}>
                {t(plannedOn === null ? "planButton" : "drop")}
              </SubmitButton>
              <LinkButton
                variant="quiet"
                to={
                  course?.planned === true && candidate !== null
                    ? `${home}/plan/items/${encodeURIComponent(candidate)}`
                    : `${home}/plan`
                }
              >
                {t(course?.planned === true ? "seeCourse" : "seePlan")}
              </LinkButton>
            </FormActions>
          </Form>
        ) : (
          <p className="text-caption text-ink-soft">{t("mayNot")}</p>
        )}
      </div>
    </Panel>
  );
}
