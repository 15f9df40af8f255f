import type { GroupCourse, GroupUpskilling } from "#app/domain/planning/upskilling.ts";
import { planningText } from "#app/strings/en/planning.ts";
import { Disclosure } from "../controls/disclosure.tsx";
import { Figure } from "../figures/figure.tsx";
import { Panel } from "../layout/page.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

/** What one group of roles learns, with hours, owner, modules and reasons. */
export function GroupPanel({ group }: { group: GroupUpskilling }) {
  const t = useText(planningText);
  const f = useFormat();
  const people = t("groupPeople", { count: group.headcount });
  const exposed = group.exposed > 0 ? `; ${t("groupExposed", { share: f.share(group.exposed) })}` : "";
  return (
    <Panel title={`${group.title.charAt(0).toUpperCase()}${group.title.slice(1)}`}>
      <p className="text-ink-soft">
        {people}
        {exposed}
      </p>
      {group.courses.length === 0 ? <p className="mt-2">{t("groupNone")}</p> : null}
      <div className="mt-3 space-y-4">
        {group.courses.map((course) => (
          <Course key={course.id} course={course} />
        ))}
      </div>
    </Panel>
  );
}

function Course({ course }: { course: GroupCourse }) {
  const t = useText(planningText);
  const f = useFormat();
  const unit = course.measure.startsWith("share") ? "share" : "effect";
  return (
    <article className="border-t border-line pt-3">
      <h3 className="font-semibold">
        <a className="link" href={`plan/items/${encodeURIComponent(course.id)}`}>
          {course.title}
        </a>
      </h3>
      <p>
        {course.mode}. {f.dateRange(course.start, course.finish)}. {course.owner}.{" "}
        {/* Less than an hour each is a course for a few of them. */}
        {course.hoursEach < 1
          ? t("courseHoursAll", { all: f.number(course.hours) })
          : t("courseHours", {
              each: f.number(course.hoursEach, course.hoursEach % 1 === 0 || course.hoursEach >= 10 ? 0 : 1),
              all: f.number(course.hours),
            })}
      </p>
      <p>
        {t("expected")}: <Figure estimate={course.effect} unit={unit} />{" "}
        <span className="text-caption text-ink-soft">{course.measure}</span>
      </p>
      <Disclosure summary={t("courseModules")}>
        <ol className="list-decimal space-y-1 pl-5">
          {course.modules.map((module) => (
            <li key={module}>{module}</li>
          ))}
        </ol>
      </Disclosure>
      <Disclosure summary={t("why")}>
        <ul className="list-disc space-y-1 pl-5">
          {course.why.map((driver) => (
            <li key={`${driver.ref} ${driver.text}`}>{f.datesIn(driver.text)}</li>
          ))}
        </ul>
      </Disclosure>
    </article>
  );
}
