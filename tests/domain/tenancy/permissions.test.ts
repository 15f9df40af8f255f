import { expect, test } from "vitest";
import { mayDo, maySeePeople } from "#app/domain/tenancy/may-do.ts";
import { memberRoles, permissions } from "#app/domain/tenancy/permissions.ts";

const matrix = `
                     owner editor viewer manager learner respondent
organization:enter     x     x      x       x       x        x
organization:read      x     x      x       x       -        -
organization:edit      x     x      -       -       -        -
workforce:read         x     x      x       x       -        -
workforce:edit         x     x      -       -       -        -
assessment:read        x     x      x       x       -        -
assessment:run         x     x      -       -       -        -
facts:edit             x     x      -       -       -        -
evidence:review        x     x      -       x       -        -
plan:read              x     x      x       x       -        -
plan:edit              x     x      -       -       -        -
plan:approve           x     x      -       -       -        -
outcome:record         x     x      -       x       -        -
report:read            x     x      x       x       -        -
report:create          x     x      -       -       -        -
members:read           x     x      -       -       -        -
members:manage         x     -      -       -       -        -
billing:read           x     -      -       -       -        -
billing:manage         x     -      -       -       -        -
data:export            x     -      -       -       -        -
data:erase             x     -      -       -       -        -
audit:read             x     -      -       -       -        -
people:see             x     -      -       -       -        -
learning:own           x     x      x       x       x        -
respond                x     x      x       x       x        x
`;

test("every role may do what the table says, and nothing else", () => {
  const [head = "", ...lines] = matrix.trim().split("\n");
  const roles = head.trim().split(/\s+/);
  expect(roles).toEqual([...memberRoles]);
  expect(lines.map((line) => line.split(/\s+/)[0])).toEqual([...permissions]);
  for (const line of lines) {
    const [permission, ...marks] = line.trim().split(/\s+/);
    const said = memberRoles.map((role) => (mayDo(role, permission as (typeof permissions)[number]) ? "x" : "-"));
    expect(`${permission} ${said.join(" ")}`).toBe(`${permission} ${marks.join(" ")}`);
  }
});

test("persons are seen by the owner and by whom the owner granted it", () => {
  expect(maySeePeople({ role: "owner", seesPeople: false })).toBe(true);
  expect(maySeePeople({ role: "editor", seesPeople: false })).toBe(false);
  expect(maySeePeople({ role: "viewer", seesPeople: true })).toBe(true);
});
