-- Key pairs that sign a tenant's JWTs where the setting jwt_algorithm asks for one; made at the first signature.
create table signing_keys (
  tenant_id bigint not null references tenants (id),
  algorithm text not null check (algorithm in ('EdDSA', 'RS256')),
  -- Counts as the setting jwt_key does.
  generation integer not null check (generation >= 1),
  -- The thumbprint of RFC 7638, by which a JWT names its key.
  key_id text not null,
  public_key jsonb not null check (jsonb_typeof(public_key) = 'object'),
  -- Readable by the installation's secret only.
  private_key bytea not null,
  created_at timestamptz not null,
  primary key (tenant_id, algorithm, generation),
  constraint signing_keys__key_id unique (tenant_id, key_id)
);
call protect_tenant_table('signing_keys', 'select, insert');
