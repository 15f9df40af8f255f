import { expect, test } from "vitest";
import { type AuditAdvice, adviceOn } from "#app/domain/visibility/audit-advice.ts";
import { judgeUrl } from "#app/domain/visibility/judge-url.ts";

test.each<{ because: string; advice: AuditAdvice }>([
  { because: "The name does not resolve.", advice: "name" },
  { because: "It did not answer in time.", advice: "slow" },
  { because: "The connection is not trusted (CERT_HAS_EXPIRED).", advice: "certificate" },
  { because: "Nothing answers at this address.", advice: "nothing-answers" },
  { because: "The connection broke (ECONNRESET).", advice: "nothing-answers" },
  { because: "It redirects in a circle (https://a.example/).", advice: "redirects" },
  { because: "More than 5 redirects.", advice: "redirects" },
  { because: "The answer is larger than 5 MiB.", advice: "other" },
])("advises on: $because", ({ because, advice }) => {
  expect(adviceOn(because)).toBe(advice);
});

test.each([
  judgeUrl("https://shop.example.com/", ["10.0.0.7"]),
  judgeUrl("https://shop.example.com/", ["::1"]),
  judgeUrl("http://169.254.1.1/"),
  judgeUrl("http://0x7f.1/"),
  judgeUrl("https://intranet/"),
  judgeUrl("https://printer.local/"),
  judgeUrl("https://shop.example.com:8443/"),
])("what the guard refuses is a matter of a public address: $reason", (verdict) => {
  expect(verdict.verdict).toBe("block");
  expect(adviceOn(verdict.reason)).toBe("private");
});

test("a name without any address is a matter of the name", () => {
  expect(adviceOn(judgeUrl("https://shop.example.com/", []).reason)).toBe("name");
});
