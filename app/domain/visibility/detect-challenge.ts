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
  [
    /verify(?:ing)? (?:that )?you are (?:a )?human|are you a robot|g-recaptcha|h-captcha|cf-turnstile|enable (?:javascript and )?cookies to continue|access denied|attention required/i,
    "a challenge page",
  ],
];

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
  const said = byText.find(([form]) => form.test(head));
  if (said === undefined) return null;
  const text = head.replace(/<(script|style)\b[\s\S]{0,20000}?<\/\1>/gi, " ").replace(/<[^>]{0,2000}>/g, " ");
  return status >= 400 || wordsOf(text).length < fewWords ? said[1] : null;
}
