// The names themselves are words; documents write them too.
export { placeName } from "#app/strings/place-name.ts";
