import { expect, test } from "vitest";
import { challengeIn } from "#app/domain/visibility/detect-challenge.ts";

const page = (body: string, status = 200, headers: Record<string, string> = {}) => ({ status, headers, body });
const long = "Our desk in Hamburg answers before eight in the morning. ".repeat(40);

test.each([
  ["Cloudflare", page("<title>Just a moment...</title>", 403)],
  ["Cloudflare", page("ok", 200, { "cf-mitigated": "challenge" })],
  ["AWS WAF", page("", 405, { "x-amzn-waf-action": "captcha" })],
  ["DataDome", page("<script src='https://geo.captcha-delivery.com/c.js'></script>", 403)],
  ["Imperva", page("<iframe src='/_Incapsula_Resource?x'></iframe>")],
  ["HUMAN", page("<div id='px-captcha'></div>", 403)],
  ["Akamai", page("Reference #18.2d1c9f", 403)],
  ["a challenge page", page("<p>Verify you are human</p>")],
])("%s is known by its answer", (who, answer) => {
  expect(challengeIn(answer)).toBe(who);
});

test("a long page that speaks of captchas, and a site behind such a service that lets us in, are no challenge", () => {
  expect(challengeIn(page(`<h1>Why is there a captcha? Verify you are human</h1><p>${long}</p>`))).toBeNull();
  expect(challengeIn(page(`<p>${long}</p>`, 200, { "x-datadome": "protected", server: "cloudflare" }))).toBeNull();
  expect(challengeIn(page("<h1>Not found</h1>", 404))).toBeNull();
});
