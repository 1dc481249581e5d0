-- A second proof beside the password: codes of an app (TOTP, RFC 6238) and recovery codes; tenants may demand it of staff.

create table second_factors (
  tenant_id bigint not null references tenants (id),
  account_id bigint not null,
  -- What the app and Muster share, sealed with the installation's secret.
  secret_sealed bytea not null,
  begun_at timestamptz not null,
  -- Null: begun, and not asked for until a first code has shown that the app has it.
  confirmed_at timestamptz,
  -- The latest 30 seconds of which a code was taken: a code read over somebody's shoulder opens nothing.
  last_step bigint not null default 0,
  primary key (tenant_id, account_id),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id) on delete cascade
);
call protect_tenant_table('second_factors', 'select, insert, update, delete');

create table recovery_codes (
  tenant_id bigint not null references tenants (id),
  account_id bigint not null,
  hash bytea not null,
  used_at timestamptz,
  primary key (tenant_id, account_id, hash),
  foreign key (tenant_id, account_id) references second_factors (tenant_id, account_id) on delete cascade
);
call protect_tenant_table('recovery_codes', 'select, insert, update, delete');

alter table tenants add column staff_second_factor boolean not null default false;

-- Requests may not write tenants, so this is all they can do. The directory keeps what it found of a tenant.
create function demand_second_factor(wanted boolean) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update tenants set staff_second_factor = wanted
    where id = nullif(current_setting('app.tenant_id', true), '')::bigint;
  perform pg_notify('muster_directory', '');
end $$;
revoke all on function demand_second_factor(boolean) from public;
grant execute on function demand_second_factor(boolean) to muster_app;
