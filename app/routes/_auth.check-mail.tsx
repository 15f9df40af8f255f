import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { publicLoader } from "#app/http/org-route.server.ts";
import { isFromThisMachine } from "#app/http/visitor.server.ts";
import { accountsText } from "#app/strings/en/accounts.ts";
import { Notice } from "#app/ui/controls/notice.tsx";
import { PlainFrame } from "#app/ui/layout/plain-frame.tsx";
import { useText } from "#app/ui/text/use-text.ts";

export const meta: MetaFunction = () => [{ title: `${accountsText.checkMailTitle} – Groundwork` }];

export const loader = publicLoader(async (args) => ({ kept: !args.deps.mail.delivers && isFromThisMachine(args) }));

export default function CheckMailPage() {
  const t = useText(accountsText);
  const { kept } = useLoaderData<typeof loader>();
  return (
    <PlainFrame title={t("checkMailTitle")} lead={t("checkMailLead")}>
      <p>{t("checkMailNothing")}</p>
      {kept ? (
        <div className="mt-5">
          <Notice>
            {t("keptHere")}{" "}
            <Link to="/dev/mail" className="link">
              {t("keptHereLink")}
            </Link>
          </Notice>
        </div>
      ) : null}
    </PlainFrame>
  );
}
