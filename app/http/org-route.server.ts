import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { Permission } from "#app/domain/tenancy/permissions.ts";
import type { Actor } from "#app/services/actor.ts";
import type { Deps } from "#app/services/deps.ts";
import type { OrganizationSummary } from "#app/services/tenancy/find-actor.server.ts";
import { requireActor } from "./require-actor.server.ts";
import { requireUser, type SignedIn } from "./session.server.ts";

/** Who may call a loader or an action. A permission is asked of the actor in the organization that the URL names. */
export type Policy =
  | { readonly who: "member"; readonly permission: Permission }
  | { readonly who: "user" }
  | { readonly who: "public" };

type Args = LoaderFunctionArgs | ActionFunctionArgs;

/** A door with its policy on it. A test reads the policy of every route and fails where there is none. */
export type Guarded<Value> = ((args: Args) => Promise<Value>) & { readonly policy: Policy };

export type PublicArgs = Args & { readonly deps: Deps };
export type UserArgs = PublicArgs & { readonly user: SignedIn };
export type OrgArgs = PublicArgs & { readonly actor: Actor; readonly organization: OrganizationSummary };

function withPolicy<Value>(policy: Policy, run: (args: Args) => Promise<Value>): Guarded<Value> {
  return Object.assign(run, { policy });
}

function forMembers<Value>(permission: Permission, run: (args: OrgArgs) => Promise<Value>): Guarded<Value> {
  return withPolicy({ who: "member", permission }, async (args) => {
    const { actor, organization } = await requireActor(args, permission);
    return run({ ...args, deps: args.context.deps, actor, organization });
  });
}

function forUsers<Value>(run: (args: UserArgs) => Promise<Value>): Guarded<Value> {
  return withPolicy({ who: "user" }, async (args) =>
    run({ ...args, deps: args.context.deps, user: await requireUser(args) }),
  );
}

function forAll<Value>(run: (args: PublicArgs) => Promise<Value>): Guarded<Value> {
  return withPolicy({ who: "public" }, (args) => run({ ...args, deps: args.context.deps }));
}

// A route says what its doors are by the word it uses; loaders and actions are guarded alike.
export {
  forAll as publicAction,
  forAll as publicLoader,
  forMembers as orgAction,
  forMembers as orgLoader,
  forUsers as userAction,
  forUsers as userLoader,
};
