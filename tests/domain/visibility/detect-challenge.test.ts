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

test.each([
  "Please confirm you are human.",
  "Bitte bestätigen Sie, dass Sie kein Roboter sind.",
  "Confirmez que vous n’êtes pas un robot.",
  "Verifica que no eres un robot.",
  "Conferma di essere umano.",
  "Controleer dat u geen robot bent.",
  "Verifiera att du inte är en robot.",
  "Potwierdź, że nie jesteś robotem.",
  "Verifique que não é um robô.",
  "Robot olmadığınızı doğrulayın.",
  "Подтвердите, что вы человек.",
  "ロボットではないことを確認してください。",
  "請完成安全驗證。",
  "로봇이 아님을 확인해 주세요.",
  "تحقق من أنك لست روبوتا.",
])("%s is said by a challenge page", (said) => {
  expect(challengeIn(page(`<h1>a.example</h1><p>${said}</p>`, 403))).toBe("a challenge page");
});

test.each([
  "Our robot is no human, and the human is no robot.",
  "Das Museum bestätigt, dass Menschen Roboter bauen.",
  "Il robot verifica di notte che le porte siano chiuse.",
  "Potwierdź rezerwację do piątku.",
  "Подтвердите заказ до пятницы.",
  "로봇 청소기는 사람을 알아봅니다.",
  "人間とロボットの展覧会を確認する。",
])("%s is said by a short page of the site", (said) => {
  expect(challengeIn(page(`<h1>a.example</h1><p>${said}</p>`))).toBeNull();
});
