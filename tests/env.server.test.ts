import { expect, test } from "vitest";
import { readEnv } from "#app/env.server.ts";

test("an empty environment is a whole offline deployment", () => {
  expect(readEnv({})).toMatchObject({
    port: 3000,
    openai: null,
    stripe: null,
    origin: "http://localhost:3000",
    jobs: "inside",
  });
});

test("half of a vendor's variables are refused by name", () => {
  expect(() => readEnv({ STRIPE_SECRET_KEY: "sk_test_1" })).toThrow("STRIPE_WEBHOOK_SECRET");
});

test("a remote database without a secret of its own is refused", () => {
  expect(() => readEnv({ DATABASE_URL: "ws://127.0.0.1:8080" })).toThrow("SESSION_SECRET");
});

test("every refused variable is named", () => {
  expect(() => readEnv({ PORT: "70000", LOG_LEVEL: "loud" })).toThrow(/PORT: .*\nLOG_LEVEL: /);
});
