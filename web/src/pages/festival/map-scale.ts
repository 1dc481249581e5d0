/** A place on the earth, in degrees. */
export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** Where a place lies in the drawing. */
  point(place: Place): { readonly x: number; readonly y: number };
  /** A round length and how long it is in the drawing. */
  readonly scale: { readonly km: number; readonly length: number };
}

const width = 640;
const height = 480;
const margin = 60;
const kmPerDegree = 111.32;

/**
 * Fits places into a drawing, north on top, as long east as north. A city is small enough for the earth to be flat.
 * @param places one at least
 */
export function drawingOf(places: readonly Place[]): Drawing {
  const latitudes = places.map(({ latitude }) => latitude);
  const longitudes = places.map(({ longitude }) => longitude);
  const middle = { latitude: midOf(latitudes), longitude: midOf(longitudes) };
  const kmPerLongitude = kmPerDegree * Math.max(0.01, Math.cos((middle.latitude * Math.PI) / 180));
  const kmHigh = spanOf(latitudes) * kmPerDegree;
  const kmWide = spanOf(longitudes) * kmPerLongitude;
  // A single place gets a kilometre around it.
  const perKm = Math.min(
    (width - 2 * margin) / Math.max(kmWide, 1),
    (height - 2 * margin) / Math.max(kmHigh, 1),
  );
  const km = roundBelow(width / 4 / perKm);
  return {
    width,
    height,
    scale: { km, length: km * perKm },
    point: ({ latitude, longitude }) => ({
      x: width / 2 + (longitude - middle.longitude) * kmPerLongitude * perKm,
      y: height / 2 - (latitude - middle.latitude) * kmPerDegree * perKm,
    }),
  };
}

/** The largest of 1, 2, 5, 10, 20 … and their tenths that is not larger. */
function roundBelow(length: number): number {
  const power = 10 ** Math.floor(Math.log10(length));
  const step = [5, 2, 1].find((one) => one * power <= length) ?? 1;
  return Number((step * power).toPrecision(1));
}

const midOf = (values: readonly number[]) => (Math.min(...values) + Math.max(...values)) / 2;
const spanOf = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
