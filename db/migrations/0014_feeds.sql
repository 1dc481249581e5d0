-- How often what the public sees of a city changed: an answer made at a version holds until the next one.
create table feed_versions (
  tenant_id bigint not null references tenants (id),
  city_id bigint not null,
  version bigint not null,
  primary key (tenant_id, city_id),
  foreign key (tenant_id, city_id) references cities (tenant_id, id) on delete cascade
);
call protect_tenant_table('feed_versions', 'select, insert, update');

-- Deferred to the commit, so that the row, which everyone of a city wants, is locked last and for the commit alone.
create function raise_feed_version() returns trigger
language plpgsql set search_path = public, pg_temp as $$
declare
  of_city bigint;
  of_tenant bigint;
begin
  if tg_op = 'DELETE' then
    of_tenant := old.tenant_id;
    of_city := old.city_id;
  elsif tg_table_name = 'cities' then
    of_tenant := new.tenant_id;
    of_city := new.id;
  else
    of_tenant := new.tenant_id;
    of_city := new.city_id;
  end if;
  -- Once a transaction is enough; a city that is itself being deleted has none.
  insert into feed_versions as v (tenant_id, city_id, version)
  select c.tenant_id, c.id, 1 from cities c where c.tenant_id = of_tenant and c.id = of_city
  on conflict (tenant_id, city_id) do update set version = v.version + 1
    where v.xmin <> pg_current_xact_id()::xid;
  return null;
end $$;

create constraint trigger cities__feed after insert or update on cities
  deferrable initially deferred for each row execute function raise_feed_version();
create constraint trigger festivals__feed after insert or update or delete on festivals
  deferrable initially deferred for each row execute function raise_feed_version();
create constraint trigger lookups__feed after insert or update or delete on lookups
  deferrable initially deferred for each row execute function raise_feed_version();
create constraint trigger artists__feed after update or delete on artists
  deferrable initially deferred for each row execute function raise_feed_version();
create constraint trigger venues__feed after update or delete on venues
  deferrable initially deferred for each row execute function raise_feed_version();
create constraint trigger bookings__feed_new after insert on bookings
  deferrable initially deferred for each row when (new.status = 'confirmed') execute function raise_feed_version();
create constraint trigger bookings__feed after update on bookings
  deferrable initially deferred for each row when (old.status = 'confirmed' or new.status = 'confirmed')
  execute function raise_feed_version();
create constraint trigger bookings__feed_gone after delete on bookings
  deferrable initially deferred for each row when (old.status = 'confirmed') execute function raise_feed_version();

-- Searches state their tenant themselves: of their conditions only equality could reach an index under row-level security.
-- (least and greatest pass over nulls: what may be null is asked first.)
-- The fit of two sides is time (0.4), genre (0.3), equipment (0.2) and, where a place is named, distance (0.1).
create function search_artists(
  of_city bigint, of_festival bigint, patterns text[], genre_keys text[], free_from timestamptz, free_until timestamptz,
  only_accepting boolean, own_venue bigint, rows_limit integer, rows_offset integer
) returns table (id bigint, total bigint, score double precision, shared_minutes double precision,
  shared_genres text[], missing text[])
