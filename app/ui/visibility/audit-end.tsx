import type { AuditAdvice, UnreadAdvice } from "#app/domain/visibility/audit-advice.ts";
import { visibilityText } from "#app/strings/en/visibility.ts";
import { LinkButton } from "../controls/button.tsx";
import type { FieldErrors } from "../controls/error-summary.tsx";
import { Form, SubmitButton } from "../controls/form.tsx";
import { Panel } from "../layout/page.tsx";
import { useText } from "../text/use-text.ts";

const adviceWords = {
  name: "adviceName",
  slow: "adviceSlow",
  certificate: "adviceCertificate",
  "nothing-answers": "adviceNothingAnswers",
  private: "advicePrivate",
  redirects: "adviceRedirects",
  ours: "adviceOurs",
  other: "adviceOther",
  "turned-away": "adviceTurnedAway",
  "too-often": "adviceTooOften",
  "server-fails": "adviceServerFails",
  "robots-closed": "adviceRobotsClosed",
  "nothing-read": "adviceNothingRead",
} as const satisfies Record<AuditAdvice | UnreadAdvice, string>;

/** A reason as a sentence of its own; the guard gives it as what follows a colon. */
export function asSentence(because: string): string {
  const first = because.charAt(0).toUpperCase() + because.slice(1);
  return /[.!?]$/.test(first) ? first : `${first}.`;
}

/** What can be done about the reason of an audit that brought nothing. */
export function Advice({ advice }: { advice: AuditAdvice | UnreadAdvice }) {
  const t = useText(visibilityText);
  return <>{t(adviceWords[advice])}</>;
}

type Props = {
  /** Null where the audit was cancelled. */
  advice: AuditAdvice | UnreadAdvice | null;
  anyPages: boolean;
  mayTryAgain: boolean;
  errors: FieldErrors | undefined;
  /** Where another address is typed; null for a site that is only compared with. */
  other: string | null;
};

/** The end of an audit that brought no result: what is kept, what to do, and the same address once more. */
export function AuditEnd({ advice, anyPages, mayTryAgain, errors, other }: Props) {
  const t = useText(visibilityText);
  return (
    <Panel title={t("whatToDo")}>
      <p className="max-w-3xl">
        {advice === null ? t(anyPages ? "cancelledKept" : "cancelledNothing") : <Advice advice={advice} />}
      </p>
      {mayTryAgain ? (
        <div className="mt-4 flex flex-wrap items-start gap-3">
          <Form errors={errors} hidden={{ intent: "again" }}>
            <SubmitButton>{t("tryAgain")}</SubmitButton>
          </Form>
          {other === null ? null : (
            <LinkButton to={other} variant="quiet">
              {t("otherAddress")}
            </LinkButton>
          )}
        </div>
      ) : null}
    </Panel>
  );
}
