import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.ts';
import type { paths } from '../../api/schema.generated.ts';

type Shown<Path> = Path extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;
type Item<Path> = Shown<Path> extends { items: (infer One)[] } ? One : never;

export type City = Shown<paths['/api/v1/cities/{slug}']>;
export type Lookup = Item<paths['/api/v1/cities/{slug}/lookups']>;
export type Festival = Item<paths['/api/v1/festivals']>;
export type Performance = Item<paths['/api/v1/programme']>;
export type Artist = Shown<paths['/api/v1/artists/{uuid}']>;
export type Venue = Shown<paths['/api/v1/venues/{uuid}']>;
export type Booking = Shown<paths['/api/v1/bookings/{uuid}']>;
export type Conversation = Shown<paths['/api/v1/conversations/{uuid}']>;

/** What is read of the festival is kept under this word, to be read anew after a change. */
const area = 'festival';

/** Makes the key of something that is read of the festival. */
export function keyOf(...parts: readonly unknown[]): readonly unknown[] {
  return [area, ...parts];
}

/** Carries out a change and has everything of the festival read anew. */
export function useChange() {
  const client = useQueryClient();
  return async <Done>(change: Promise<Done>): Promise<Done> => {
    try {
      return await change;
    } finally {
      await client.invalidateQueries({ queryKey: [area] });
    }
  };
}

/** The city of this host; null: it has none. */
export function useCity() {
  return useQuery({
    queryKey: keyOf('city'),
    queryFn: async ({ signal }): Promise<City | null> => {
      const { items } = await unwrap(api.GET('/api/v1/cities', { signal }));
      const here = items.find((one) => one.is_here);
      if (!here) return null;
      return unwrap(api.GET('/api/v1/cities/{slug}', { params: { path: { slug: here.slug } }, signal }));
    },
    staleTime: 30_000,
  });
}

/** What may be chosen in a city. */
export function useLookups(slug: string) {
  return useQuery({
    queryKey: keyOf('lookups', slug),
    queryFn: async ({ signal }) => {
      const params = { path: { slug } };
      return (await unwrap(api.GET('/api/v1/cities/{slug}/lookups', { params, signal }))).items;
    },
  });
}

/** Profiles of one's own. */
export function useOwnProfiles() {
  return useQuery({
    queryKey: keyOf('profiles'),
    queryFn: async ({ signal }) => {
      const params = { query: { mine: true } };
      const [artists, venues] = await Promise.all([
        unwrap(api.GET('/api/v1/artists', { params, signal })),
        unwrap(api.GET('/api/v1/venues', { params, signal })),
      ]);
      return { artists: artists.items, venues: venues.items };
    },
  });
}

interface ProgrammeQuery {
  readonly artist?: string;
  readonly venue?: string;
  readonly q?: string;
  readonly genre?: string[];
}

/** Enough for a festival of three hundred venues; what is more is found by searching. */
const mostPages = 15;

/** The public programme, all of it. */
export function useProgramme(query: ProgrammeQuery) {
  return useQuery({
    queryKey: keyOf('programme', query),
    queryFn: async ({ signal }) => {
      const found: Performance[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < mostPages; page += 1) {
        const params = { query: { ...query, limit: 200, ...(cursor !== undefined && { cursor }) } };
        const { items, next } = await unwrap(api.GET('/api/v1/programme', { params, signal }));
        found.push(...items);
        if (next === null) break;
        cursor = next;
      }
      return found;
    },
  });
}

/** Something that was read, and the tag by which a change of it names what was read. */
export interface Tagged<Data> {
  readonly shown: Data;
  readonly etag: string;
}

/** Reads something that is to be edited. */
export async function readTagged<Data>(asked: Parameters<typeof unwrap<Data>>[0]): Promise<Tagged<Data>> {
  const shown = await unwrap(asked);
  return { shown, etag: (await asked).response.headers.get('etag') ?? '*' };
}
