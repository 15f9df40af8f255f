import { calendarResponse } from "#app/http/calendar-response.server.ts";
import { publicLoader } from "#app/http/org-route.server.ts";
import { loadCalendarFeed } from "#app/services/compliance/load-calendar.server.ts";

/** The dates of whichever organization made this secret address; the secret is the permission. */
export const loader = publicLoader(async ({ deps, params }) => {
  const feed = await loadCalendarFeed(deps, params.token ?? "");
  if (!feed.ok) throw new Response("There is nothing at this address.", { status: 404 });
  return calendarResponse(feed.value.events, "Duties, by Groundwork");
});
