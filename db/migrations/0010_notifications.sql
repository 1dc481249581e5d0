-- What people are told, what they say about things, and who is there.

-- Per person one counter. Whoever raises it holds the row until the commit, so a reader who saw a number has seen all
-- below it; identity values commit out of order. No foreign key: notifications stand below accounts, as letters do.
create table notification_inboxes (
  tenant_id bigint not null references tenants (id),
  account_id bigint not null,
  last_change bigint not null,
  primary key (tenant_id, account_id)
);
call protect_tenant_table('notification_inboxes', 'select, insert, update, delete');

create table notifications (
  tenant_id bigint not null references tenants (id),
  account_id bigint not null,
  -- The counter when it first occurred: its name for clients.
  number bigint not null,
  -- The counter when it last occurred: where a stream resumes.
  change bigint not null,
  kind text not null,
  -- Which text, and what is put into it; it is worded in the reader's language.
  message text not null,
  facts jsonb not null default '{}' check (jsonb_typeof(facts) = 'object'),
  url text,
  -- Whose names stand in it, who caused it among them; erased with any of them.
  about bigint[] not null default '{}',
  site_id bigint,
  -- A digest of what it says: the same again, still unseen, raises occurrences instead.
  same_as text not null,
  occurrences integer not null default 1,
  in_page boolean not null,
  mail text check (mail in ('instantly', 'daily')),
  mailed_at timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  seen_at timestamptz,
  primary key (tenant_id, account_id, number)
);
create unique index notifications__same on notifications (tenant_id, account_id, same_as) where seen_at is null;
create index notifications__change on notifications (tenant_id, account_id, change);
create index notifications__unseen on notifications (tenant_id, account_id) where seen_at is null and in_page;
create index notifications__mail on notifications (mail, changed_at) where mail is not null and mailed_at is null;
create index notifications__about on notifications using gin (about);
create index notifications__changed on notifications (changed_at);
call protect_tenant_table('notifications', 'select, insert, update, delete');

-- Only what a person chose; the rest is as usual.
create table notification_settings (
  tenant_id bigint not null references tenants (id),
  account_id bigint not null,
  kind text not null,
  in_page boolean not null,
  by_mail text not null check (by_mail in ('instantly', 'daily', 'off')),
  primary key (tenant_id, account_id, kind)
);
call protect_tenant_table('notification_settings', 'select, insert, update, delete');

create table comments (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  uuid uuid not null,
  object_type text not null,
  object_id text not null,
  author_id bigint not null,
  content text not null,
  created_at timestamptz not null,
  changed_at timestamptz,
  primary key (tenant_id, id),
  constraint comments__uuid unique (tenant_id, uuid),
  foreign key (tenant_id, author_id) references accounts (tenant_id, id) on delete cascade
);
create index comments__object on comments (tenant_id, object_type, object_id, id);
create index comments__author on comments (tenant_id, author_id);
call protect_tenant_table('comments', 'select, insert, update, delete');

-- What came of a happening, such as the comment that was made on its object.
alter table activity add column result_type text, add column result_id text,
  add constraint activity__result check ((result_type is null) = (result_id is null));

-- When somebody was last there. Unlogged: after a crash everybody is seen again within a minute.
create unlogged table presences (
  tenant_id bigint not null references tenants (id),
  account_id bigint not null,
  seen_at timestamptz not null,
  primary key (tenant_id, account_id),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id) on delete cascade
);
create index presences__seen on presences (tenant_id, seen_at);
call protect_tenant_table('presences', 'select, insert, update, delete');
