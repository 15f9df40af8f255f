import { placeTilesText } from "#app/strings/en/place-tiles.ts";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { ChartFrame, type ChartProps } from "./chart-frame.tsx";
import { boxPath, Label, tickSize } from "./marks.tsx";
import { paint } from "./paint.ts";
import { otherPlaces, stateGrid, type Tile, worldGrid } from "./tile-grids.ts";

export type PlaceCount = {
  readonly place: string;
  readonly name: string;
  readonly laws: number;
  readonly duties: number;
  readonly inForce: number;
  readonly upcoming: number;
  readonly href?: string;
};

type PlaceTilesProps = ChartProps & { places: readonly PlaceCount[]; stateName: (place: string) => string };

/** Where duties come from, a tile a place: filled with the number of duties, outlined where laws are known that ask nothing, faint where none is. */
export function PlaceTiles({ places, stateName, ...names }: PlaceTilesProps) {
  const t = useText(placeTilesText);
  const f = useFormat();
  const byPlace = new Map(places.map((place) => [place.place, place]));
  const most = [...places].sort((a, b) => b.duties - a.duties || b.laws - a.laws || (a.name < b.name ? -1 : 1));
  const world = [...worldGrid, ...otherPlaces(places.map(({ place }) => place))];
  return (
    <ChartFrame
      {...names}
      links
      wide={1080}
      table={{
        head: [t("place"), t("duties"), t("inForce"), t("upcoming"), t("laws")],
        rows: most.map(({ name, duties, inForce, upcoming, laws, href }) => ({
          ...(href === undefined ? {} : { href }),
          cells: [name, duties, inForce, upcoming, laws].map((cell) =>
            typeof cell === "number" ? f.number(cell) : cell,
          ),
        })),
      }}
      draw={({ width, narrow }) => {
        const step = narrow ? width / 11 : 48;
        const size = step - (narrow ? 2 : 4);
        const rows = (tiles: readonly Tile[]) => Math.max(...tiles.map(({ row }) => row)) + 1;
        const top = 20;
        const worldHeight = rows(world) * step;
        const statesX = narrow ? 0 : width - 11 * step;
        const statesY = narrow ? top + worldHeight + 30 : top;
        const draw = (tiles: readonly Tile[], x: number, y: number) =>
          tiles.map((tile) => (
            <PlaceTile
              key={tile.place}
              tile={tile}
              count={byPlace.get(tile.place)}
              name={byPlace.get(tile.place)?.name ?? stateName(tile.place)}
              x={x + tile.column * step}
              y={y + tile.row * step}
              size={size}
            />
          ));
        return {
          height: Math.max(top + worldHeight, statesY + rows(stateGrid) * step),
          body: (
            <>
              <Label x={0} y={8} bold>
                {t("world")}
              </Label>
              {draw(world, 0, top)}
              <Label x={statesX} y={statesY - 12} bold>
                {t("states")}
              </Label>
              {draw(stateGrid, statesX, statesY)}
            </>
          ),
        };
      }}
    />
  );
}

type PlaceTileProps = { tile: Tile; count: PlaceCount | undefined; name: string; x: number; y: number; size: number };

function PlaceTile({ tile, count, name, x, y, size }: PlaceTileProps) {
  const t = useText(placeTilesText);
  const duties = count?.duties ?? 0;
  const filled = duties > 0;
  const small = size < 34;
  const label = t("tile", { name, count: duties });
  const code = tile.place.split("-").at(-1) ?? tile.place;
  const ink = filled ? paint.surface : count === undefined ? paint.soft : paint.ink;
  const body = (
    <>
      <title>{label}</title>
      <path
        d={boxPath(x + 0.5, y + 0.5, size - 1, size - 1, 4)}
        fill={filled ? paint.accent : paint.surface}
        stroke={filled ? paint.accent : count === undefined ? paint.grid : paint.line}
      />
      <Label
        x={x + size / 2}
        y={y + size * (filled ? 0.32 : 0.5)}
        anchor="middle"
        size={small ? 9 : tickSize}
        fill={ink}
      >
        {code}
      </Label>
      {filled ? (
        <Label x={x + size / 2} y={y + size * 0.69} anchor="middle" size={small ? 11 : 13} fill={ink} bold>
          {String(duties)}
        </Label>
      ) : null}
    </>
  );
  return count?.href === undefined ? <g>{body}</g> : <a href={count.href}>{body}</a>;
}
