import { expect, test } from "vitest";
import { isOneAddress, smtpMailer } from "#app/adapters/mail/smtp-mailer.ts";
import { smtpServer } from "#tests/fakes/smtp-server.ts";

const from = "Groundwork <no-reply@groundwork.example>";
const mail = { to: "ana@kestrel.example", subject: "Grüße", text: "Your plan changed." };

test("a mail arrives with its text, its sender and one recipient", async () => {
  await using server = await smtpServer();
  expect(await smtpMailer({ smtpUrl: server.url, from }).send(mail)).toEqual({ ok: true, value: undefined });
  expect(server.recipients).toEqual(["RCPT TO:<ana@kestrel.example>"]);
  expect(server.mails[0]).toContain("Your plan changed.");
  expect(server.mails[0]).toContain("From: Groundwork <no-reply@groundwork.example>");
});

test("a letter that can be ended says so to mail programs; by one POST only where nobody can read the address", async () => {
  await using server = await smtpServer();
  const mailer = smtpMailer({ smtpUrl: server.url, from });
  await mailer.send({ ...mail, unsubscribe: "https://groundwork.example/unsubscribe?for=a.b" });
  await mailer.send({ ...mail, unsubscribe: "http://localhost:3000/unsubscribe?for=a.b" });
  await mailer.send(mail);
  const [safe, open, plain] = server.mails;
  expect(safe).toMatch(/^List-Unsubscribe: <https:\/\/groundwork\.example\/unsubscribe\?for=a\.b>/m);
  expect(safe).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m);
  expect(open).toMatch(/^List-Unsubscribe: /m);
  expect(open).not.toMatch(/^List-Unsubscribe-Post/m);
  expect(plain).not.toMatch(/^List-Unsubscribe/m);
});

test("a line break in a subject adds no header", async () => {
  await using server = await smtpServer();
  await smtpMailer({ smtpUrl: server.url, from }).send({ ...mail, subject: "Hello\r\nBcc: eve@evil.example" });
  expect(server.recipients).toHaveLength(1);
  expect(server.mails[0]).not.toMatch(/^Bcc:/m);
});

test.each(["a@b.example, c@d.example", "a@b.example\r\nRCPT TO:<c@d.example>", "Eve <e@evil.example>", "nobody", ""])(
  "%j is not one address and no mail leaves",
  async (to) => {
    await using server = await smtpServer();
    expect(isOneAddress(to)).toBe(false);
    expect(await smtpMailer({ smtpUrl: server.url, from }).send({ ...mail, to })).toMatchObject({
      failure: { retry: false },
    });
    expect(server.mails).toEqual([]);
  },
);

test.each([
  ["550 no such user", false],
  ["451 try later", true],
])("the server's %s says whether trying again can help", async (answer, retry) => {
  await using server = await smtpServer(answer);
  const result = await smtpMailer({ smtpUrl: server.url, from }).send(mail);
  expect(result).toEqual({ ok: false, failure: { kind: "mail-failed", retry } });
});

test("no mail server is worth another try", async () => {
  const result = await smtpMailer({ smtpUrl: "smtp://127.0.0.1:9", from, timeoutMs: 500 }).send(mail);
  expect(result).toEqual({ ok: false, failure: { kind: "mail-failed", retry: true } });
});
