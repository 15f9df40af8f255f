import { upskillingText } from "#app/strings/en/upskilling.ts";
import { SubmitButton } from "../controls/form.tsx";
import { Notice } from "../controls/notice.tsx";
import { Panel } from "../layout/page.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

type Course = { readonly id: string; readonly title: string; readonly item: string | null };

type PlannedWay = {
  readonly roleId: string;
  readonly role: string;
  readonly people: number;
  readonly onet: string;
  readonly to: string;
  readonly plannedOn: string;
  readonly stands: boolean;
  readonly skills: readonly { readonly skill: string; readonly courses: readonly Course[] }[] | null;
  readonly course: { readonly candidate: string | null; readonly title: string; readonly planned: boolean } | null;
};

type PlannedWaysProps = { planned: { ways: readonly PlannedWay[]; hidden: number; mayDrop: boolean }; home: string };

/** Ways forward that are planned: for whom, which skills and courses, where they are explained, and how they are taken back. */
export function PlannedWays({ planned, home }: PlannedWaysProps) {
  const t = useText(upskillingText);
  const { ways, hidden, mayDrop } = planned;
  return (
    <Panel title={t("waysTitle")}>
      {ways.length === 0 && hidden === 0 ? (
        <p>
          {t("waysNone")}{" "}
          <a className="link" href={`${home}/exposure/paths`}>
            {t("waysFind")}
          </a>
        </p>
      ) : (
        <p className="max-w-3xl text-ink-soft">{t("waysText")}</p>
      )}
      <ul className="divide-y divide-line">
        {ways.map((way) => (
          <li key={`${way.roleId} ${way.onet}`} className="py-4 last:pb-0">
            <Way way={way} home={home} mayDrop={mayDrop} />
          </li>
        ))}
      </ul>
      {hidden === 0 ? null : <p className="mt-2 text-caption text-ink-soft">{t("waysHidden", { count: hidden })}</p>}
    </Panel>
  );
}

function Way({ way, home, mayDrop }: { way: PlannedWay; home: string; mayDrop: boolean }) {
  const t = useText(upskillingText);
  const f = useFormat();
  const { role, to, skills, course } = way;
  const name = t("way", { role, to });
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
      <div className="min-w-0 max-w-3xl space-y-1">
        <h3 className="font-semibold">
          {way.stands ? (
            <a className="link" href={`${home}/exposure/${way.roleId}/paths/${way.onet}`}>
              {name}
            </a>
          ) : (
            name
          )}
        </h3>
        <p className="text-caption text-ink-soft">
          {t("wayFor", { count: way.people })} {t("wayPlanned", { date: f.date(way.plannedOn) })}
        </p>
        {way.stands ? null : <Notice tone="warn">{t("wayGone")}</Notice>}
        {course === null ? null : (
          <p>
            {t("wayCourse")}: <PathCourse course={course} home={home} />
          </p>
        )}
        {skills === null || skills.length === 0 ? null : (
          <dl className="evidence text-caption">
            {skills.map(({ skill, courses }) => (
              <div key={skill} className="contents">
                <dt className="text-ink-soft">{skill}</dt>
                <dd>
                  {courses.length === 0
                    ? t("wayNoCourse")
                    : courses.map((each, at) => (
                        <span key={each.id}>
                          {at === 0 ? "" : "; "}
                          <CourseLink course={each} home={home} />
                        </span>
                      ))}
                </dd>
              </div>
            ))}
          </dl>
        )}
      </div>
      {mayDrop ? (
        <form method="post" className="screen-only">
          <input type="hidden" name="intent" value="drop-way" />
          <input type="hidden" name="role" value={way.roleId} />
          <input type="hidden" name="onet" value={way.onet} />
          <SubmitButton variant="quiet">
            {t("wayDrop")}
            <span className="sr-only">: {name}</span>
          </SubmitButton>
        </form>
      ) : null}
    </div>
  );
}

function CourseLink({ course, home }: { course: Course; home: string }) {
  const t = useText(upskillingText);
  if (course.item === null)
    return (
      <>
        {course.title} ({t("notInPlan")})
      </>
    );
  return (
    <a className="link" href={`${home}/plan/items/${encodeURIComponent(course.item)}`}>
      {course.title}
    </a>
  );
}

function PathCourse({ course, home }: { course: NonNullable<PlannedWay["course"]>; home: string }) {
  const t = useText(upskillingText);
  const { candidate, title, planned } = course;
  if (candidate === null) return t("wayCourseNone");
  return planned ? (
    <a className="link" href={`${home}/plan/items/${encodeURIComponent(candidate)}`}>
      {title}
    </a>
  ) : (
    <>
      {title} ({t("waitsForPlan")})
    </>
  );
}
