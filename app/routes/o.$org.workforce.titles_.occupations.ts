import { orgLoader } from "#app/http/org-route.server.ts";
import { suggestOccupations } from "#app/services/workforce/load-titles.server.ts";

/** Occupations by words of their names, for the field that suggests while somebody types. */
export const loader = orgLoader("workforce:edit", async ({ request, deps }) =>
  suggestOccupations(deps, new URL(request.url).searchParams.get("q") ?? ""),
);
