-- The directory (tenants, hosts) and the installation are global: no personal data, no row-level security.
-- Everything else carries tenant_id first in its keys and is protected by protect_tenant_table().

create table installation (
  id smallint primary key default 1 check (id = 1),
  uuid uuid not null,
  -- Tells whether the secret at hand is the one the stored hashes were made with; not the secret.
  secret_fingerprint text not null,
  default_tenant_id bigint,
  default_site_id bigint,
  created_at timestamptz not null
);

create table tenants (
  id bigint generated always as identity primary key,
  uuid uuid not null unique,
  slug text not null constraint tenants__slug unique,
  name text not null,
  status text not null check (status in ('pending', 'active', 'suspended')),
  created_at timestamptz not null
);

-- Two policies a table: the tenant's rows for requests, every row for the owner (migrations, queue, audit, backup).
-- After a commit the setting reads '' instead of being absent; nullif makes both mean no tenant, hence no rows.
create procedure protect_tenant_table(tenant_table regclass, privileges text)
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tenant_table);
  execute format('alter table %s force row level security', tenant_table);
  execute format(
    'create policy tenant on %s to muster_app using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::bigint)',
    tenant_table);
  execute format('create policy owner on %s to %I using (true)', tenant_table, current_user);
  execute format('grant %s on %s to muster_app', privileges, tenant_table);
end $$;

create table sites (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  slug text not null,
  name text not null,
  config jsonb not null default '{}' check (jsonb_typeof(config) = 'object'),
  created_at timestamptz not null,
  primary key (tenant_id, id),
  constraint sites__slug unique (tenant_id, slug)
);
call protect_tenant_table('sites', 'select, insert, update');

-- A site answers on several hosts; its slug is one of them, which makes slugs unique in the installation.
create table hosts (
  host text primary key,
  -- 0 is the slug; letters name the host at 1.
  position smallint not null,
  tenant_id bigint not null,
  site_id bigint not null,
  foreign key (tenant_id, site_id) references sites (tenant_id, id) on delete cascade
);
create index hosts__site on hosts (tenant_id, site_id);

alter table installation
  add foreign key (default_tenant_id, default_site_id) references sites (tenant_id, id);

create table organisations (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  short_name text not null,
  short_name_key text not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  constraint organisations__short_name unique (tenant_id, short_name_key)
);
call protect_tenant_table('organisations', 'select, insert, update');

create table site_organisations (
  tenant_id bigint not null,
  site_id bigint not null,
  organisation_id bigint not null,
  primary key (tenant_id, site_id, organisation_id),
  foreign key (tenant_id, site_id) references sites (tenant_id, id) on delete cascade,
  foreign key (tenant_id, organisation_id) references organisations (tenant_id, id) on delete cascade
);
call protect_tenant_table('site_organisations', 'select, insert, delete');

grant select on installation, tenants, hosts to muster_app;

-- Everything a tenant owns, found by the tenant_id column, so that a table added later cannot be forgotten.
-- Foreign keys are followed by trying again: a table whose rows are still referred to waits for the next round.
create procedure delete_tenant(tenant bigint)
language plpgsql as $$
declare
  tenant_table text;
  waiting boolean := true;
begin
  while waiting loop
    waiting := false;
    for tenant_table in
      select format('%I.%I', c.table_schema, c.table_name) from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and c.column_name = 'tenant_id' and t.table_type = 'BASE TABLE'
    loop
      begin
        execute format('delete from %s where tenant_id = $1', tenant_table) using tenant;
      exception when foreign_key_violation then
        waiting := true;
      end;
    end loop;
  end loop;
  delete from tenants where id = tenant;
end $$;
