import { titlesText } from "#app/strings/en/titles.ts";
import { Button } from "../controls/button.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { OccupationInput } from "./occupation-input.tsx";

type Candidate = { readonly onet: string; readonly title: string; readonly probability?: number };

export type CardTitle = {
  readonly key: string;
  readonly title: string;
  readonly heads: number | null;
  readonly roles: number;
  readonly state: string;
  readonly match: Candidate | null;
  readonly candidates: readonly Candidate[];
};

type Search = { readonly text: string; readonly found: readonly Candidate[] };

type CardProps = { title: CardTitle; at: number; first: boolean; search: Search | null; error: string | null };

/** One title to decide: its likeliest occupations, a search for others, one button. Works by keyboard: the first choice takes focus. */
export function TitleCard({ title, at, first, search, error }: CardProps) {
  const t = useText(titlesText);
  const f = useFormat();
  const id = `title-${at}`;
  const decided = title.state === "confirmed";
  const options = search === null || search.found.length === 0 ? title.candidates : search.found;
  const people = title.heads === null ? t("few") : t("people", { count: Math.round(title.heads) });
  return (
    <li className="border-t border-line py-4" id={first ? "searched" : id}>
      <form method="post" aria-labelledby={`${id}-name`}>
        <input type="hidden" name="title" value={title.key} />
        <h2 id={`${id}-name`} className="text-heading">
          {title.title}
        </h2>
        <p className="text-caption text-ink-soft">
          {people} {t("inRoles", { count: title.roles })}
        </p>
        {decided && title.match !== null ? (
          <div className="flex flex-wrap items-center gap-3 pt-2">
            <span>{t("counted", { occupation: title.match.title, code: title.match.onet })}</span>
            <Button variant="quiet" name="intent" value="take-back">
              {t("takeBack")}
            </Button>
          </div>
        ) : (
          <>
            <fieldset className="space-y-2 pt-2">
              <legend className={options.length === 0 ? "text-ink-soft" : "sr-only"}>
                {t(options.length === 0 ? "noGuess" : "choose")}
              </legend>
              {search === null ? null : (
                <p className="text-caption text-ink-soft">
                  {search.found.length === 0
                    ? t("notFound", { text: search.text })
                    : t("found", { count: search.found.length, text: search.text })}
                </p>
              )}
              {options.map(({ onet, title: name, probability }, index) => (
                <label key={onet} className="choice">
                  <input
                    type="radio"
                    name="onet"
                    value={onet}
                    defaultChecked={index === 0 && (search === null || search.found.length > 0)}
                    // biome-ignore lint/a11y/noAutofocus: the next title takes focus when one was decided
                    autoFocus={first && index === 0}
                  />
                  <span>
                    {name}
                    <span className="block text-caption text-ink-soft">
                      {probability === undefined ? onet : t("probability", { code: onet, share: f.share(probability) })}
                    </span>
                  </span>
                </label>
              ))}
            </fieldset>
            <div className="space-y-1 pt-3">
              <label htmlFor={`${id}-other`} className="block">
                {t("other")}
              </label>
              <p id={`${id}-help`} className="text-caption text-ink-soft">
                {t("otherHelp")}
              </p>
              <div className="flex flex-wrap items-center gap-2">
                <OccupationInput
                  id={`${id}-other`}
                  name="other"
                  className="input max-w-72"
                  autoComplete="off"
                  defaultValue={search !== null && search.found.length === 0 ? search.text : ""}
                  aria-describedby={`${id}-help${error === null ? "" : ` ${id}-error`}`}
                  aria-invalid={error !== null}
                />
                <Button variant="quiet" name="intent" value="search">
                  {t("search")}
                </Button>
                <Button name="intent" value="confirm" aria-label={`${t("confirm")}: ${title.title}`}>
                  {t("confirm")}
                </Button>
              </div>
              {error === null ? null : (
                <p id={`${id}-error`} className="text-caption text-bad" role="alert">
                  {error}
                </p>
              )}
            </div>
          </>
        )}
      </form>
    </li>
  );
}
