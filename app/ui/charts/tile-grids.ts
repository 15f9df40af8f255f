/** Where a place's tile stands, in columns and rows. */
export type Tile = { readonly place: string; readonly column: number; readonly row: number };

/** The states of the US and the city that has a law of its own, a row a line: where people look for them, not where a map has them. */
const states = `
AK . . . . . . . . . ME
. . . . . WI . . . VT NH
WA ID MT ND MN IL MI NY-NYC NY MA .
OR NV WY SD IA IN OH PA NJ CT RI
CA UT CO NE MO KY WV VA MD DE .
. AZ NM KS AR TN NC SC DC . .
. . . OK LA MS AL GA . . .
HI . . TX . . . . FL . .`;

/** Countries, unions and provinces, from west to east. */
const world = `
INT . . . . . . . . .
CA . . GB EU COE . . . .
CA-ON CA-QC . EU-FR EU-NL EU-DE KZ . KR JP
US . . EU-ES EU-IT . . CN . .
. . . . . . IN VN TW .
. BR . . . . . SG . .
. . . . . . . . AU AU-NSW`;

function gridOf(text: string, prefix: string): Tile[] {
  return text
    .trim()
    .split("\n")
    .flatMap((line, row) =>
      line.split(" ").flatMap((code, column) => (code === "." ? [] : [{ place: `${prefix}${code}`, column, row }])),
    );
}

export const stateGrid: readonly Tile[] = gridOf(states, "US-");
export const worldGrid: readonly Tile[] = gridOf(world, "");

const columns = 10;

/** Tiles for places that no grid has, in rows below the world: a new pack is seen before somebody finds it a place. */
export function otherPlaces(places: readonly string[]): Tile[] {
  const known = new Set([...stateGrid, ...worldGrid].map(({ place }) => place));
  const below = Math.max(...worldGrid.map(({ row }) => row)) + 1;
  return places
    .filter((place) => !known.has(place))
    .map((place, at) => ({ place, column: at % columns, row: below + Math.floor(at / columns) }));
}
