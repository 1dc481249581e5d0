create table events (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  name text not null check (length(name) between 1 and 80),
  -- The organiser's switch; null, as never switched, is closed.
  available boolean,
  -- While the switch is on, people may choose from the one moment until the other; null: no bound.
  opens_at timestamptz,
  closes_at timestamptz,
  -- In which local times are read and shown.
  time_zone text not null,
  -- Raised by every edit of the event, its workshops and links, and copied to the workshops.
  version integer not null default 1,
  archived_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  constraint events__name unique (tenant_id, name)
);
call protect_tenant_table('events', 'select, insert, update, delete');

create table workshops (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  event_id bigint not null,
  title text not null,
  description text not null,
  moment text not null,
  target_group text not null,
  -- A negative one is kept as it was sent: nobody fits in.
  capacity integer not null,
  taken integer not null default 0 check (taken >= 0),
  -- Raised to what is taken when a manager forces a place or lowers the capacity; releases lower it again.
  granted integer not null default 0,
  -- The version of the event whose edit last touched it. A choice judged by an older one claims nothing and is judged
  -- anew: without a lock on the event, which 64 choices at once would queue for.
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint workshops__event unique (tenant_id, event_id, id),
  foreign key (tenant_id, event_id) references events (tenant_id, id) on delete cascade,
  -- The last judge of every place.
  constraint workshops__places check (taken <= greatest(capacity, granted))
);
call protect_tenant_table('workshops', 'select, insert, update, delete');

-- Whoever claims places on the word of an older reading is told to read again, as after any other clash. An error, so that
-- the commit sent along with the claim becomes a rollback.
create function insist(holds boolean) returns boolean language plpgsql as $$
begin
  if holds is not true then
    raise exception 'What the claim was judged by has changed.' using errcode = 'serialization_failure';
  end if;
  return true;
end
$$;

-- Pairs as they were sent: the wire shows their order, which means nothing (both directions hold).
create table workshop_links (
  tenant_id bigint not null references tenants (id),
  event_id bigint not null,
  workshop1_id bigint not null,
  workshop2_id bigint not null,
  kind text not null check (kind in ('inclusive', 'exclusive')),
  primary key (tenant_id, event_id, workshop1_id, workshop2_id),
  check (workshop1_id <> workshop2_id),
  foreign key (tenant_id, event_id, workshop1_id) references workshops (tenant_id, event_id, id) on delete cascade,
  foreign key (tenant_id, event_id, workshop2_id) references workshops (tenant_id, event_id, id) on delete cascade
);
create index workshop_links__second on workshop_links (tenant_id, event_id, workshop2_id);
call protect_tenant_table('workshop_links', 'select, insert, update, delete');

create table participants (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  event_id bigint not null,
  full_name text not null,
  class text,
  target_group text,
  -- HMACs of the login key as typed, and with look-alikes folded. Null: nobody signs in as this person.
  key_hash bytea,
  key_folded_hash bytea,
  -- The key itself, encrypted, so that an organiser can print it.
  key_sealed bytea,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  constraint participants__event unique (tenant_id, event_id, id),
  constraint participants__key unique (tenant_id, key_hash),
  check (num_nonnulls(key_hash, key_folded_hash, key_sealed) in (0, 3)),
  foreign key (tenant_id, event_id) references events (tenant_id, id) on delete cascade
);
create index participants__folded_key on participants (tenant_id, key_folded_hash);
call protect_tenant_table('participants', 'select, insert, update, delete');

create table registrations (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  event_id bigint not null,
  workshop_id bigint not null,
  participant_id bigint not null,
  entered_at timestamptz not null,
  primary key (tenant_id, id),
  constraint registrations__once unique (tenant_id, participant_id, workshop_id),
  -- Both sides belong to the same event.
  foreign key (tenant_id, event_id, workshop_id) references workshops (tenant_id, event_id, id) on delete cascade,
  foreign key (tenant_id, event_id, participant_id) references participants (tenant_id, event_id, id) on delete cascade
);
create index registrations__workshop on registrations (tenant_id, workshop_id, id);
create index registrations__participant on registrations (tenant_id, event_id, participant_id);
call protect_tenant_table('registrations', 'select, insert, update, delete');

-- The one administrator's password of the document's API, until an owner switches it off.
create table shared_passwords (
  tenant_id bigint not null references tenants (id),
  hash text not null,
  set_at timestamptz not null,
  switched_off_at timestamptz,
  primary key (tenant_id)
);
call protect_tenant_table('shared_passwords', 'select, insert, update, delete');

-- What a login key or the shared password opened.
create table visits (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  -- Of the jti of the JWT.
  hash bytea not null,
  -- Null: signed in by the shared password.
  participant_id bigint,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, id),
  constraint visits__hash unique (tenant_id, hash),
  foreign key (tenant_id, participant_id) references participants (tenant_id, id) on delete cascade
);
create index visits__participant on visits (tenant_id, participant_id);
create index visits__expired on visits (expires_at);
call protect_tenant_table('visits', 'select, insert, update, delete');