language sql stable security definer set search_path = public, pg_temp as $$
  with tenant as materialized (select nullif(current_setting('app.tenant_id', true), '')::bigint as id),
  festival as materialized (
    select f.id, tstzrange(f.starts_at, f.ends_at) as span from festivals f, tenant t
    where f.tenant_id = t.id and f.id = of_festival
  ), own as materialized (
    select v.id, v.genres, v.has_electricity, v.has_pa, v.has_piano,
      v.genres = '{}' or 'open_to_anything' = any(v.genres) as is_open,
      tstzmultirange(tstzrange(v.available_from, v.available_until) * f.span) - v.unavailable
        - coalesce((select range_agg(tstzrange(b.starts_at, b.ends_at)) from bookings b where b.tenant_id = v.tenant_id
            and b.venue_id = v.id and b.festival_id = f.id and b.status in ('accepted', 'confirmed')), '{}') as free
    from tenant t join venues v on v.tenant_id = t.id left join festival f on true where v.id = own_venue
  ), own_time as materialized (
    select o.*, extract(epoch from (select sum(upper(r) - lower(r)) from unnest(o.free) as r))::double precision / 60 as minutes
    from own o
  ), taken as materialized (
    select b.artist_id, range_agg(tstzrange(b.starts_at, b.ends_at)) as spans from tenant t
    join bookings b on b.tenant_id = t.id and b.festival_id = of_festival
    where b.status in ('accepted', 'confirmed') group by b.artist_id
  ), fitting as materialized (
    select a.id, a.name_key, a.genres, a.needs_electricity, a.needs_pa, a.needs_piano, times.free
    from tenant t join artists a on a.tenant_id = t.id left join festival f on true left join taken k on k.artist_id = a.id
    cross join lateral (select case when own_venue is not null or free_from is not null or free_until is not null then
      tstzmultirange(tstzrange(a.available_from, a.available_until) * coalesce(f.span, '(,)')) - a.unavailable
        - coalesce(k.spans, '{}') end as free offset 0) as times
    where a.city_id = of_city and a.deleted_at is null
      and (not only_accepting or a.is_accepting_requests)
      and (genre_keys is null or a.genres && genre_keys)
      and (patterns is null or a.name_key || ' ' || lower(a.description) like all (patterns))
      and (free_from is null and free_until is null
        or case when free_from is null or free_until is null then times.free && tstzrange(free_from, free_until)
           else times.free @> tstzrange(free_from, free_until) end)
  ), judged as (
    select s.id, s.name_key, s.genres, o.genres as own_genres, count(*) over () as total, time.shared,
      array[s.needs_electricity and not o.has_electricity, s.needs_pa and not o.has_pa,
        s.needs_piano and not o.has_piano] as lacks,
      (
        0.4 * least(1, coalesce(time.shared, 0) / greatest(o.minutes, 1))
        + 0.3 * case when o.id is null then null when o.is_open then 1 when s.genres && o.genres then
            (select count(*) from unnest(s.genres) as g where g = any(o.genres))::double precision / cardinality(s.genres)
          else 0 end
        + 0.2 * (1 - ((s.needs_electricity and not o.has_electricity)::integer + (s.needs_pa and not o.has_pa)::integer
          + (s.needs_piano and not o.has_piano)::integer)::double precision
          / greatest(s.needs_electricity::integer + s.needs_pa::integer + s.needs_piano::integer, 1))
      ) / (0.5 + case when time.shared is null then 0 else 0.4 end) as fit
    from fitting s left join own_time o on true
    left join lateral (select case when s.free is null or o.free is null then null else coalesce(extract(epoch from (
      select sum(upper(r) - lower(r)) from unnest(s.free * o.free) as r))::double precision / 60, 0) end as shared offset 0
    ) as time on true
  ), page as (
    select * from judged j order by j.fit desc nulls last, j.name_key collate "C", j.id limit rows_limit offset rows_offset
  )
  select p.id, p.total, p.fit, p.shared, array(select unnest(p.genres) intersect select unnest(p.own_genres) order by 1),
    array(select n.name from unnest(p.lacks, array['electricity', 'pa', 'piano']) as n (is_lacking, name) where n.is_lacking)
  from page p order by p.fit desc nulls last, p.name_key collate "C", p.id
$$;
revoke all on function search_artists(bigint, bigint, text[], text[], timestamptz, timestamptz, boolean, bigint, integer,
  integer) from public;
grant execute on function search_artists(bigint, bigint, text[], text[], timestamptz, timestamptz, boolean, bigint, integer,
  integer) to muster_app;

create function search_venues(
  of_city bigint, of_festival bigint, patterns text[], genre_keys text[], free_from timestamptz, free_until timestamptz,
  only_accepting boolean, own_artist bigint, rows_limit integer, rows_offset integer,
  neighbourhood_keys text[], district_keys text[], type_keys text[], is_ada boolean, with_piano boolean,
  with_electricity boolean, with_pa boolean, near_latitude double precision, near_longitude double precision,
  radius_km double precision
) returns table (id bigint, total bigint, score double precision, shared_minutes double precision,
  shared_genres text[], missing text[], distance_km double precision)
