import { Link } from "@remix-run/react";
import type { EffectSource } from "#app/domain/planning/intervention-pack.ts";
import type { PlanItem } from "#app/domain/planning/plan.ts";
import { planningText } from "#app/strings/en/planning.ts";
import { Figure } from "../figures/figure.tsx";
import { Grid, Panel } from "../layout/page.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { Effect } from "./effect.tsx";

type Belief = { readonly mean: number; readonly sd: number };

type EvidenceProps = {
  page: {
    readonly item: PlanItem;
    readonly currency: string;
    readonly prior: (Belief & { readonly basis: string }) | null;
    readonly posterior: Belief | null;
    readonly sources: readonly EffectSource[];
  };
};

/** What an item is expected to bring and what the expectation rests on. */
export function ItemEvidence({ page: { item, currency, prior, posterior, sources } }: EvidenceProps) {
  const t = useText(planningText);
  const f = useFormat();
  const belief = ({ mean, sd }: Belief) => ({ mean: f.number(mean, 2), sd: f.number(sd, 2) });
  return (
    <Grid>
      <Panel title={t("itemExpect")}>
        <div className="space-y-2">
          <div>
            <Effect forecast={item.forecast} />
            <span className="text-caption text-ink-soft">
              {t("itemForecast", { date: f.date(item.forecast.statedOn) })}
            </span>
          </div>
          <p>
            {t("itemWorth")}: <Figure estimate={item.monthly} unit={{ currency }} />
          </p>
          <p>{t("onTime", { chance: f.chance(item.onTime) })}</p>
        </div>
      </Panel>
      <Panel title={t("itemEvidence")}>
        <div className="space-y-2">
          {prior === null ? null : <p>{t("itemPrior", { ...belief(prior), basis: prior.basis })}</p>}
          <p>{posterior === null ? t("itemNoPosterior") : t("itemPosterior", belief(posterior))}</p>
          <ul className="list-disc space-y-1 pl-5 text-caption text-ink-soft">
            {sources.map((source) => (
              <li key={source.id}>
                {source.citation}. {source.finding}. {source.design}; {source.checked}.
              </li>
            ))}
          </ul>
          <p className="text-caption text-ink-soft">{t("judgement")}</p>
        </div>
      </Panel>
    </Grid>
  );
}

type LinksProps = {
  page: {
    readonly item: PlanItem;
    readonly pools: Readonly<Record<string, string>>;
    readonly requires: readonly { readonly id: string; readonly title: string; readonly finish: string }[];
    readonly unlocks: readonly { readonly id: string; readonly title: string; readonly start: string }[];
  };
};

/** Hours, contents, what an item waits for and what waits for it. */
export function ItemLinks({ page: { item, pools, requires, unlocks } }: LinksProps) {
  const t = useText(planningText);
  const f = useFormat();
  const path = (id: string) => `../plan/items/${encodeURIComponent(id)}`;
  return (
    <Grid>
      <Panel title={t("itemContent")}>
        <ul className="list-disc space-y-1 pl-5">
          {item.details.map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
        <h3 className="mt-4 font-semibold">{t("itemHours")}</h3>
        <ul className="list-disc space-y-1 pl-5">
          {Object.entries(item.hours).map(([pool, hours]) => (
            <li key={pool}>
              {pools[pool] ?? pool}: {f.number(hours)} h
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t("itemRequires")}>
        <ul className="list-disc space-y-1 pl-5">
          {requires.map((other) => (
            <li key={other.id}>
              <Link className="link" to={path(other.id)}>
                {other.title}
              </Link>
              , {t("doneBy", { date: f.date(other.finish) })}
            </li>
          ))}
        </ul>
        {unlocks.length === 0 ? null : <h3 className="mt-4 font-semibold">{t("itemUnlocks")}</h3>}
        <ul className="list-disc space-y-1 pl-5">
          {unlocks.map((other) => (
            <li key={other.id}>
              <Link className="link" to={path(other.id)}>
                {other.title}
              </Link>
              , {t("startsOn", { date: f.date(other.start) })}
            </li>
          ))}
        </ul>
        {item.excluded.length === 0 ? null : <h3 className="mt-4 font-semibold">{t("itemExcluded")}</h3>}
        <ul className="list-disc space-y-1 pl-5">
          {item.excluded.map((one) => (
            <li key={`${one.mode} ${one.because}`}>
              {one.mode}: {one.because}
            </li>
          ))}
        </ul>
      </Panel>
    </Grid>
  );
}
