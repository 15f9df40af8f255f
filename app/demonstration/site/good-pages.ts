import { type DemonstrationPage, framed, jsonLd, organizationNode, origin } from "./frame.ts";

/** What the company does well. */
export const goodPages: readonly DemonstrationPage[] = [
  framed({
    path: "/",
    title: "Kestrel Freight: road, customs and cold chain between Europe and the Great Lakes",
    description: "A freight forwarder with 340 people in Hamburg, Joliet and Mississauga.",
    canonical: `${origin}/`,
    head: jsonLd({
      "@context": "https://schema.org",
      "@graph": [organizationNode, { "@type": "WebSite", name: "Kestrel Freight", url: `${origin}/` }],
    }),
    body: `<h1>Freight between Europe and the Great Lakes</h1>
<p>Kestrel Freight is a freight forwarder with 340 people at three sites: Hamburg in Germany, Joliet in Illinois and Mississauga in Ontario. We move palletised goods by road, clear them through customs, and keep food and medicine cold on the way.</p>
<h2>What we do</h2>
<ul><li><a href="/services/customs-brokerage">Customs brokerage</a> for imports into the EU, the United States and Canada.</li><li><a href="/services/road-freight">Road freight</a> in Northern Germany, Illinois, Indiana and Southern Ontario.</li><li><a href="/services/cold-chain">Cold chain</a> from plus eight to minus twenty-five degrees.</li></ul>
<h2>How we measure ourselves</h2>
<p>In the first three quarters of 2026 we delivered 96.2 % of 41,380 shipments inside the agreed window, measured by the time stamps of our own scanners. We publish the figure every quarter, also when it falls.</p>
<h2>Who you talk to</h2>
<p>Every customer has one dispatcher and one substitute, by name, with a telephone number that a person answers from six in the morning to eight in the evening. See <a href="/about">who we are</a> or <a href="/contact">call us</a>.</p>
<h2>From our desk</h2>
<p>Read <a href="/insights/who-pays-under-dap">who pays what under DAP</a>, <a href="/insights/peak-season-rates">how peak season rates come about</a> and <a href="/insights/green-corridors">what a green corridor is</a>.</p>`,
  }),
  framed({
    path: "/services/customs-brokerage",
    title: "Customs brokerage for imports into the EU, the United States and Canada",
    description: "What our customs desk does, what it costs, how long it takes and which papers you need.",
    canonical: `${origin}/services/customs-brokerage`,
    head: jsonLd({
      "@context": "https://schema.org",
      "@type": "Service",
      name: "Customs brokerage",
      serviceType: "Customs brokerage",
      provider: organizationNode,
      areaServed: ["DE", "US", "CA"],
      dateModified: "2026-09-14",
    }),
    body: `<h1>Customs brokerage</h1>
<p>Customs brokerage is the work of declaring goods to customs on behalf of the importer: classifying them, valuing them, paying duty and keeping the papers. Our desk of 23 licensed declarants does it for imports into the EU, the United States and Canada.</p>
<h2>What it costs</h2>
<p>A standard import declaration with up to five tariff lines costs 68 euros. Each further line costs 6 euros. Advance payment of duty costs 1.5 % of the amount for 30 days. Prices hold from 1 July 2026.</p>
<table><tr><th>Declaration</th><th>Price</th><th>Usual time</th></tr><tr><td>Import, up to five lines</td><td>68 €</td><td>4 hours</td></tr><tr><td>Transit (T1)</td><td>54 €</td><td>2 hours</td></tr><tr><td>Export</td><td>49 €</td><td>3 hours</td></tr></table>
<h2>What we need from you</h2>
<ul><li>the commercial invoice with the Incoterm and place,</li><li>the packing list with gross weights,</li><li>proof of origin where you claim a lower rate,</li><li>a power of attorney, once.</li></ul>
<h2>Where the rules stand</h2>
<p>According to the <a href="https://eur-lex.europa.eu/eli/reg/2013/952/oj">Union Customs Code (Regulation 952/2013)</a> the declarant is liable for the data given. In the United States the importer of record is liable, as <a href="https://www.cbp.gov/trade/basic-import-export">Customs and Border Protection explains</a>. In Canada a release bond is needed, see the <a href="https://www.cbsa-asfc.gc.ca/import/menu-eng.html">Canada Border Services Agency</a>.</p>
<blockquote><p>"Nine delays in ten begin with an invoice that names no place after the Incoterm," says Ines Albrecht, who has led the desk since 2014.</p></blockquote>
<p><time itemprop="dateModified" datetime="2026-09-14">Reviewed on 14 September 2026</time> by Ines Albrecht.</p>`,
  }),
  framed({
    path: "/insights/who-pays-under-dap",
    title: "Who pays what under DAP: freight, duty and unloading explained",
    description:
      "Under DAP the seller pays the freight to the named place, the buyer pays duty and unloading. An explanation with a worked case.",
    canonical: `${origin}/insights/who-pays-under-dap`,
    head: `<meta name="author" content="Ines Albrecht">${jsonLd({
      "@context": "https://schema.org",
      "@type": "Article",
      headline: "Who pays what under DAP: freight, duty and unloading explained",
      author: { "@type": "Person", name: "Ines Albrecht", url: `${origin}/about` },
      publisher: organizationNode,
      datePublished: "2026-03-03",
      dateModified: "2026-08-19",
      image: `${origin}/dap.png`,
    })}`,
    body: `<article><h1>Who pays what under DAP</h1>
<p class="byline">By Ines Albrecht</p>
<p>Under DAP, delivered at place, the seller pays the freight up to the named place and the buyer pays duty, import clearance and unloading. Risk passes to the buyer on the arriving vehicle, before anything is unloaded.</p>
<h2>The short table</h2>
<table><tr><th>Cost</th><th>Seller</th><th>Buyer</th></tr><tr><td>Main carriage</td><td>yes</td><td></td></tr><tr><td>Export clearance</td><td>yes</td><td></td></tr><tr><td>Import duty</td><td></td><td>yes</td></tr><tr><td>Unloading</td><td></td><td>yes</td></tr></table>
<h2>Where it goes wrong</h2>
<p>In our files of the year 2025, 212 of 1,904 DAP shipments were held for more than a day, and in 131 of them the named place was only a city (source: our own customs ledger, read in January 2026). A city has no ramp. Name the street, the gate and the hours.</p>
<p>The rule itself is short. The <a href="https://iccwbo.org/business-solutions/incoterms-rules/">International Chamber of Commerce</a> states that the seller delivers "when the goods are placed at the disposal of the buyer on the arriving means of transport ready for unloading". Who unloads is therefore a question of the place, not of goodwill.</p>
<h2>A worked case</h2>
<p>A maker of pumps in Lübeck sells eleven pallets to a builder in Joliet, DAP 1450 Channahon Road. Ocean and road freight cost 4,310 euros and the seller pays them. Duty is 2.5 % on a customs value of 38,000 euros, 950 euros in all, and the buyer pays it, as <a href="https://hts.usitc.gov/">the tariff schedule of the United States</a> sets out for heading 8413. Unloading takes forty minutes; the buyer sends the forklift.</p>
<h2>When to choose something else</h2>
<p>If the buyer cannot clear goods, DDP may look kinder, but then the seller must register for tax in the buyer's country. The <a href="https://taxation-customs.ec.europa.eu/index_en">European Commission's customs pages</a> say what registration asks for. If the seller should unload too, DPU is the rule that says so.</p>
<blockquote><p>"Write the ramp into the contract. It costs a line and saves a day," says Tom Okafor, who dispatches our trucks in Illinois.</p></blockquote>
<h2>In short</h2>
<ul><li>Seller: freight to the named place, export clearance.</li><li>Buyer: duty, import clearance, unloading.</li><li>Risk passes on the vehicle.</li></ul>
<p><time itemprop="datePublished" datetime="2026-03-03">3 March 2026</time>, <time itemprop="dateModified" datetime="2026-08-19">reviewed 19 August 2026</time>.</p></article>`,
  }),
  framed({
    path: "/faq",
    title: "Questions our customers ask about freight and customs",
    description: "Cut-off times, damage, papers and pallets: short answers.",
    canonical: `${origin}/faq`,
    head: jsonLd({
      "@context": "https://schema.org",
      "@type": "FAQPage",
      dateModified: "2026-06-02",
      mainEntity: [
        {
          "@type": "Question",
          name: "Until when can I book for the next day?",
          acceptedAnswer: { "@type": "Answer", text: "Until four in the afternoon, local time of the loading site." },
        },
        {
          "@type": "Question",
          name: "Which pallets do you take?",
          acceptedAnswer: { "@type": "Answer", text: "EUR, GMA and one-way pallets up to 1,200 by 1,200 millimetres." },
        },
      ],
    }),
    body: `<h1>Questions our customers ask</h1>
<p>These are the questions about freight and customs that our dispatchers answer most often. The answers are short; each links to more where there is more.</p>
<h2>Until when can I book for the next day?</h2>
<p>Until four in the afternoon, local time of the loading site. Later bookings are taken by telephone when a truck has room.</p>
<h2>Which pallets do you take?</h2>
<p>EUR, GMA and one-way pallets up to 1,200 by 1,200 millimetres. Higher than 2.2 metres costs the place of two.</p>
<h2>What happens when goods are damaged?</h2>
<p>Write it on the delivery note, take a picture and call us the same day. Under the CMR convention visible damage must be noted at delivery and hidden damage reported within seven days.</p>
<h2>Do you carry dangerous goods?</h2>
<p>Yes, classes 3, 8 and 9 in limited quantities. We do not carry explosives or radioactive material.</p>
<h2>Can I see where my shipment is?</h2>
<p>Yes, on the <a href="/tracking">tracking page</a>, or ask your dispatcher.</p>`,
  }),
  framed({
    path: "/about",
    title: "About Kestrel Freight: who we are and how we are organised",
    description: "Founded 1987 in Hamburg; 340 people at three sites; who leads what.",
    canonical: `${origin}/about`,
    head: jsonLd({
      "@context": "https://schema.org",
      ...organizationNode,
      address: {
        "@type": "PostalAddress",
        streetAddress: "Veddeler Damm 48",
        postalCode: "20457",
        addressLocality: "Hamburg",
        addressCountry: "DE",
      },
      sameAs: ["https://register.example/HRB-41772"],
    }),
    body: `<h1>About Kestrel Freight</h1>
<p>Kestrel Freight is a family-owned forwarder, founded in Hamburg in 1987 with two trucks and a customs licence. Today 340 people work at three sites: 196 in Hamburg, 105 in Joliet and 39 in Mississauga.</p>
<h2>Who leads what</h2>
<ul><li>Marit Kessler, managing director.</li><li>Ines Albrecht, customs.</li><li>Tom Okafor, dispatch in Illinois.</li><li>Priya Raman, information technology.</li></ul>
<h2>What we hold ourselves to</h2>
<p>We publish our delivery performance every quarter. We are certified for the handling of pharmaceuticals at Hamburg. A works council elected by our people in Germany is heard before we change how work is done. Carriers find <a href="/partners">what we ask of them</a>.</p>`,
  }),
  framed({
    path: "/contact",
    title: "Contact Kestrel Freight in Hamburg, Joliet and Mississauga",
    description: "Telephone numbers, addresses and hours of our three sites.",
    canonical: `${origin}/contact`,
    body: `<h1>Contact</h1>
<p>A person answers from six in the morning to eight in the evening, local time.</p>
<h2>Hamburg</h2><p>Veddeler Damm 48, 20457 Hamburg. Telephone +49 40 5550 1870.</p>
<h2>Joliet</h2><p>1450 Channahon Road, Joliet, Illinois 60436. Telephone +1 815 555 0142.</p>
<h2>Mississauga</h2><p>2210 Meadowpine Boulevard, Mississauga, Ontario L5N 6S2. Telephone +1 905 555 0117.</p>
<h2 id="imprint">Imprint and privacy</h2><p>Kestrel Freight GmbH, commercial register Hamburg HRB 41772. We keep what you write to us for as long as the matter needs, at most three years.</p>`,
  }),
];
