import { expect, test } from "vitest";
import { absentAi } from "#app/adapters/offline/absent-ai.ts";
import { absentBilling } from "#app/adapters/offline/absent-billing.ts";
import { keptMailer } from "#app/adapters/offline/kept-mailer.ts";
import type { Mail } from "#app/services/ports/mailer.ts";

test("without a key no answer is invented", async () => {
  expect(absentAi.model).toBe(null);
  expect(await absentAi.answerWithSearch("Who moves freight?")).toEqual({
    ok: false,
    failure: { kind: "ai-unavailable", because: "no-key" },
  });
});

test("without a payment provider a webhook is refused, whatever it carries", () => {
  expect(absentBilling.configured).toBe(false);
  expect(absentBilling.readWebhook(new Uint8Array(), "t=1,v1=a")).toEqual({
    ok: false,
    failure: { kind: "billing-not-configured" },
  });
});

test("a kept mail is handed over whole and said not to be delivered", async () => {
  const kept: Mail[] = [];
  const mailer = keptMailer(async (mail) => void kept.push(mail));
  const mail = { to: "ana@kestrel.example", subject: "Confirm", text: "https://groundwork.example/confirm" };
  expect((await mailer.send(mail)).ok).toBe(true);
  expect(mailer.delivers).toBe(false);
  expect(kept).toEqual([mail]);
});
