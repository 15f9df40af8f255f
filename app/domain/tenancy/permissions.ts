/** What somebody may be in an organization, from most to least. Everybody has exactly one role in each organization. */
export const memberRoles = ["owner", "editor", "viewer", "manager", "learner", "respondent"] as const;

export type MemberRole = (typeof memberRoles)[number];

/** Everything that a loader, an action or a service may ask for. */
export const permissions = [
  "organization:enter",
  "organization:read",
  "organization:edit",
  "workforce:read",
  "workforce:edit",
  "assessment:read",
  "assessment:run",
  "facts:edit",
  "evidence:review",
  "plan:read",
  "plan:edit",
  "plan:approve",
  "outcome:record",
  "report:read",
  "report:create",
  "members:read",
  "members:manage",
  "billing:read",
  "billing:manage",
  "data:export",
  "data:erase",
  "audit:read",
  "people:see",
  "learning:own",
  "respond",
] as const;

export type Permission = (typeof permissions)[number];

const reading = [
  "organization:enter",
  "organization:read",
  "workforce:read",
  "assessment:read",
  "plan:read",
  "report:read",
] as const satisfies readonly Permission[];

const own = ["organization:enter", "learning:own", "respond"] as const satisfies readonly Permission[];

/**
 * The matrix. `organization:enter` is the bare layout (the organization's name), which learners and respondents see too.
 * `people:see` is the owner's by role; the owner may grant it to single members besides (`Actor.seesPeople`).
 */
export const granted: Readonly<Record<MemberRole, ReadonlySet<Permission>>> = {
  owner: new Set(permissions),
  editor: new Set<Permission>([
    ...reading,
    ...own,
    "organization:edit",
    "workforce:edit",
    "assessment:run",
    "facts:edit",
    "evidence:review",
    "plan:edit",
    "plan:approve",
    "outcome:record",
    "report:create",
    "members:read",
  ]),
  viewer: new Set<Permission>([...reading, ...own]),
  manager: new Set<Permission>([...reading, ...own, "outcome:record", "evidence:review"]),
  learner: new Set<Permission>(own),
  respondent: new Set<Permission>(["organization:enter", "respond"]),
};
