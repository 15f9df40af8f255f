import type { HeadersFunction, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { publicLoader } from "#app/http/org-route.server.ts";
import { isFromThisMachine } from "#app/http/visitor.server.ts";
import { loadKeptLetters } from "#app/services/accounts/load-kept-letters.server.ts";
import { accountsText } from "#app/strings/en/accounts.ts";
import { PlainFrame } from "#app/ui/layout/plain-frame.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";

export const meta: MetaFunction = () => [{ title: "Letters – Groundwork" }];
export const headers: HeadersFunction = () => ({ "Cache-Control": "no-store", "Referrer-Policy": "same-origin" });

/** Letters hold links that open accounts, so they are shown only where no mail is sent, and only to this machine. */
export const loader = publicLoader(async (args) => {
  if (args.deps.mail.delivers || !isFromThisMachine(args)) throw notFound();
  return { letters: await loadKeptLetters(args.deps) };
});

export default function LettersPage() {
  const t = useText(accountsText);
  const f = useFormat();
  const { letters } = useLoaderData<typeof loader>();
  return (
    <PlainFrame title={t("lettersTitle", { count: letters.length })} lead={t("lettersLead")}>
      <ol className="space-y-4">
        {letters.map((letter) => (
          <li key={letter.id} className="panel">
            <h2 className="font-semibold">{letter.subject}</h2>
            <p className="text-caption text-ink-soft">
              {letter.to} · {f.moment(letter.at)}
            </p>
            <p className="mt-2 break-words whitespace-pre-line">
              {letter.parts.map(({ text, path }) =>
                path === null ? (
                  text
                ) : (
                  <a key={path} href={path} className="link">
                    {text}
                  </a>
                ),
              )}
            </p>
          </li>
        ))}
      </ol>
    </PlainFrame>
  );
}
