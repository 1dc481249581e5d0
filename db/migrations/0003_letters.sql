-- The outbox: a letter is a row written by the transaction that causes it, and leaves after the commit.
-- Its text carries one-time links in clear, so subject, text and html are emptied once it is delivered or given up.
create table letters (
  tenant_id bigint not null references tenants (id),
  id uuid not null,
  site_id bigint,
  account_id bigint,
  kind text not null,
  locale text not null,
  to_address text not null,
  to_name text not null,
  subject text not null,
  text text not null,
  html text not null,
  message_id text not null,
  created_at timestamptz not null,
  -- When it may next be tried; null once delivered or given up.
  due_at timestamptz,
  attempts integer not null default 0,
  delivered_at timestamptz,
  given_up_at timestamptz,
  last_error text,
  primary key (tenant_id, id),
  foreign key (tenant_id, site_id) references sites (tenant_id, id) on delete set null (site_id)
);
create index letters__due on letters (due_at) where due_at is not null;
create index letters__account on letters (tenant_id, account_id) where account_id is not null;
call protect_tenant_table('letters', 'select, insert, update, delete');
