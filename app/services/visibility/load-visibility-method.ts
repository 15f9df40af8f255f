import { fail, ok } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { wilson } from "#app/domain/visibility/rate.ts";
import type { CheckDefinition } from "#app/domain/visibility/visibility-pack.ts";
import type { Tally } from "#app/domain/visibility/visibility-validation.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";

/** How the score comes about: checks, engines, agents and thresholds in force, and how well the engines did when measured. */
export function loadVisibilityMethod(deps: Pick<Deps, "knowledge">, actor: Actor) {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" as const });
  const { visibility: pack } = deps.knowledge;
  const { robots, pages, stuffing, real, mentions, recommendations, peers, speeds, builtOn } = pack.validation;
  const weighs = ({ weight, penalty }: CheckDefinition) => weight + penalty > 0;
  const shown = (check: CheckDefinition) => ({ ...check, sources: check.sources.map(({ title }) => title) });
  return ok({
    version: pack.version,
    checkedOn: pack.checkedOn as string,
    weighing: pack.checks.filter(weighs).map(shown),
    folklore: pack.checks.filter((check) => !weighs(check)).map(shown),
    engines: pack.engines,
    agents: pack.agents.map(({ source: _, ...agent }) => agent),
    stuffing: pack.stuffing,
    measured: {
      builtOn,
      robots: rate(robots.sections),
      differing: robots.differing,
      files: rate([robots.files]),
      facts: rate(pages.kinds),
      pages: pages.pages,
      languages: pages.languages,
      called: rate([{ kind: "", of: stuffing.honest, right: stuffing.called }]),
      watched: rate([{ kind: "", of: stuffing.honest, right: stuffing.watched }]),
      caught: rate([{ kind: "", of: stuffing.stuffed, right: stuffing.caught }]),
      real: {
        pages: real.pages,
        languages: real.languages,
        same: rate([{ kind: "", of: real.compared, right: real.same }]),
        called: rate([{ kind: "", of: real.judged, right: real.called }]),
        watched: rate([{ kind: "", of: real.judged, right: real.watched }]),
      },
      mentions: rate(mentions),
      // What the reader was mended by says little about it; only answers held out are shown.
      recommendations: rate(recommendations.filter(({ kind }) => kind.startsWith("held-out"))),
      mentionKinds: mentions.map((each) => ({ kind: each.kind, ...rate([each]) })),
      peers: peers.map((each) => ({ kind: each.kind, ...rate([each]) })),
      speeds,
    },
  });
}

/** How many of all, with a 95 % interval. */
function rate(tallies: readonly Tally[]) {
  const of = tallies.reduce((sum, each) => sum + each.of, 0);
  const right = tallies.reduce((sum, each) => sum + each.right, 0);
  return { of, right, share: wilson(right, of) };
}
