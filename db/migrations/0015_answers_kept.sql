-- Answers to writes that named themselves by an Idempotency-Key, kept for a day: the same request again is answered alike.
create table answers_kept (
  tenant_id bigint not null references tenants (id),
  -- Who asked: two callers' keys never meet.
  caller text not null,
  key text not null,
  -- Of the method, the address and the body.
  digest bytea not null,
  status smallint not null,
  headers jsonb not null default '{}',
  -- Null: it held a secret, which is told once.
  body text,
  created_at timestamptz not null,
  primary key (tenant_id, caller, key)
);
create index answers_kept__created on answers_kept (created_at);
call protect_tenant_table('answers_kept', 'select, insert, update, delete');
