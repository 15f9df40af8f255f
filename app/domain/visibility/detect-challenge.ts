import { wordsOf } from "./words.ts";

type Answer = { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string };

/** Headers that services between a site and its visitors set when they answer instead of the site. */
const byHeader: readonly (readonly [string, RegExp, string])[] = [
  ["cf-mitigated", /challenge|block/i, "Cloudflare"],
  ["x-amzn-waf-action", /challenge|captcha/i, "AWS WAF"],
  ["x-datadome", /./, "DataDome"],
  ["x-sucuri-block", /./, "Sucuri"],
  ["x-px-block", /./, "HUMAN"],
];

const byText: readonly (readonly [RegExp, string])[] = [
  [/\/cdn-cgi\/challenge-platform\/|cf-chl-|just a moment\.\.\./i, "Cloudflare"],
  [/_incapsula_resource|incapsula incident/i, "Imperva"],
  [/captcha-delivery\.com|datadome/i, "DataDome"],
  [/px-captcha|perimeterx/i, "HUMAN"],
  [/reference\s*(?:&#35;|#)\s*\d+\.[0-9a-f]{6,}/i, "Akamai"],
  [/awswaf|aws-waf-token/i, "AWS WAF"],
  [/sucuri website firewall/i, "Sucuri"],
  [challengeWords(), "a challenge page"],
];

/** What pages that ask for proof of a person say, in the languages that the services between speak. */
function challengeWords(): RegExp {
  const said = [
    "(?:verify(?:ing)?|confirm) (?:that )?you are (?:a )?human|are you a robot|i am not a robot|enable (?:javascript and )?cookies to continue",
    "access denied|attention required|unusual traffic from your",
    "ich bin kein roboter|bestätigen sie, dass sie (?:ein mensch|kein roboter) sind|zugriff verweigert|sicherheitsüberprüfung der verbindung",
    "je ne suis pas un robot|(?:vérifiez|confirmez) que vous (?:êtes (?:un être )?humain|n['’]êtes pas un robot)|accès refusé",
    "no soy un robot|(?:verifique|verifica|confirme|confirma) que (?:(?:usted |tú )?(?:es|eres) (?:un ser )?humano|no (?:es|eres) un robot)|acceso denegado",
    "no sono un robot|non sono un robot|(?:verifica|conferma|dimostra)(?:re)? di (?:non essere un robot|essere (?:un )?(?:umano|essere umano))|accesso negato",
    "ik ben geen robot|(?:bevestig|controleer|verifieer) dat u (?:een mens|geen robot) bent|(?:bevestig|verifieer) dat je (?:een mens|geen robot) bent|toegang geweigerd",
    "jag är inte en robot|(?:bekräfta|verifiera) att du (?:är (?:en )?människa|inte är en robot)|åtkomst nekad",
    "nie jestem robotem|(?:potwierdź|zweryfikuj), że (?:jesteś człowiekiem|nie jesteś robotem)|odmowa dostępu|dostęp zabroniony",
    "não sou um robô|(?:confirme|verifique) que (?:você )?(?:é (?:um ser )?humano|não é um robô)|acesso negado",
    "ben robot değilim|robot olmadığınızı|(?:insan|gerçek kişi) olduğunuzu doğrula|erişim engellendi",
    "я не робот|подтвердите, что вы (?:не робот|человек)|доступ (?:запрещ[её]н|ограничен)",
    "私はロボットではありません|人間であることを確認|ロボットではないことを確認|アクセスが拒否",
    "我不是机器人|我不是機器人|请稍候…|確認您是真人|确认您是真人|访问被拒绝|存取遭拒|安全验证|安全驗證",
    "로봇이 아닙니다|사람인지 확인|로봇이 아님을 확인|액세스가 거부|접근이 거부",
    "أنا لست (?:روبوتا|روبوتًا|برنامج روبوت)|(?:التأكد من|تأكيد|تحقق من|التحقق من) أنك (?:إنسان|لست روبوت)|تم رفض الوصول",
  ];
  return new RegExp(said.join("|"), "iu");
}

/** Widgets that ask for proof of a person: on a page that also has a form to write into, they guard the form and not the page. */
const widget = /g-recaptcha|h-captcha|cf-turnstile/i;
const form = /<textarea\b|<input[^>]{0,300}type\s*=\s*["']?(?:email|tel|password|search)/i;

/** A page with more words than this is the site's own, whatever it also says. */
const fewWords = 250;

/** Who stands between us and the page, where an answer looks like a challenge or a block and not like the page; else null. */
export function challengeIn({ status, headers, body }: Answer): string | null {
  for (const [name, form, who] of byHeader) {
    const value = headers[name];
    // DataDome names itself on every answer; only a refusal is its own.
    if (value !== undefined && form.test(value) && (name !== "x-datadome" || status >= 400)) return who;
  }
  const head = body.slice(0, 40_000);
  const said =
    byText.find(([words]) => words.test(head))?.[1] ??
    (widget.test(head) && !form.test(head) ? "a challenge page" : undefined);
  if (said === undefined) return null;
  const text = head.replace(/<(script|style)\b[\s\S]{0,20000}?<\/\1>/gi, " ").replace(/<[^>]{0,2000}>/g, " ");
  return status >= 400 || wordsOf(text).length < fewWords ? said : null;
}
