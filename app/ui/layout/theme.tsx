import { Form, useLocation } from "@remix-run/react";
import { createContext, useContext } from "react";
import { interfaceText } from "#app/strings/en/interface.ts";
import { useText } from "../text/use-text.ts";

export type ThemeChoice = "system" | "light" | "dark";

const ThemeContext = createContext<ThemeChoice>("system");
export const ThemeProvider = ({ theme, children }: { theme: ThemeChoice; children: React.ReactNode }) => (
  <ThemeContext.Provider value={theme}>{children}</ThemeContext.Provider>
);

const choices = [
  { value: "system", label: "themeSystem" },
  { value: "light", label: "themeLight" },
  { value: "dark", label: "themeDark" },
] as const;

/** Three buttons; the choice is kept in a cookie by the route `/theme`, which comes back to this page. */
export function ThemeSwitch() {
  const t = useText(interfaceText);
  const chosen = useContext(ThemeContext);
  const { pathname, search } = useLocation();
  return (
    <Form method="post" action="/theme" className="flex flex-wrap items-center gap-1 text-caption" preventScrollReset>
      <fieldset className="flex flex-wrap gap-1">
        <legend className="sr-only">{t("theme")}</legend>
        <input type="hidden" name="back" value={pathname + search} />
        {choices.map(({ value, label }) => (
          <button
            key={value}
            type="submit"
            name="theme"
            value={value}
            aria-pressed={chosen === value}
            className={`min-h-6 rounded px-2 py-0.5 ${chosen === value ? "bg-raised text-ink" : "text-ink-soft hover:text-ink"}`}
          >
            {t(label)}
          </button>
        ))}
      </fieldset>
    </Form>
  );
}
