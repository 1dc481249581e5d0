create table courses (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  -- course-v1:Org+Number+Run, or the older Org/Number/Run; compared as it is written.
  course_key text not null check (length(course_key) between 5 and 255),
  organisation_id bigint not null,
  org text not null,
  org_key text not null,
  number text not null,
  number_key text not null,
  run text not null,
  name text not null,
  name_key text not null,
  starts_at timestamptz,
  ends_at timestamptz,
  enrollment_starts_at timestamptz,
  enrollment_ends_at timestamptz,
  invitation_only boolean not null default false,
  pacing text not null default 'instructor' check (pacing in ('instructor', 'self')),
  -- The ways to take part, as lists of them show them; the first is the usual one.
  modes jsonb not null check (jsonb_typeof(modes) = 'array' and jsonb_array_length(modes) > 0),
  -- Null: as many as like.
  capacity integer check (capacity >= 0),
  taken integer not null default 0 check (taken >= 0),
  -- Raised to what is taken when an operator forces a place or lowers the capacity; releases lower it again.
  granted integer not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  constraint courses__key unique (tenant_id, course_key),
  foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  -- The last judge of every place: greatest() ignores null, so no capacity means no bound but the granted one.
  constraint courses__places check (capacity is null or taken <= greatest(capacity, granted))
);
create index courses__org on courses (tenant_id, org_key, id);
call protect_tenant_table('courses', 'select, insert, update, delete');

create table enrolments (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  course_id bigint not null,
  account_id bigint not null,
  mode text not null,
  -- Unenrolling keeps the row.
  is_active boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  constraint enrolments__once unique (tenant_id, course_id, account_id),
  foreign key (tenant_id, course_id) references courses (tenant_id, id) on delete cascade,
  foreign key (tenant_id, account_id) references accounts (tenant_id, id) on delete cascade
);
create index enrolments__account on enrolments (tenant_id, account_id, id);
create index enrolments__created on enrolments (tenant_id, created_at, id);
call protect_tenant_table('enrolments', 'select, insert, update, delete');

-- "Allowed to enrol": somebody who has no active account yet. It holds no place.
create table pending_enrolments (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  course_id bigint not null,
  email text not null,
  email_key text not null,
  -- True: becomes an enrolment when that person's account becomes active.
  auto_enroll boolean not null,
  -- Why it could not become one when the account did: 'full', 'closed'.
  held_reason text,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  constraint pending_enrolments__once unique (tenant_id, course_id, email_key),
  foreign key (tenant_id, course_id) references courses (tenant_id, id) on delete cascade
);
create index pending_enrolments__email on pending_enrolments (tenant_id, email_key);
call protect_tenant_table('pending_enrolments', 'select, insert, update, delete');

-- An account becoming active and a pending enrolment being written for its address must follow each other, or the one
-- misses the other. Each locks the bucket of the address first. Rows, not advisory locks: those do not shard.
create table address_buckets (
  tenant_id bigint not null references tenants (id),
  bucket smallint not null,
  primary key (tenant_id, bucket)
);
call protect_tenant_table('address_buckets', 'select, insert, update');

create table manual_enrolments (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  at timestamptz not null,
  course_id bigint not null,
  author_id bigint,
  account_id bigint,
  -- Only of somebody without an account; erased with the pending enrolment's end or the person.
  email text,
  email_key text,
  transition text not null,
  reason text not null,
  batch_id uuid not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, course_id) references courses (tenant_id, id) on delete cascade,
  foreign key (tenant_id, account_id) references accounts (tenant_id, id) on delete cascade
);
create index manual_enrolments__course on manual_enrolments (tenant_id, course_id, id);
create index manual_enrolments__account on manual_enrolments (tenant_id, account_id) where account_id is not null;
create index manual_enrolments__email on manual_enrolments (tenant_id, email_key) where email_key is not null;
call protect_tenant_table('manual_enrolments', 'select, insert, delete');

create table enrolment_codes (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  code text not null,
  course_id bigint not null,
  mode text not null,
  batch_id uuid not null,
  created_by bigint,
  created_at timestamptz not null,
  cancelled_at timestamptz,
  redeemed_at timestamptz,
  redeemed_by bigint,
  primary key (tenant_id, id),
  constraint enrolment_codes__code unique (tenant_id, code),
  check (redeemed_by is null or redeemed_at is not null),
  foreign key (tenant_id, course_id) references courses (tenant_id, id) on delete cascade,
  -- A code stays redeemed when the person is erased.
  foreign key (tenant_id, redeemed_by) references accounts (tenant_id, id) on delete set null (redeemed_by)
);
create index enrolment_codes__course on enrolment_codes (tenant_id, course_id, id);
create index enrolment_codes__redeemed_by on enrolment_codes (tenant_id, redeemed_by) where redeemed_by is not null;
create index enrolment_codes__batch on enrolment_codes (tenant_id, batch_id, id);
call protect_tenant_table('enrolment_codes', 'select, insert, update, delete');

create table certificates (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  uuid uuid not null,
  course_id bigint not null,
  account_id bigint not null,
  grade text not null,
  completed_at timestamptz not null,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  constraint certificates__uuid unique (tenant_id, uuid),
  constraint certificates__once unique (tenant_id, course_id, account_id),
  foreign key (tenant_id, course_id) references courses (tenant_id, id) on delete cascade,
  foreign key (tenant_id, account_id) references accounts (tenant_id, id) on delete cascade
);
create index certificates__account on certificates (tenant_id, account_id);
call protect_tenant_table('certificates', 'select, insert, update, delete');
