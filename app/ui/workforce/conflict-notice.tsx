import { Link } from "@remix-run/react";
import { roleFormFields } from "#app/domain/workforce/role-form.ts";
import { workforceText } from "#app/strings/en/workforce.ts";
import { Notice } from "../controls/notice.tsx";
import { useText } from "../text/use-text.ts";

type Values = Readonly<Record<string, unknown>>;

function written(value: unknown): string {
  return Array.isArray(value) ? value.join(", ") : String(value ?? "");
}

/** Two saved the same role: the fields that differ, with both values. The form below keeps the person's own. */
export function ConflictNotice({ yours, theirs }: { yours: Values; theirs: Values }) {
  const t = useText(workforceText);
  const differing = roleFormFields.filter((field) => written(yours[field]).trim() !== written(theirs[field]).trim());
  return (
    <Notice tone="warn" title={t("conflictTitle")}>
      <p>{t("conflictLead")}</p>
      <table className="data-table mt-2">
        <thead>
          <tr>
            <th scope="col">{t("conflictField")}</th>
            <th scope="col">{t("conflictYours")}</th>
            <th scope="col">{t("conflictTheirs")}</th>
          </tr>
        </thead>
        <tbody>
          {differing.map((field) => (
            <tr key={field}>
              <th scope="row">{t(field)}</th>
              <td>{written(yours[field]) || t("notSaid")}</td>
              <td>{written(theirs[field]) || t("notSaid")}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Link to="" reloadDocument className="link">
        {t("keepTheirs")}
      </Link>
    </Notice>
  );
}
