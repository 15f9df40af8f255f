import { useFetcher } from "@remix-run/react";
import type { ComponentProps } from "react";

type Found = readonly { readonly onet: string; readonly title: string }[];

const leastLetters = 2;

/** A field for an occupation's name or code. With script it suggests names while one types; without, the search button does. */
export function OccupationInput({ id, ...rest }: ComponentProps<"input"> & { id: string }) {
  const { load, data } = useFetcher<Found>();
  return (
    <>
      <input
        id={id}
        list={`${id}-list`}
        onInput={(event) => {
          const text = event.currentTarget.value.trim();
          if (text.length >= leastLetters) load(`occupations?q=${encodeURIComponent(text)}`);
        }}
        {...rest}
      />
      <datalist id={`${id}-list`}>
        {(data ?? []).map(({ onet, title }) => (
          <option key={onet} value={title}>
            {onet}
          </option>
        ))}
      </datalist>
    </>
  );
}
