import { type Phrases, patternOf } from "./by-language.ts";

/** What links to the pages that say who speaks are called. Addresses are in Latin letters nearly everywhere, hence two spellings. */
const about: Phrases = {
  en: ["about(?: us)?|company|who we are|our (?:story|team)"],
  de: ["über uns|ueber uns|unternehmen|wer wir sind|wir über uns"],
  fr: ["[àa] propos|qui sommes nous|notre (?:entreprise|société|équipe)"],
  es: ["qui[eé]nes somos|sobre nosotros|acerca de|nosotros|(?:la |nuestra )?empresa"],
  it: ["chi siamo|l'azienda|azienda|la nostra storia"],
  nl: ["over ons|wie (?:wij|we) zijn|het bedrijf"],
  sv: ["om (?:oss|företaget)|vilka vi är"],
  pl: ["o (?:nas|firmie)|kim jesteśmy|kim jestesmy"],
  pt: ["sobre(?: n[óo]s)?|quem somos|a empresa"],
  tr: ["hakkımızda|hakkimizda|biz kimiz|kurumsal"],
  ru: ["о (?:нас|компании)|кто мы"],
  ja: ["会社(?:概要|案内|情報)|企業(?:情報|概要)|私たちについて|当社について|運営会社|運営者情報"],
  zh: ["[关關][于於](?:我们|我們|本站|本公司)|公司(?:简介|簡介|介绍|介紹)|企业(?:简介|介绍)"],
  ko: ["회사 ?소개|기업 ?(?:소개|정보)|소개"],
  ar: ["من نحن|عنا|نبذة عنا?|عن (?:ال)?شركة~"],
};

const contact: Phrases = {
  en: ["contact(?: us)?|contacts"],
  de: ["kontakt|ansprechpartner"],
  fr: ["contact|nous contacter|contactez nous"],
  es: ["contacto|contactar|contáctenos|contactanos"],
  it: ["contatti|contattaci|contatto"],
  nl: ["contact|neem contact op"],
  sv: ["kontakta? ?(?:oss)?"],
  pl: ["kontakt|skontaktuj się"],
  pt: ["contac?tos?|fale con(?:n)?osco|contacte nos"],
  tr: ["iletişim|iletisim|bize ulaşın|bize ulasin"],
  ru: ["контакты|связаться с нами|обратная связь"],
  ja: ["お?問い?合わ?せ|連絡先"],
  zh: ["[联聯][系繫络絡](?:我们|我們|方式)?"],
  ko: ["문의|연락처|오시는 ?길"],
  ar: ["اتصل بنا|تواصل معنا|للتواصل|اتصال"],
};

const policies: Phrases = {
  en: ["privacy|terms|imprint|legal|editorial|polic(?:y|ies)|disclaimer|cookies?"],
  de: ["impressum|datenschutz~|agb|rechtliches|anbieterkennzeichnung"],
  fr: ["mentions l[ée]gales|confidentialit[ée]~|conditions g[ée]n[ée]rales|cgv|cgu"],
  es: ["aviso legal|privacidad|condiciones|política~"],
  it: ["note legali|riservatezza|privacy|condizioni"],
  nl: ["privacy~|voorwaarden|colofon|disclaimer"],
  sv: ["integritet~|personuppgift~|villkor|användarvillkor"],
  pl: ["polityka prywatno[śs]ci|prywatno[śs][ćc]|regulamin|rodo|nota prawna"],
  pt: ["privacidade|aviso legal|termos|condições|condicoes|lgpd"],
  tr: ["gizlilik~|kvkk|künye|kunye|kullanım koşulları|çerez~"],
  ru: ["конфиденциальност~|реквизиты|соглашение|персональн~"],
  ja: ["プライバシー|個人情報|利用規約|特定商取引|サイトポリシー"],
  zh: ["[隐隱]私|服[务務](?:条款|條款)|使用(?:条款|條款)|法律[声聲]明|免[责責]"],
  ko: ["개인정보|이용약관|법적 ?고지|사업자 ?정보"],
  ar: ["الخصوصية|سياسة|الشروط|شروط الاستخدام|إخلاء المسؤولية"],
};

const kinds = Object.entries({ about, contact, policies }).map(
  ([kind, phrases]) => [kind, patternOf(Object.values(phrases).flat())] as const,
);

/** The kinds of page about who speaks that a site links to. Each link is its address and its words, as `plainText`. */
export function pagesAboutUs(links: readonly string[]): string[] {
  const plain = links.map((link) => link.replace(/[/_.#?=&-]+/gu, " "));
  return kinds.filter(([, form]) => plain.some((link) => form.test(link))).map(([kind]) => kind);
}
