import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { interfaceText } from "#app/strings/en/interface.ts";
import { useText } from "../text/use-text.ts";
import { ThemeSwitch } from "./theme.tsx";

/** Around public pages: the name, the way in, and nothing that asks for attention. */
export function SiteFrame({ signedIn = false, children }: { signedIn?: boolean; children: ReactNode }) {
  const t = useText(interfaceText);
  return (
    <div className="flex min-h-screen flex-col">
      <header className="border-b border-line bg-surface">
        <div className="mx-auto flex max-w-[1180px] items-center justify-between gap-4 px-4 py-3">
          <Link to="/" className="font-semibold">
            {t("product")}
          </Link>
          <nav aria-label={t("navigation")} className="flex items-center gap-4">
            <Link to={signedIn ? "/account" : "/sign-in"} className="link py-1">
              {signedIn ? t("account") : t("signIn")}
            </Link>
            {signedIn ? null : (
              <Link to="/sign-up" className="button">
                {t("signUp")}
              </Link>
            )}
          </nav>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-[1180px] flex-1 px-4 pt-8 pb-16">
        {children}
      </main>
      <footer className="border-t border-line">
        <div className="mx-auto flex max-w-[1180px] flex-wrap items-center justify-between gap-3 px-4 py-3 text-caption text-ink-soft">
          <span>{t("legal")}</span>
          <ThemeSwitch />
        </div>
      </footer>
    </div>
  );
}
