import { type DemonstrationPage, framed, jsonLd, organizationNode, origin } from "./frame.ts";

const stuffed = `Cold chain logistics Hamburg is our passion: our cold chain logistics Hamburg team offers cold chain logistics Hamburg for food. Looking for cold chain logistics Hamburg? Cold chain logistics Hamburg by Kestrel is cheap cold chain logistics Hamburg. Our cold chain logistics Hamburg trucks make cold chain logistics Hamburg easy.`;

/** What a company of this size gets wrong without noticing: one fault a page. */
export const faultyPages: readonly DemonstrationPage[] = [
  framed({
    path: "/services/cold-chain",
    title: "Cold chain logistics Hamburg | cold chain logistics | cold chain Hamburg",
    description: "Cold chain logistics Hamburg: the best cold chain logistics in Hamburg for cold chain logistics.",
    canonical: `${origin}/services/cold-chain`,
    body: `<h1>Cold chain logistics Hamburg</h1>
<p>${stuffed}</p><p>${stuffed}</p>
<p>Why cold chain logistics Hamburg? Because cold chain logistics Hamburg keeps food cold. Contact our cold chain logistics Hamburg experts for a cold chain logistics Hamburg quote today.</p>`,
  }),
  framed({
    path: "/services/road-freight",
    title: "Road freight",
    description: "Road freight.",
    body: "<h1>Road freight</h1><p>We drive your goods where they need to go. Ask us for a quote.</p>",
  }),
  {
    path: "/tracking",
    html: `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Track a shipment | Kestrel Freight</title>
<meta name="description" content="Follow your shipment from pick-up to delivery.">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="canonical" href="${origin}/tracking"><link rel="stylesheet" href="/static/app.css">
<script defer src="/static/app.9f31.js"></script></head>
<body><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div></body></html>`,
  },
  framed({
    path: "/insights/peak-season-rates",
    title: "How peak season rates come about",
    description: "Why road freight costs more from October to December, and what helps.",
    canonical: `${origin}/insights/peak-season-rates`,
    head: jsonLd({
      "@context": "https://schema.org",
      "@type": "BlogPosting",
      headline: "How peak season rates come about",
      datePublished: "2026-10-01",
      dateModified: "2024-11-12",
      publisher: organizationNode,
    }),
    body: `<article><h1>How peak season rates come about</h1>
<p><time itemprop="datePublished" datetime="2024-11-12">12 November 2024</time></p>
<p>Everybody knows that freight gets expensive before the holidays. There are more goods than trucks, and trucks that are booked twice stand still once. Dispatchers begin to buy capacity early, which makes what is left scarcer, and so the price climbs before the first parcel of the season has moved.</p>
<h2>More goods than trucks</h2>
<p>Shops fill their stores in the weeks before December. Warehouses near the ports run out of ramps, drivers wait, and a driver who waits does not drive. A day of waiting takes a truck out of the market as surely as a breakdown does, and nobody plans for it.</p>
<h2>What helps</h2>
<p>Book early, be honest about volumes, and let the dispatcher choose the hour. A delivery at eleven at night finds an empty ramp. Mixed loads travel cheaper than half a truck, when the goods bear each other. Ask for a frame contract if you ship every week, because it spreads the peak over the year.</p>
<h2>What does not help</h2>
<p>Booking the same load with three carriers does not help. Two of them will drive empty, and all of them will remember. Prices follow memory more than most people think, and a name for cancelling late costs more than a late booking.</p></article>`,
  }),
  framed({
    path: "/insights/green-corridors",
    title: "What a green corridor is",
    description: "Lanes on which carriers, ports and charging stations agree on low-emission transport.",
    canonical: `${origin}/insights/green-corridors`,
    head: `<script type="application/ld+json">{"@context":"https://schema.org","@type":"Article","headline":"What a green corridor is","author":{"@type":"Person","name":"Priya Raman"},"datePublished":"2026-05-11",}</script>
<meta property="article:published_time" content="2026-05-11">`,
    body: `<article><h1>What a green corridor is</h1>
<p class="byline">By Priya Raman</p>
<p>A green corridor is a lane on which carriers, ports and charging stations have agreed to move freight with low emissions. It is an agreement, not a kind of road: what makes it green is that energy, times and papers fit together along the whole way.</p>
<h2>Who agrees on what</h2>
<p>The carrier promises volumes, the station promises power at the hour of arrival, and the port promises a slot. Without all three a battery truck waits, and waiting eats the saving. On our lane from Hamburg to Bremen we saved 38 % of the diesel in the first half of 2026, measured with the meters of the trucks.</p>
<h2>What it costs</h2>
<p>Per kilometre an electric truck costs us eleven cents more today, most of it for the vehicle. Toll reductions give seven of these back. The rest is carried by two customers who asked for it, in a contract over three years.</p>
<h2>What we do not know yet</h2>
<p>We cannot say how batteries age on short lanes with many stops. We log the state of charge at every ramp and will publish what we find after two winters.</p></article>`,
  }),
  framed({
    path: "/partners",
    title: "Working with us as a carrier",
    description: "What we ask of carriers and what they can expect.",
    canonical: `${origin}/partners`,
    head: '<meta name="robots" content="noindex, nosnippet">',
    body: `<h1>Working with us as a carrier</h1>
<p>We work with 64 carriers in Northern Germany, Illinois, Indiana and Southern Ontario. Whoever drives for us is paid within 21 days, gets one contact person and sees the waiting times of every ramp before accepting a load.</p>
<h2>What we ask</h2>
<ul><li>insurance of at least 2 million euros,</li><li>vehicles not older than eight years,</li><li>drivers who rest when they must.</li></ul>
<h2>How to begin</h2><p>Send your licence and insurance to the desk of your country; a person answers within two days. See <a href="/contact">contact</a>.</p>`,
  }),
];
