export const host = "www.kestrelfreight.example";
export const origin = `https://${host}`;

export type DemonstrationPage = {
  readonly path: string;
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
};

type Parts = {
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly body: string;
  readonly lang?: string;
  /** Left out of pages that forgot it. */
  readonly canonical?: string;
  readonly head?: string;
};

/** A page in the company's usual frame: one navigation, one footer. */
export function framed({ path, title, description, body, lang, canonical, head }: Parts): DemonstrationPage {
  const html = `<!doctype html>
<html lang="${lang ?? "en"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${description}">
<meta property="og:site_name" content="Kestrel Freight">
${canonical === undefined ? "" : `<link rel="canonical" href="${canonical}">`}
${head ?? ""}
</head>
<body>
<header><a href="/">Kestrel Freight</a>
<nav><ul><li><a href="/services/customs-brokerage">Customs brokerage</a></li><li><a href="/services/road-freight">Road freight</a></li><li><a href="/services/cold-chain">Cold chain</a></li><li><a href="/insights/who-pays-under-dap">Insights</a></li><li><a href="/tracking">Track a shipment</a></li><li><a href="/faq">Questions</a></li><li><a href="/about">About</a></li><li><a href="/contact">Contact</a></li></ul></nav></header>
<main>
${body}
</main>
<footer><p>Kestrel Freight GmbH, Veddeler Damm 48, 20457 Hamburg. <a href="/about">About us</a> <a href="/contact">Contact</a> <a href="/contact#imprint">Imprint and privacy</a></p></footer>
</body>
</html>`;
  return { path, html };
}

/** A block of structured data. */
export function jsonLd(data: unknown): string {
  return `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
}

export const organizationNode = {
  "@type": "Organization",
  "@id": `${origin}/#organization`,
  name: "Kestrel Freight",
  url: `${origin}/`,
  logo: `${origin}/logo.svg`,
  foundingDate: "1987",
  numberOfEmployees: { "@type": "QuantitativeValue", value: 340 },
};
