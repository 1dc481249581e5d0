import type pg from 'pg';

/** A city with this many artists and venues, and confirmed bookings of its one festival; made by SQL, as rows only. */
export async function fillFestival(
  client: Pick<pg.Client, 'query'>,
  city: {
    readonly tenantId: number;
    readonly cityId: number;
    readonly festivalId: number;
    readonly accountId: number;
  },
  {
    artists,
    venues,
    bookings,
  }: { readonly artists: number; readonly venues: number; readonly bookings: number },
): Promise<void> {
  const { tenantId, cityId, festivalId, accountId } = city;
  await client.query(
    `insert into artists (tenant_id, uuid, city_id, account_id, created_by, name, name_key, description, genres,
       needs_electricity, needs_pa, needs_piano, is_accepting_requests, available_from, unavailable, created_at, updated_at)
     select $1, gen_random_uuid(), $2, $3, $3, 'Artist ' || n, 'artist ' || n,
       repeat('We play what people like to hear, outdoors and in. ', 4),
       string_to_array((array['folk', 'brass,pop', 'classical,choral,opera', 'other'])[1 + n % 4], ','),
       n % 2 = 0, n % 3 = 0, n % 7 = 0, n % 10 > 0, case when n % 5 = 0 then f.starts_at + interval '3 hours' end,
       case when n % 6 = 0 then tstzmultirange(tstzrange(f.starts_at + interval '5 hours', f.starts_at + interval '6 hours'))
         else '{}' end, now(), now()
     from generate_series(1, $4::integer) n, festivals f where f.id = $5`,
    [tenantId, cityId, accountId, artists, festivalId],
  );
  await client.query(
    `insert into venues (tenant_id, uuid, city_id, account_id, created_by, name, name_key, description, address, town,
       district, neighbourhood, zip_code, latitude, longitude, ada, venue_type, rain_option, virtual_option, genres,
       has_electricity, has_pa, has_piano, is_indoor, is_accepting_requests, unavailable, created_at, updated_at)
     select $1, gen_random_uuid(), $2, $3, $3, 'Venue ' || n, 'venue ' || n, repeat('A place in the sun. ', 4),
       n || ' Main Street', 'Springfield', 'North', 'Old Mill', '14301', 43 + (n % 100) / 1000.0, -79 + (n % 77) / 1000.0,
       n % 3 > 0, 'garden', 'ignored', 'in_person',
       string_to_array((array['', 'folk,pop', 'open_to_anything', 'classical'])[1 + n % 4], ','),
       n % 2 = 0, n % 3 = 0, n % 5 = 0, n % 4 = 0, true,
       case when n % 6 = 0 then tstzmultirange(tstzrange(f.starts_at, f.starts_at + interval '1 hour')) else '{}' end,
       now(), now()
     from generate_series(1, $4::integer) n, festivals f where f.id = $5`,
    [tenantId, cityId, accountId, venues, festivalId],
  );
  await client.query(
    `insert into bookings (tenant_id, uuid, city_id, festival_id, artist_id, venue_id, starts_at, ends_at, status,
       is_self_match, is_lesson, is_participatory, livestream_url, created_by, created_at, updated_at)
     select $1, gen_random_uuid(), $2, $5, a.id, v.id, f.starts_at + (s.n / $6::integer) * interval '1 hour',
       f.starts_at + (s.n / $6::integer) * interval '1 hour' + interval '45 minutes', 'confirmed', false, s.n % 20 = 0,
       s.n % 9 = 0, case when s.n % 10 = 0 then 'https://live.example.org/' || s.n end, $3, now(), now()
     from generate_series(0, $4::integer - 1) as s (n)
     join (select id, row_number() over (order by id) - 1 as place from artists where city_id = $2) as a
       on a.place = s.n % $7::integer
     join (select id, row_number() over (order by id) - 1 as place from venues where city_id = $2) as v
       on v.place = s.n % $6::integer
     join festivals f on f.id = $5`,
    [tenantId, cityId, accountId, bookings, festivalId, venues, artists],
  );
  await client.query('analyze artists, venues, bookings');
}
