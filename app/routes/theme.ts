import { redirect } from "@remix-run/node";
import { publicAction } from "#app/http/org-route.server.ts";
import { safeRedirect } from "#app/http/safe-redirect.ts";
import { parseTheme, themeCookie } from "#app/http/theme-cookie.server.ts";

/** Keeps the reader's choice of colours and goes back to the page it was made on. */
export const action = publicAction(async ({ request }) => {
  const form = await request.formData();
  const back = form.get("back");
  return redirect(safeRedirect(typeof back === "string" ? back : null, "/"), {
    headers: { "Set-Cookie": themeCookie(parseTheme(form.get("theme"))) },
  });
});
