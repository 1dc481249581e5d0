create table accounts (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  uuid uuid not null,
  username text not null check (length(username) between 1 and 150),
  -- Folded by the application: under row-level security only leakproof comparisons reach an index.
  username_key text not null,
  email text not null check (length(email) between 3 and 254),
  email_key text not null,
  email_confirmed_at timestamptz,
  name text not null,
  first_name text not null,
  last_name text not null,
  name_key text not null,
  role text not null default 'member' check (role in ('member', 'staff', 'admin', 'owner')),
  is_active boolean not null,
  -- Shut by an operator: no link of a letter opens it again. Null while it was merely never activated.
  deactivated_at timestamptz,
  -- Null: no password opens this account.
  password_hash text,
  password_changed_at timestamptz,
  locale text,
  level_of_education text,
  gender text,
  mailing_address text,
  city text,
  country text,
  goals text,
  bio text,
  year_of_birth integer,
  language text,
  -- Answers to the site's own registration_fields.
  extra jsonb not null default '{}' check (jsonb_typeof(extra) = 'object'),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  last_login_at timestamptz,
  primary key (tenant_id, id),
  constraint accounts__uuid unique (tenant_id, uuid),
  constraint accounts__username unique (tenant_id, username_key),
  constraint accounts__email unique (tenant_id, email_key)
);
create index accounts__created on accounts (tenant_id, created_at, id);
create index accounts__role on accounts (tenant_id, role, id) where role <> 'member';
call protect_tenant_table('accounts', 'select, insert, update, delete');

create table oauth_clients (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  client_id text not null,
  secret_hash bytea,
  -- Django's slow hash of an imported secret, until its first use shows the secret itself.
  secret_django text,
  name text not null,
  owner_id bigint not null,
  grants text[] not null,
  created_at timestamptz not null,
  disabled_at timestamptz,
  last_used_at timestamptz,
  primary key (tenant_id, id),
  constraint oauth_clients__client_id unique (tenant_id, client_id),
  constraint oauth_clients__secret check (num_nonnulls(secret_hash, secret_django) = 1),
  foreign key (tenant_id, owner_id) references accounts (tenant_id, id) on delete cascade
);
call protect_tenant_table('oauth_clients', 'select, insert, update, delete');

-- API tokens, OAuth access tokens and web sessions: one look-up by hash serves them all.
create table tokens (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  kind text not null check (kind in ('api', 'access', 'session')),
  hash bytea not null,
  account_id bigint not null,
  oauth_client_id bigint,
  -- Null: may all that the account may.
  scopes text[],
  -- The API token printed by the command line is derived from it; null for imported ones.
  generation integer,
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  constraint tokens__hash unique (tenant_id, hash),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id) on delete cascade,
  foreign key (tenant_id, oauth_client_id) references oauth_clients (tenant_id, id) on delete cascade
);
create index tokens__account on tokens (tenant_id, account_id, kind, id);
create index tokens__oauth_client on tokens (tenant_id, oauth_client_id) where oauth_client_id is not null;
create index tokens__expired on tokens (expires_at) where expires_at is not null;
create unique index tokens__derived on tokens (tenant_id, account_id)
  where kind = 'api' and generation is not null and revoked_at is null;
call protect_tenant_table('tokens', 'select, insert, update, delete');

-- What a letter's link opens: one purpose, one use, an expiry.
create table links (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  purpose text not null check (purpose in ('activate', 'set_password', 'confirm_email', 'first_owner')),
  secret_hash bytea not null,
  -- Null only for the link that makes the first owner.
  account_id bigint,
  -- The address a confirm_email link confirms.
  email text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant_id, id),
  constraint links__secret unique (tenant_id, secret_hash),
  check ((account_id is null) = (purpose = 'first_owner')),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id) on delete cascade
);
create index links__account on links (tenant_id, account_id) where account_id is not null;
create index links__expired on links (expires_at);
call protect_tenant_table('links', 'select, insert, update, delete');

-- Search states its tenant itself: like is not leakproof, so under row-level security it would read past the index.
create function search_accounts(pattern text) returns table (id bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.id from accounts a
  where a.tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint
    and (a.username_key like pattern or a.email_key like pattern or a.name_key like pattern)
$$;
revoke all on function search_accounts(text) from public;
grant execute on function search_accounts(text) to muster_app;
