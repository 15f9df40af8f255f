import { isRouteErrorResponse, useRouteError, useRouteLoaderData } from "@remix-run/react";
import { ErrorPage } from "./error-page.tsx";

/** The error page of a route's `ErrorBoundary`, with the number of the request where the root could be loaded. */
export function RouteError({ home = "/" }: { home?: string }) {
  const error = useRouteError();
  const known = useRouteLoaderData("root") as { readonly requestId?: string } | undefined;
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return <ErrorPage status={status} requestId={known?.requestId ?? null} home={home} />;
}
