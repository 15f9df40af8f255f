import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
// The router inside Remix: its static form renders links and forms as the server does.
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router-dom/server.js";

/** The HTML of an element as the server sends it, on a page at `path`. */
export async function render(element: ReactElement, path = "/o/kestrel"): Promise<string> {
  const routes = [{ path: "*", element }];
  const handler = createStaticHandler(routes);
  const context = await handler.query(new Request(`http://localhost${path}`));
  if (context instanceof Response) throw new Error("a component does not redirect");
  const router = createStaticRouter(routes, context);
  return renderToStaticMarkup(<StaticRouterProvider router={router} context={context} hydrate={false} />);
}

/** What a reader sees and hears of some HTML: text without tags, spaces joined. */
export function textIn(html: string): string {
  return html
    .replace(/<[^>]+>/g, " ")
    .replace(/&#x27;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ")
    .trim();
}
