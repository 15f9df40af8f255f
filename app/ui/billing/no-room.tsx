import { Link } from "@remix-run/react";
import { billingText } from "#app/strings/en/billing.ts";
import { Notice } from "../controls/notice.tsx";
import { useText } from "../text/use-text.ts";

type NoRoomProps = {
  allowance: "members" | "client-workspaces";
  /** The plan's name. */
  plan: string;
  limit: number;
  used: number;
  /** The slug of the organization whose billing page changes the plan; null leaves the link out. */
  workspace: string | null;
};

const words = { members: "noRoomForMember", "client-workspaces": "noRoomForWorkspace" } as const;

/** The plan's limit is reached: which plan, its limit, and where an owner finds a larger one. */
export function NoRoomNotice({ allowance, plan, limit, used, workspace }: NoRoomProps) {
  const t = useText(billingText);
  return (
    <Notice tone="warn">
      {t(words[allowance], { plan, limit, used })} {t("askOwner")}{" "}
      {workspace === null ? null : (
        <Link to={`/o/${workspace}/settings/billing`} className="link">
          {t("billing")}
        </Link>
      )}
    </Notice>
  );
}
