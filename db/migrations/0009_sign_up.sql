-- Tenants and people that sign themselves up, invitations, addresses that must be confirmed first.

-- Null where an older tenant had the name already: paths then name that tenant by its slug only.
alter table tenants add column name_key text constraint tenants__name unique;
update tenants t set name_key = lower(t.name)
  where not exists (select 1 from tenants other where other.id <> t.id and lower(other.name) = lower(t.name));
-- Its owner's confirmed address does not make it active; an operator does.
alter table tenants add column awaits_approval boolean not null default false;

-- Whoever registered alone signs in only after email_confirmed_at is set.
alter table accounts add column must_confirm boolean not null default false;
-- Sign-in on the root domain looks for an address in all tenants.
create index accounts__email_anywhere on accounts (email_key);

alter table links drop constraint links_purpose_check;
alter table links add constraint links_purpose_check check (
  purpose in ('activate', 'set_password', 'confirm_email', 'first_owner', 'reset_password', 'change_email'));

create table invitations (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  uuid uuid not null,
  -- The letter's link carries the secret; the uuid names the invitation to those who manage it and opens nothing.
  secret_hash bytea not null,
  email text not null check (length(email) between 3 and 254),
  email_key text not null,
  first_name text not null,
  last_name text not null,
  role text not null default 'member' check (role in ('member', 'staff', 'admin', 'owner')),
  -- Null: by the command line, or by somebody who was erased since.
  inviter_id bigint,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  first_clicked_at timestamptz,
  used_at timestamptz,
  used_by_id bigint,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  constraint invitations__uuid unique (tenant_id, uuid),
  constraint invitations__secret unique (tenant_id, secret_hash),
  foreign key (tenant_id, inviter_id) references accounts (tenant_id, id) on delete set null (inviter_id),
  foreign key (tenant_id, used_by_id) references accounts (tenant_id, id) on delete set null (used_by_id)
);
create index invitations__inviter on invitations (tenant_id, inviter_id) where inviter_id is not null;
create index invitations__used_by on invitations (tenant_id, used_by_id) where used_by_id is not null;
call protect_tenant_table('invitations', 'select, insert, update, delete');

-- The owner's confirmed address makes a pending tenant active. Requests may not write tenants, so this is all they can do.
create function activate_own_tenant() returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update tenants set status = 'active'
    where id = nullif(current_setting('app.tenant_id', true), '')::bigint
      and status = 'pending' and not awaits_approval;
  if found then perform pg_notify('muster_directory', ''); end if;
  return found;
end $$;
revoke all on function activate_own_tenant() from public;
grant execute on function activate_own_tenant() to muster_app;
