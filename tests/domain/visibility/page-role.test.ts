import { expect, test } from "vitest";
import { roleByPath } from "#app/domain/visibility/page-role.ts";
import type { PageRole } from "#app/domain/visibility/visibility-audit.ts";

/** Addresses as sites of each language have them, by what their pages are for. */
const addresses: Readonly<Record<string, readonly (readonly [string, PageRole])[]>> = {
  en: [
    ["/about-us", "about"],
    ["/pricing", "offer"],
    ["/terms-of-service", "legal"],
    ["/blog/cold-rooms", "article"],
  ],
  de: [
    ["/datenschutz", "legal"],
    ["/haeufige-fragen", "faq"],
    ["/ueber-uns", "about"],
    ["/kontakt", "contact"],
  ],
  fr: [
    ["/mentions-legales", "legal"],
    ["/foire-aux-questions", "faq"],
    ["/nous-contacter", "contact"],
    ["/tarifs", "offer"],
  ],
  es: [
    ["/contacto", "contact"],
    ["/politica-de-privacidad", "legal"],
    ["/quienes-somos", "about"],
    ["/noticias/olivos", "article"],
  ],
  it: [
    ["/contatti", "contact"],
    ["/listino-prezzi", "offer"],
    ["/informativa-privacy", "legal"],
    ["/chi-siamo", "about"],
  ],
  nl: [
    ["/algemene-voorwaarden", "legal"],
    ["/veelgestelde-vragen", "faq"],
    ["/over-ons", "about"],
    ["/prijzen", "offer"],
  ],
  sv: [
    ["/villkor", "legal"],
    ["/fragor-och-svar", "faq"],
    ["/om-oss", "about"],
    ["/artiklar/dubbdack", "article"],
  ],
  pl: [
    ["/kontakt", "contact"],
    ["/cennik", "offer"],
    ["/pytania-i-odpowiedzi", "faq"],
    ["/polityka-prywatnosci", "legal"],
  ],
  pt: [
    ["/contactos", "contact"],
    ["/preços", "offer"],
    ["/política-de-privacidade", "legal"],
    ["/quem-somos", "about"],
  ],
  tr: [
    ["/sss", "faq"],
    ["/kullanım-koşulları", "legal"],
    ["/fiyatlar", "offer"],
    ["/hakkımızda", "about"],
  ],
  ru: [
    ["/kontakty", "contact"],
    ["/voprosy-i-otvety", "faq"],
    ["/politika-konfidencialnosti", "legal"],
    ["/о-нас", "about"],
    ["/статьи/зима", "article"],
    ["/цены", "offer"],
  ],
  ja: [
    ["/料金", "offer"],
    ["/特定商取引法に基づく表記", "legal"],
    ["/会社概要", "about"],
    ["/お知らせ/冬", "article"],
  ],
  zh: [
    ["/联系我们", "contact"],
    ["/价格", "offer"],
    ["/服务条款", "legal"],
    ["/常见问题", "faq"],
  ],
  ko: [
    ["/이용약관", "legal"],
    ["/오시는-길", "contact"],
    ["/요금", "offer"],
    ["/회사소개", "about"],
  ],
  ar: [
    ["/الأسعار", "offer"],
    ["/الشروط-والأحكام", "legal"],
    ["/من-نحن", "about"],
    ["/اتصل-بنا", "contact"],
  ],
};

test.each(Object.entries(addresses))("%s: an address tells what its page is for", (language, cases) => {
  for (const [path, role] of cases) {
    expect(roleByPath(`https://a.example${path}`), path).toBe(role);
    expect(roleByPath(`https://a.example/${language}${encodeURI(path)}`), path).toBe(role);
  }
});

test.each([
  "/contactless-cards",
  "/termostati",
  "/cenyx",
  "/aboutique",
  "/questionnaire-design",
  "/prodottino",
  "/料金所の歴史",
])("%s only begins like one", (path) => {
  expect(roleByPath(`https://a.example${path}`)).toBeNull();
});
