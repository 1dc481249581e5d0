-- The transaction of a choice as Muster sends it (modules/workshops/choices.queries.ts), for pgbench: a limit must do the same.
\set n :n + 1
\set pid :first + :client_id * 10000 + :n
\set morning random(0, 3)
\set afternoon random(4, 8)
\set w1 :workshop + :morning
\set w2 :workshop + :afternoon
begin; set local app.tenant_id = '1';
select "id" from "participants" where "tenant_id" = 1 and "id" = :pid for no key update;
select e.id, e.name, e.available, e.opens_at, e.closes_at, e.time_zone, e.version, e.archived_at, p.target_group,
  (select coalesce(json_agg(json_build_object('id', w.id, 'eventId', w.event_id, 'title', w.title, 'moment', w.moment, 'targetGroup', w.target_group, 'capacity', w.capacity, 'taken', w.taken, 'granted', w.granted, 'version', w.version, 'position', w.position) order by w.id), '[]') from workshops w where w.tenant_id = 1 and w.event_id = p.event_id) as workshops,
  (select coalesce(json_agg(json_build_object('workshop1Id', l.workshop1_id, 'workshop2Id', l.workshop2_id, 'kind', l.kind)), '[]') from workshop_links l where l.tenant_id = 1 and l.event_id = p.event_id) as links,
  (select coalesce(json_agg(json_build_object('id', r.id, 'workshopId', r.workshop_id, 'enteredAt', r.entered_at) order by r.workshop_id), '[]') from registrations r where r.tenant_id = 1 and r.participant_id = p.id) as registrations,
  (select coalesce(json_agg(json_build_object('id', w.id, 'eventId', w.event_id)), '[]') from workshops w where w.tenant_id = 1 and w.id = any(array[:w1, :w2]::bigint[]) and w.event_id <> p.event_id) as elsewhere
from participants p join events e on e.tenant_id = p.tenant_id and e.id = p.event_id where p.tenant_id = 1 and p.id = :pid;
insert into activity (tenant_id, at, site_id, author_kind, author_id, verb, object_type, object_id, fields, batch_id, request_id)
select 1, now(), 1, 'participant', :pid, happened.verb, happened.object_type, happened.object_id, array(select json_array_elements_text(happened.fields)), null, 'bench'
from unnest(array['chose']::text[], array['participant']::text[], array[(:pid)::text]::text[], array['[]']::json[]) as happened (verb, object_type, object_id, fields);
with touched as (select w.id, w.taken, w.capacity, w.granted, w.version, w.id = any(array[:w1, :w2]::bigint[]) as is_added from workshops w where w.tenant_id = 1 and w.event_id = :event and w.id = any(array[:w1, :w2]::bigint[]) order by w.id for no key update), verdict as (select insist(count(*) = 2 and bool_and(t.version = 1) and bool_and(not t.is_added or false or t.taken < t.capacity)) as ok from touched t), counted as (update workshops w set taken = t.taken + case when t.is_added then 1 else -1 end, granted = case when t.is_added then case when false and t.taken >= t.capacity then t.taken + 1 else t.granted end when t.taken - 1 > t.capacity then least(t.granted, t.taken - 1) else 0 end from touched t, verdict v where v.ok and w.tenant_id = 1 and w.id = t.id), gone as (delete from registrations r using verdict v where v.ok and r.tenant_id = 1 and r.participant_id = :pid and r.workshop_id = any(array[]::bigint[])), made as (insert into registrations (tenant_id, event_id, workshop_id, participant_id, entered_at) select 1, :event, a.id, :pid, now() from unnest(array[:w1, :w2]::bigint[]) as a (id), verdict v where v.ok returning id, workshop_id, participant_id, entered_at) select made.* from verdict v left join made on v.ok;
commit;
