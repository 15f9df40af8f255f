import { interfaceText } from "#app/strings/en/interface.ts";
import { Button } from "../controls/button.tsx";
import { useText } from "../text/use-text.ts";

type ErrorPageProps = { status: number; requestId: string | null; home?: string };

/** What went wrong, what to do, and the number that finds the request in the log. Never the error itself. */
export function ErrorPage({ status, requestId, home = "/" }: ErrorPageProps) {
  const t = useText(interfaceText);
  const [title, hint] = wordsFor(status);
  return (
    <main id="content" tabIndex={-1} className="mx-auto max-w-2xl px-4 py-16">
      {home === "/" ? <p className="pb-8 font-semibold">{t("product")}</p> : null}
      <p className="text-caption text-ink-soft">{status}</p>
      <h1 className="mt-1 text-title">{t(title)}</h1>
      <p className="mt-2 text-ink-soft">{t(hint)}</p>
      <div className="mt-6 flex flex-wrap gap-3">
        <a className="button button-primary" href={home}>
          {t("home")}
        </a>
        {status >= 500 || status === 429 ? (
          <form method="get">
            <Button variant="quiet">{t("reload")}</Button>
          </form>
        ) : null}
      </div>
      {requestId === null ? null : (
        <p className="mt-6 text-caption text-ink-soft">{t("errorRequest", { id: requestId })}</p>
      )}
    </main>
  );
}

function wordsFor(status: number) {
  if (status === 403) return ["error403", "error403Hint"] as const;
  if (status === 404) return ["error404", "error404Hint"] as const;
  if (status === 429) return ["error429", "error429Hint"] as const;
  if (status >= 500) return ["error500", "error500Hint"] as const;
  return ["errorOther", "errorOtherHint"] as const;
}