language sql stable security definer set search_path = public, pg_temp as $$
  with tenant as materialized (select nullif(current_setting('app.tenant_id', true), '')::bigint as id),
  festival as materialized (
    select f.id, tstzrange(f.starts_at, f.ends_at) as span from festivals f, tenant t
    where f.tenant_id = t.id and f.id = of_festival
  ), own as materialized (
    select a.id, a.genres, a.needs_electricity, a.needs_pa, a.needs_piano,
      a.needs_electricity::integer + a.needs_pa::integer + a.needs_piano::integer as needs,
      tstzmultirange(tstzrange(a.available_from, a.available_until) * f.span) - a.unavailable
        - coalesce((select range_agg(tstzrange(b.starts_at, b.ends_at)) from bookings b where b.tenant_id = a.tenant_id
            and b.artist_id = a.id and b.festival_id = f.id and b.status in ('accepted', 'confirmed')), '{}') as free
    from tenant t join artists a on a.tenant_id = t.id left join festival f on true where a.id = own_artist
  ), own_time as materialized (
    select o.*, extract(epoch from (select sum(upper(r) - lower(r)) from unnest(o.free) as r))::double precision / 60 as minutes
    from own o
  ), taken as materialized (
    select b.venue_id, range_agg(tstzrange(b.starts_at, b.ends_at)) as spans from tenant t
    join bookings b on b.tenant_id = t.id and b.festival_id = of_festival
    where b.status in ('accepted', 'confirmed') group by b.venue_id
  ), fitting as materialized (
    select v.id, v.name_key, v.genres, v.has_electricity, v.has_pa, v.has_piano, times.free, way.km
    from tenant t join venues v on v.tenant_id = t.id left join festival f on true left join taken k on k.venue_id = v.id
    cross join lateral (select case when own_artist is not null or free_from is not null or free_until is not null then
      tstzmultirange(tstzrange(v.available_from, v.available_until) * coalesce(f.span, '(,)')) - v.unavailable
        - coalesce(k.spans, '{}') end as free offset 0) as times
    cross join lateral (select case when v.latitude + v.longitude + near_latitude is not null then 12742 * asin(least(1, sqrt(
      sind((v.latitude - near_latitude) / 2) ^ 2
      + cosd(v.latitude) * cosd(near_latitude) * sind((v.longitude - near_longitude) / 2) ^ 2))) end as km offset 0) as way
    where v.city_id = of_city and v.deleted_at is null
      and (not only_accepting or v.is_accepting_requests)
      and (genre_keys is null or v.genres && genre_keys or v.genres = '{}' or 'open_to_anything' = any(v.genres))
      and (patterns is null or v.name_key || ' ' || lower(coalesce(v.description, '')) like all (patterns))
      and (neighbourhood_keys is null or lower(v.neighbourhood) = any(neighbourhood_keys))
      and (district_keys is null or lower(v.district) = any(district_keys))
      and (type_keys is null or v.venue_type = any(type_keys))
      and (is_ada is null or v.ada = is_ada)
      and (with_piano is null or v.has_piano = with_piano)
      and (with_electricity is null or v.has_electricity = with_electricity)
      and (with_pa is null or v.has_pa = with_pa)
      and (radius_km is null or way.km <= radius_km)
      and (free_from is null and free_until is null
        or case when free_from is null or free_until is null then times.free && tstzrange(free_from, free_until)
           else times.free @> tstzrange(free_from, free_until) end)
  ), judged as (
    select s.id, s.name_key, s.km, s.genres, o.genres as own_genres, count(*) over () as total, time.shared,
      array[o.needs_electricity and not s.has_electricity, o.needs_pa and not s.has_pa,
        o.needs_piano and not s.has_piano] as lacks,
      (
        0.4 * least(1, coalesce(time.shared, 0) / greatest(o.minutes, 1))
        + 0.3 * case when o.id is null then null when s.genres = '{}' or 'open_to_anything' = any(s.genres) then 1
          when s.genres && o.genres then
            (select count(*) from unnest(s.genres) as g where g = any(o.genres))::double precision / cardinality(o.genres)
          else 0 end
        + 0.2 * (1 - ((o.needs_electricity and not s.has_electricity)::integer + (o.needs_pa and not s.has_pa)::integer
          + (o.needs_piano and not s.has_piano)::integer)::double precision / greatest(o.needs, 1))
        + case when near_latitude is null then 0
            else 0.1 * greatest(0, 1 - coalesce(s.km, 'infinity') / greatest(coalesce(radius_km, 25), 0.001)) end
      ) / (0.5 + case when time.shared is null then 0 else 0.4 end + case when near_latitude is null then 0 else 0.1 end)
        as fit
    from fitting s left join own_time o on true
    left join lateral (select case when s.free is null or o.free is null then null else coalesce(extract(epoch from (
      select sum(upper(r) - lower(r)) from unnest(s.free * o.free) as r))::double precision / 60, 0) end as shared offset 0
    ) as time on true
  ), page as (
    select * from judged j order by j.fit desc nulls last, j.km, j.name_key collate "C", j.id
    limit rows_limit offset rows_offset
  )
  select p.id, p.total, p.fit, p.shared, array(select unnest(p.genres) intersect select unnest(p.own_genres) order by 1),
    array(select n.name from unnest(p.lacks, array['electricity', 'pa', 'piano']) as n (is_lacking, name) where n.is_lacking),
    p.km
  from page p order by p.fit desc nulls last, p.km, p.name_key collate "C", p.id
$$;
revoke all on function search_venues(bigint, bigint, text[], text[], timestamptz, timestamptz, boolean, bigint, integer,
  integer, text[], text[], text[], boolean, boolean, boolean, boolean, double precision, double precision,
  double precision) from public;
grant execute on function search_venues(bigint, bigint, text[], text[], timestamptz, timestamptz, boolean, bigint, integer,
  integer, text[], text[], text[], boolean, boolean, boolean, boolean, double precision, double precision,
  double precision) to muster_app;
