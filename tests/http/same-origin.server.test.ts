import { expect, test } from "vitest";
import { isSameOrigin } from "#app/http/same-origin.server.ts";

const origin = "https://groundwork.example";
const host = "groundwork.example";

test("reading is open to everybody", () => {
  expect(isSameOrigin("GET", { origin: "https://evil.example", site: "cross-site" }, origin, host)).toBe(true);
});

test.each([
  { origin, site: "same-origin", allowed: true, why: "our own page" },
  { origin, site: undefined, allowed: true, why: "our own page in an older browser" },
  { origin: undefined, site: "same-origin", allowed: true, why: "our own page with its origin held back" },
  { origin: "null", site: "same-origin", allowed: true, why: "our own page that sends no referrer" },
  { origin: "null", site: "cross-site", allowed: false, why: "a sandboxed frame in a current browser" },
  { origin: "https://evil.example", site: "cross-site", allowed: false, why: "another site" },
  { origin: "https://evil.example", site: undefined, allowed: false, why: "another site in an older browser" },
  { origin: "https://shop.groundwork.example", site: "same-site", allowed: false, why: "a sister host" },
  { origin: "null", site: undefined, allowed: false, why: "a sandboxed frame" },
  { origin: undefined, site: undefined, allowed: false, why: "no browser page at all" },
  { origin: undefined, site: "none", allowed: false, why: "typed by the user, as a POST cannot be" },
])("a change from $why: allowed $allowed", ({ allowed, why: _why, ...headers }) => {
  expect(isSameOrigin("POST", headers, origin, host)).toBe(allowed);
});
