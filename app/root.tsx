import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { publicLoader } from "./http/org-route.server.ts";
import { themeOf } from "./http/theme-cookie.server.ts";
import { interfaceText } from "./strings/en/interface.ts";
import styles from "./styles/tailwind.css?url";
import { FollowLinks } from "./ui/layout/follow-links.tsx";
import { useNonce } from "./ui/layout/nonce.tsx";
import { RouteError } from "./ui/layout/route-error.tsx";
import { ThemeProvider } from "./ui/layout/theme.tsx";
import { defaultReader, ReaderProvider } from "./ui/text/locale.tsx";
import { useText } from "./ui/text/use-text.ts";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export const meta: MetaFunction = () => [{ title: interfaceText.product }];

export const loader = publicLoader(async ({ request, context }) => ({
  theme: themeOf(request),
  reader: defaultReader,
  requestId: context.requestId,
}));

/** A route whose `handle.script` says no to its data is sent without script: reports, which are for reading and printing. */
type Handle = { readonly script?: (data: unknown) => boolean };

export function Layout({ children }: { children: ReactNode }) {
  const known = useRouteLoaderData<typeof loader>("root");
  const reader = known?.reader ?? defaultReader;
  const theme = known?.theme ?? "system";
  const nonce = useNonce();
  const scripted = useMatches().every(({ handle, data }) => (handle as Handle | undefined)?.script?.(data) ?? true);
  return (
    <html lang={reader.locale.slice(0, 2)} {...(theme === "system" ? {} : { "data-theme": theme })}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={theme === "system" ? "light dark" : theme} />
        <Meta />
        <Links />
      </head>
      <body className="font-sans">
        <ReaderProvider reader={reader}>
          <ThemeProvider theme={theme}>
            <SkipLink />
            {children}
          </ThemeProvider>
        </ReaderProvider>
        {scripted ? (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        ) : null}
      </body>
    </html>
  );
}

function SkipLink() {
  const t = useText(interfaceText);
  return (
    <a href="#content" className="skip-link">
      {t("skip")}
    </a>
  );
}

export default function App() {
  return (
    <>
      <Outlet />
      <FollowLinks />
    </>
  );
}

export function ErrorBoundary() {
  return <RouteError />;
}
