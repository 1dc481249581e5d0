-- Which transaction wrote a row last, so that lists can be read in an order that a late commit cannot slip behind: a row
-- counts only once every older transaction has ended (`src/platform/database/sync-order.ts`).

create function stamp_transaction() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  new.changed_in := pg_current_xact_id();
  return new;
end $$;

-- An insert is stamped by the default, which costs no call; only an update needs the trigger.
alter table accounts add column changed_in xid8 not null default pg_current_xact_id();
create trigger accounts__stamp before update on accounts for each row execute function stamp_transaction();
create index accounts__changed on accounts (tenant_id, changed_in, id);

alter table enrolments add column changed_in xid8 not null default pg_current_xact_id();
create trigger enrolments__stamp before update on enrolments for each row execute function stamp_transaction();
create index enrolments__changed on enrolments (tenant_id, changed_in, id);

-- Read event by event, whose rows are few: an index would cost every import and choice more than it saves.
alter table participants add column changed_in xid8 not null default pg_current_xact_id();
create trigger participants__stamp before update on participants for each row execute function stamp_transaction();

-- Rows of a choice are made and deleted, never changed: the default is enough.
alter table registrations add column changed_in xid8 not null default pg_current_xact_id();

-- Pages of people by name, however many there are.
create index accounts__name on accounts (tenant_id, name_key, id);

-- The PostgreSQL whose transactions the stamps count, by its own identifier; a dump that was restored elsewhere brings stamps
-- of another one, which the start of the server renews.
alter table installation add column database_system text;
