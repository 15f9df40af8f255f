import type { PageFacts } from "./page-facts.ts";
import type { PageRole } from "./visibility-audit.ts";

/** Words of addresses by role, in the languages of our corpus. An address is read with its letters, without its accents' codes. */
const wordsOfPaths: readonly (readonly [PageRole, string])[] = [
  [
    "legal",
    "privacy|terms|imprint|impressum|legal|datenschutz|agb|cookies?|disclaimer|mentions-legales|confidentialite|aviso-legal|privacidad|note-legali|voorwaarden|integritet|villkor|polityka-prywatnosci|regulamin|privacidade|termos|gizlilik|kvkk|politika-konfidencialnosti|konfidencialnost|soglashenie|rekvizity|algemene-voorwaarden|allmanna-villkor|integritetspolicy|informativa-privacy|politica-de-privacidade|politica-de-privacidad|condizioni|conditions-generales|condiciones|kullanim-kosullari|cerez-politikasi|nutzungsbedingungen|конфиденциальность|политика-конфиденциальности|特定商取引法[^/]{0,12}|服务条款|服務條款|이용약관|개인정보처리방침|الشروط(?:-والأحكام)?|سياسة-الخصوصية|プライバシー|利用規約|隐私|隱私|개인정보|الخصوصية",
  ],
  [
    "contact",
    "contact(?:-us)?|kontakta?|contacto|contatti|contato|nous-contacter|iletisim|contactos|fale-conosco|neem-contact-op|kontakty|kontakte|контакты|오시는-길|連絡先|locations?|お問い合わせ|联系我们|聯絡我們|문의|اتصل-بنا",
  ],
  [
    "faq",
    "faqs?|questions|help|hilfe|preguntas-frecuentes|domande-frequenti|questions-frequentes|veelgestelde-vragen|vanliga-fragor|najczestsze-pytania|perguntas-frequentes|sikca-sorulan-sorular|sss|voprosy(?:-i-otvety|-otvety)?|chastye-voprosy|вопросы|haeufige-fragen|foire-aux-questions|fragor-och-svar|pytania(?:-i-odpowiedzi)?|perguntas|domande|よくある質問|常见问题|常見問題|자주-묻는-질문|الأسئلة-الشائعة",
  ],
  [
    "about",
    "about(?:-us)?|company|who-we-are|ueber-uns|unternehmen|team|a-propos|qui-sommes-nous|quienes-somos|sobre(?:-nosotros|-nos)?|quem-somos|chi-siamo|azienda|over-ons|om-oss|o-nas|o-firmie|hakkimizda|kurumsal|o-kompanii|o-kompanij|o-firme|biz-kimiz|wie-zijn-wij|om-foretaget|la-nostra-storia|a-empresa|la-empresa|о-компании|о-нас|私たちについて|会社案内|회사-소개|会社概要|关于我们|關於我們|회사소개|من-نحن",
  ],
  [
    "article",
    "(?:blog|news|articles?|insights?|guides?|magazin|magazine|aktuelles|ratgeber|stories|press|resources|actualites|noticias|notizie|nieuws|nyheter|aktualnosci|artykuly|artigos|artikel|haberler|makaleler|stati|novosti|статьи|новости|뉴스|기사|ニュース|お知らせ|博客|artiklar|artikelen|articoli|artikkelit|postagens|ブログ|記事|新闻|新聞|文章|블로그|مقالات|أخبار)[/_-].+",
  ],
  [
    "offer",
    "services?|products?|solutions?|pricing|prices|offers?|leistungen|produkte|preise|shop|produits|tarifs|servicios|productos|precios|servizi|prodotti|prezzi|diensten|producten|tarieven|tjanster|produkter|priser|uslugi|produkty|cennik|oferta|servicos|produtos|precos|hizmetler|urunler|fiyatlar|ceny|tseny|uslugi|tovary|listino(?:-prezzi)?|tariffe|prijzen|prislista|cennik|цены|услуги|товары|価格|製品|요금|제품|المنتجات|サービス|料金|产品|產品|服务|服務|价格|價格|서비스|요금|خدمات|الأسعار",
  ],
];

const byPath = wordsOfPaths.map(
  ([role, words]) =>
    [role, new RegExp(`(?:^|[/_-])(?:${words})${role === "article" ? "" : "(?:[/_.-]|$)"}`, "iu")] as const,
);

const byType: Readonly<Record<string, PageRole>> = {
  Article: "article",
  NewsArticle: "article",
  BlogPosting: "article",
  TechArticle: "article",
  Report: "article",
  FAQPage: "faq",
  AboutPage: "about",
  ContactPage: "contact",
  Product: "offer",
  Service: "offer",
  CollectionPage: "listing",
};

/** What a page is for: its address first, then what its structured data says. Checks ask different things of different roles. */
export function pageRole(facts: PageFacts): PageRole {
  const told = roleByPath(facts.url);
  if (told !== null) return told;
  for (const entity of facts.entities) {
    const role = entity.nested ? undefined : byType[entity.type];
    if (role !== undefined) return role;
  }
  if (facts.links.length > 30 && facts.main.words < facts.links.length * 6) return "listing";
  return "other";
}

/** What the address alone says of a page's purpose, or null. */
export function roleByPath(url: string): PageRole | null {
  const path = URL.canParse(url) ? withLetters(new URL(url).pathname) : "/";
  if (/^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?)?(?:index\.\w+)?$/i.test(path)) return "home";
  return byPath.find(([, form]) => form.test(path))?.[0] ?? null;
}

/** A path with its letters instead of their codes, and those of Latin without accents. */
function withLetters(path: string): string {
  try {
    return decodeURI(path)
      .normalize("NFD")
      .replace(/(?<=\p{Script=Latin})\p{M}+/gu, "")
      .normalize("NFC")
      .replace(/ı/gu, "i");
  } catch {
    return path;
  }
}
