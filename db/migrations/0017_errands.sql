-- Long work that a person began and watches: done in batches, each a transaction that keeps what came of its rows.
create table errands (
  tenant_id bigint not null references tenants (id),
  uuid uuid not null,
  kind text not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  site_id bigint not null,
  -- As the activity log names authors; no foreign key: errands stand below accounts, as letters do.
  author_kind text not null,
  author_id bigint,
  author_name text not null,
  request_id text not null,
  -- What is asked besides the rows; never people, whose erasure looks into the rows only.
  input jsonb not null default '{}',
  -- Null: not known yet.
  total integer check (total >= 0),
  done integer not null default 0 check (done >= 0),
  -- How many rows came to each outcome.
  outcomes jsonb not null default '{}' check (jsonb_typeof(outcomes) = 'object'),
  problem_code text,
  problem text,
  created_at timestamptz not null,
  started_at timestamptz,
  changed_at timestamptz not null,
  ended_at timestamptz,
  cancel_asked_at timestamptz,
  -- When a worker may next take it; ahead of now while one has it. Null once it is over.
  due_at timestamptz,
  -- Tells one taking from the next.
  claim integer not null default 0,
  -- Takings since the last finished batch.
  tries integer not null default 0,
  primary key (tenant_id, uuid),
  constraint errands__over check ((due_at is null) = (state in ('done', 'failed', 'cancelled')))
);
create index errands__due on errands (due_at) where due_at is not null;
create index errands__author on errands (tenant_id, author_id, uuid);
create index errands__ended on errands (ended_at) where ended_at is not null;
call protect_tenant_table('errands', 'select, insert, update, delete');

create table errand_rows (
  tenant_id bigint not null,
  errand uuid not null,
  number integer not null check (number >= 1),
  -- Whom or what the row is about, as it was sent.
  subject text not null,
  target text,
  -- Null: not done yet.
  outcome text,
  message text,
  primary key (tenant_id, errand, number),
  foreign key (tenant_id, errand) references errands (tenant_id, uuid) on delete cascade
);
call protect_tenant_table('errand_rows', 'select, insert, update, delete');
