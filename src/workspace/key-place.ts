import type { Place } from '../model/finding.ts';

/** Place of a key of front matter; of the nearest one above it, else the top of the file. */
export function placeIn(places: ReadonlyMap<string, Place>, path: readonly PropertyKey[], file: string): Place {
  for (let length = path.length; length > 0; length -= 1) {
    const place = places.get(path.slice(0, length).map(String).join('.'));
    if (place !== undefined) return place;
  }
  return { file, line: 1, column: 1 };
}
