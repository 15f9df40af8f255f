const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export function parseTheme(given: unknown): Theme {
  return themes.find((theme) => theme === given) ?? "system";
}

/** The colours that the reader chose; the system's when nothing was chosen. Read without parsing: the cookie is one word. */
export function themeOf(request: Request): Theme {
  const found = /(?:^|;\s*)theme=(\w+)/.exec(request.headers.get("Cookie") ?? "");
  return parseTheme(found?.[1]);
}

/** The header that keeps a choice for a year. It holds no secret and no person. */
export function themeCookie(theme: Theme): string {
  return `theme=${theme}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`;
}
