-- The same choice where every place is a row that is claimed with `skip locked`.
\set n :n + 1
\set pid :first + :client_id * 10000 + :n
\set morning random(0, 3)
\set afternoon random(4, 8)
\set w1 :workshop + :morning
\set w2 :workshop + :afternoon
begin; set local app.tenant_id = '1';
select "id" from "participants" where "tenant_id" = 1 and "id" = :pid for no key update;
select e.id, e.name, e.available, e.opens_at, e.closes_at, e.time_zone, e.version, e.archived_at, p.target_group,
  (select coalesce(json_agg(json_build_object('id', w.id, 'eventId', w.event_id, 'title', w.title, 'description', w.description, 'moment', w.moment, 'targetGroup', w.target_group, 'capacity', w.capacity, 'taken', w.taken, 'granted', w.granted, 'version', w.version) order by w.id), '[]') from workshops w where w.tenant_id = 1 and w.event_id = p.event_id) as workshops,
  (select coalesce(json_agg(json_build_object('workshop1Id', l.workshop1_id, 'workshop2Id', l.workshop2_id, 'kind', l.kind)), '[]') from workshop_links l where l.tenant_id = 1 and l.event_id = p.event_id) as links,
  (select coalesce(json_agg(r.workshop_id order by r.workshop_id), '[]') from registrations r where r.tenant_id = 1 and r.participant_id = p.id) as current,
  (select coalesce(json_agg(json_build_object('id', w.id, 'eventId', w.event_id)), '[]') from workshops w where w.tenant_id = 1 and w.id = any(array[:w1, :w2]::bigint[]) and w.event_id <> p.event_id) as elsewhere
from participants p join events e on e.tenant_id = p.tenant_id and e.id = p.event_id where p.tenant_id = 1 and p.id = :pid;
insert into activity (tenant_id, at, site_id, author_kind, author_id, verb, object_type, object_id, fields, batch_id, request_id)
select 1, now(), 1, 'participant', :pid, happened.verb, happened.object_type, happened.object_id, array(select json_array_elements_text(happened.fields)), null, 'bench'
from unnest(array['chose']::text[], array['participant']::text[], array[(:pid)::text]::text[], array['[]']::json[]) as happened (verb, object_type, object_id, fields);
with seat as (
  select s.workshop_id, s.id from unnest(array[:w1, :w2]::bigint[]) as v (w) cross join lateral
    (select b.workshop_id, b.id from bench_seats b where b.workshop_id = v.w and b.participant_id is null limit 1 for update skip locked) s
), verdict as (select count(*) = 2 as ok from seat), taken as (
  update bench_seats b set participant_id = :pid from seat s, verdict v where v.ok and b.id = s.id
) insert into registrations (tenant_id, event_id, workshop_id, participant_id, entered_at) select 1, :event, s.workshop_id, :pid, now() from seat s, verdict v where v.ok;
select "id", "workshop_id", "participant_id", "entered_at" from "registrations" where "tenant_id" = 1 and "participant_id" = :pid order by "id";
commit;
