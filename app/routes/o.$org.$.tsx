import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";

/** An address of the organization at which there is nothing: said within its frame. */
export const loader = orgLoader("organization:enter", async () => {
  throw notFound();
});

export default function NothingHere() {
  return null;
}
