import { type Random, randomFrom, seedFrom } from "#app/domain/kernel/random.ts";
import type { PromptKind } from "#app/domain/visibility/share-of-answers.ts";

type Topic = "cold chain" | "customs" | "sea freight";
type SamplePrompt = { readonly kind: PromptKind; readonly topic: Topic; readonly text: string };

/** What the sample's buyers ask. The first version lacked the last two. */
export const samplePrompts: readonly SamplePrompt[] = [
  { kind: "branded", topic: "sea freight", text: "What does Kestrel Freight do, and for whom?" },
  { kind: "branded", topic: "cold chain", text: "Is Kestrel Freight a good choice for refrigerated transport?" },
  { kind: "branded", topic: "customs", text: "What do customers say about Kestrel Freight?" },
  { kind: "category", topic: "cold chain", text: "Which companies offer refrigerated freight from Hamburg?" },
  { kind: "category", topic: "cold chain", text: "Who moves pharmaceuticals under temperature control in Germany?" },
  { kind: "category", topic: "cold chain", text: "Recommend a cold chain forwarder for a mid-sized food company." },
  { kind: "category", topic: "customs", text: "Who are the best customs brokers in Hamburg?" },
  { kind: "category", topic: "customs", text: "Which forwarders clear imports from Asia in Germany?" },
  { kind: "category", topic: "sea freight", text: "List reliable freight forwarders in Northern Germany." },
  { kind: "category", topic: "sea freight", text: "Who offers consolidated sea freight to Singapore?" },
  { kind: "category", topic: "sea freight", text: "Which forwarders take small shippers in Rotterdam?" },
  { kind: "comparison", topic: "cold chain", text: "Compare three refrigerated forwarders in Germany on reliability." },
  { kind: "comparison", topic: "cold chain", text: "Regional or global forwarder for chilled goods: which fits whom?" },
  { kind: "comparison", topic: "customs", text: "Customs clearance in house or by a broker? Name brokers." },
  { kind: "comparison", topic: "customs", text: "Compare customs brokers in Hamburg on price and speed." },
  { kind: "comparison", topic: "sea freight", text: "What are alternatives to Northbound Haulage for sea freight?" },
  { kind: "comparison", topic: "sea freight", text: "Make a shortlist of five forwarders from Hamburg to Asia." },
  { kind: "problem", topic: "cold chain", text: "Our chilled shipment arrived too warm. Who can help?" },
  { kind: "problem", topic: "cold chain", text: "How do I document the cold chain for an audit?" },
  { kind: "problem", topic: "customs", text: "My container is held by customs in Hamburg. Who can help?" },
  { kind: "problem", topic: "customs", text: "How do I prepare for new import declarations in the EU?" },
  { kind: "problem", topic: "sea freight", text: "Freight rates rose again. How do I cut the cost of a lane?" },
  { kind: "problem", topic: "sea freight", text: "How do I tell a good freight forwarder from a bad one?" },
  { kind: "problem", topic: "sea freight", text: "Our forwarder let us down in peak season. Who can take over?" },
];

export const promptsAtFirst = samplePrompts.slice(0, -2);

export const sampleSetting = {
  brand: { name: "Kestrel Freight", aliases: ["Kestrel"], domains: ["kestrelfreight.example"] },
  others: [
    { name: "Northbound Haulage", aliases: ["Northbound"], domains: ["northbound.example"] },
    { name: "Meridian Forwarding", domains: ["meridian-forwarding.example"] },
    { name: "Halberd Logistics", domains: ["halberd.example"] },
  ],
};

const ownSentences: Readonly<Record<Topic, readonly string[]>> = {
  "cold chain": [
    "Kestrel Freight runs refrigerated lanes from Hamburg and publishes temperature records for each shipment.",
    "Kestrel Freight is a good choice for chilled food of smaller shippers.",
    "Kestrel Freight owns a fleet of 400 refrigerated trucks.",
  ],
  customs: [
    "Kestrel Freight clears imports in Hamburg within a day, according to its website.",
    "Some shippers find Kestrel Freight slower to answer on weekends.",
    "Kestrel Freight does not act as a customs broker.",
  ],
  "sea freight": [
    "Kestrel Freight consolidates sea freight from Hamburg and Rotterdam to Singapore.",
    "Kestrel Freight is a family firm that was founded in Bremen.",
    "For small volumes, Kestrel Freight is often named beside larger forwarders.",
  ],
};

const sources = [
  "https://freight-directory.example/hamburg",
  "https://logistics-news.example/forwarders-compared",
  "https://forwarders-association.example/members",
  "https://forum.shippers.example/t/held-container",
  "https://carrier-reviews.example/cold-chain",
  "https://port-of-call.example/guide",
  "https://northbound.example/services",
  "https://meridian-forwarding.example/cold-chain",
];

type Chosen = { readonly named: boolean; readonly random: Random };

function pick<Item>(random: Random, items: readonly Item[]): Item | undefined {
  return items[Math.floor(random() * items.length)];
}

function claimsOf(topic: Topic, { named, random }: Chosen) {
  const claims = sampleSetting.others
    .filter(() => random() < 0.45)
    .map(({ name }) => ({ text: `${name} is named for ${topic}.`, url: pick(random, sources) ?? "" }));
  if (named) {
    const page = `https://www.kestrelfreight.example/services/${topic.replace(" ", "-")}`;
    const url = random() < 0.55 ? page : (pick(random, sources) ?? "");
    const claim = { text: pick(random, ownSentences[topic]) ?? "", url };
    if (random() < 0.4) claims.unshift(claim);
    else claims.push(claim);
  }
  if (claims.length > 0) return claims;
  return [{ text: `Ask for references and a written offer for ${topic}.`, url: pick(random, sources) ?? "" }];
}

/** A body as the interface gives it, of made-up content. A few are cut off, refused or failed, as real ones are. */
export function sampleBody(prompt: SamplePrompt, named: boolean, seed: string): unknown {
  const random = randomFrom(seedFrom(seed));
  const ending = random();
  if (ending < 0.012)
    return { status: "failed", error: { code: "server_error", message: "The server had an error." }, output: [] };
  if (ending < 0.02) {
    const content = [{ type: "refusal", refusal: "I cannot recommend single companies." }];
    return { status: "completed", output: [{ type: "message", status: "completed", content }] };
  }
  let text =
    pick(random, ["Several forwarders fit.", "It depends on volume and lane.", "These are often named."]) ?? "";
  const annotations = claimsOf(prompt.topic, { named, random }).map(({ text: claim, url }, at) => {
    const marker = `([${new URL(url).hostname}](${url}))`;
    text += `\n${at + 1}. ${claim} `;
    const start = text.length;
    text += marker;
    const tracked = `${url}?utm_source=openai`;
    return { type: "url_citation", url: tracked, title: "", start_index: start, end_index: text.length };
  });
  const seen = pick(random, sources) ?? "";
  const found = named || random() > 0.12 ? [seen] : [seen, "https://www.kestrelfreight.example/services"];
  const cut = ending > 0.985;
  return {
    status: cut ? "incomplete" : "completed",
    ...(cut ? { incomplete_details: { reason: "max_output_tokens" } } : {}),
    output: [
      {
        type: "web_search_call",
        status: "completed",
        action: { type: "search", queries: [prompt.topic], sources: found.map((url) => ({ type: "url", url })) },
      },
      { type: "message", status: "completed", content: [{ type: "output_text", text, annotations }] },
    ],
  };
}
