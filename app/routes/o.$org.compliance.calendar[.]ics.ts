import { calendarResponse } from "#app/http/calendar-response.server.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { loadCalendar } from "#app/services/compliance/load-calendar.server.ts";

export const loader = orgLoader("assessment:read", async ({ deps, actor, organization }) => {
  const view = await loadCalendar(deps, actor);
  if (!view.ok) throw notFound();
  return calendarResponse(view.value.events, `Duties of ${organization.name}`);
});
