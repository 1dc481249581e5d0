-- Audit trail and activity stream in one, append-only from the first day: the application may read and add, nothing else.
-- It holds ids and names of changed fields, never values, so that erasing a person leaves it true and nameless.
create table activity (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  at timestamptz not null,
  site_id bigint,
  author_kind text not null check (author_kind in ('account', 'command', 'system', 'participant', 'anyone')),
  author_id bigint,
  verb text not null,
  object_type text not null,
  object_id text not null,
  fields text[] not null default '{}',
  batch_id uuid,
  request_id text not null,
  primary key (tenant_id, id)
);
create index activity__object on activity (tenant_id, object_type, object_id, id);
create index activity__author on activity (tenant_id, author_id, id) where author_id is not null;
call protect_tenant_table('activity', 'select, insert');
