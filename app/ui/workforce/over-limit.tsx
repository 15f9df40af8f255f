import { Link } from "@remix-run/react";
import { workforceText } from "#app/strings/en/workforce.ts";
import { Notice } from "../controls/notice.tsx";
import { useFrame } from "../layout/frame-context.tsx";
import { useText } from "../text/use-text.ts";

/** The plan has no room for more roles; says the limit, what is used, and where plans are. */
export function OverLimitNotice({ limit, used }: { limit: number; used: number }) {
  const t = useText(workforceText);
  const frame = useFrame();
  return (
    <Notice tone="warn">
      {t("overLimit", { limit, used })}{" "}
      <Link to={`/o/${frame?.organization.slug ?? ""}/settings/billing`} className="link">
        {t("seePlans")}
      </Link>
    </Notice>
  );
}
