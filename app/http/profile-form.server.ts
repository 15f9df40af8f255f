import { z } from "zod";
import { countries, everyPlace, sectors } from "#app/domain/tenancy/profile.ts";
import { tenancyText as t } from "#app/strings/en/tenancy.ts";

const place = z.array(z.string().refine((code) => everyPlace.has(code))).default([]);

/** What an organization says of itself, as the fields of `ui/tenancy/profile-fields` send it. */
export const ProfileForm = z
  .object({
    name: z.string(t.nameMissing).trim().min(1, t.nameMissing).max(120),
    sector: z.enum(sectors, t.sectorMissing),
    headcount: z.coerce
      .number(t.headcountWrong)
      .int(t.headcountWrong)
      .min(1, t.headcountWrong)
      .max(5_000_000, t.headcountWrong),
    country: z.string(t.countryMissing).refine((code) => countries.includes(code), t.countryMissing),
    placesEu: place,
    placesUs: place,
    placesCa: place,
    placesOther: place,
    currency: z.string(t.currencyWrong).regex(/^[A-Z]{3}$/, t.currencyWrong),
    website: z
      .string()
      .trim()
      .transform((text) => (/^[a-z]+:/i.test(text) ? text : `https://${text}`))
      .pipe(z.url({ protocol: /^https?$/, hostname: z.regexes.domain, error: t.websiteWrong }))
      .optional(),
  })
  .transform(({ placesEu, placesUs, placesCa, placesOther, website, ...rest }) => ({
    ...rest,
    places: [...placesEu, ...placesUs, ...placesCa, ...placesOther],
    website: website ?? null,
  }));
