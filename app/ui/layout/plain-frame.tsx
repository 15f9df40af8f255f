import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { interfaceText } from "#app/strings/en/interface.ts";
import { useText } from "../text/use-text.ts";

type PlainFrameProps = { title: ReactNode; lead?: ReactNode; children: ReactNode };

/** One thing at a time and no navigation: for respondents, learners, and the doors. */
export function PlainFrame({ title, lead, children }: PlainFrameProps) {
  const t = useText(interfaceText);
  return (
    <div className="mx-auto max-w-xl px-4 pt-10 pb-16">
      <header>
        <Link to="/" className="font-semibold">
          {t("product")}
        </Link>
      </header>
      <main id="content" tabIndex={-1} className="pt-6">
        <h1 className="text-title">{title}</h1>
        {lead === undefined ? null : <div className="mt-1 text-ink-soft">{lead}</div>}
        <div className="mt-6">{children}</div>
      </main>
    </div>
  );
}
