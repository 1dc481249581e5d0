-- Made by `npm run generate` from db/migrations; do not edit.

create table accounts (
  tenant_id bigint not null,
  id bigint generated always as identity not null,
  uuid uuid not null,
  username text not null,
  username_key text not null,
  email text not null,
  email_key text not null,
  email_confirmed_at timestamp with time zone,
  name text not null,
  first_name text not null,
  last_name text not null,
  name_key text not null,
  role text default 'member'::text not null,
  is_active boolean not null,
  deactivated_at timestamp with time zone,
  password_hash text,
  password_changed_at timestamp with time zone,
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
  extra jsonb default '{}'::jsonb not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  last_login_at timestamp with time zone,
  must_confirm boolean default false not null,
  phone text,
  zip_code text,
  wants_letters boolean default true not null,
  changed_in xid8 default pg_current_xact_id() not null,
  constraint accounts_email_check CHECK (((length(email) >= 3) AND (length(email) <= 254))),
  constraint accounts_extra_check CHECK ((jsonb_typeof(extra) = 'object'::text)),
  constraint accounts_role_check CHECK ((role = ANY (ARRAY['member'::text, 'staff'::text, 'admin'::text, 'owner'::text]))),
  constraint accounts_username_check CHECK (((length(username) >= 1) AND (length(username) <= 150))),
  constraint accounts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint accounts_pkey PRIMARY KEY (tenant_id, id),
  constraint accounts__email UNIQUE (tenant_id, email_key),
  constraint accounts__username UNIQUE (tenant_id, username_key),
  constraint accounts__uuid UNIQUE (tenant_id, uuid)
);
CREATE INDEX accounts__changed ON public.accounts USING btree (tenant_id, changed_in, id);
CREATE INDEX accounts__created ON public.accounts USING btree (tenant_id, created_at, id);
CREATE INDEX accounts__email_anywhere ON public.accounts USING btree (email_key);
CREATE INDEX accounts__name ON public.accounts USING btree (tenant_id, name_key, id);
CREATE INDEX accounts__role ON public.accounts USING btree (tenant_id, role, id) WHERE (role <> 'member'::text);
CREATE TRIGGER accounts__stamp BEFORE UPDATE ON public.accounts FOR EACH ROW EXECUTE FUNCTION stamp_transaction();
alter table accounts force row level security;
create policy owner on accounts to owner using (true);
create policy tenant on accounts to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant delete, insert, select, update on accounts to muster_app;

create table activity (
  tenant_id bigint not null,
  id bigint generated always as identity not null,
  at timestamp with time zone not null,
  site_id bigint,
  author_kind text not null,
  author_id bigint,
  verb text not null,
  object_type text not null,
  object_id text not null,
  fields text[] default '{}'::text[] not null,
  batch_id uuid,
  request_id text not null,
  result_type text,
  result_id text,
  constraint activity__result CHECK (((result_type IS NULL) = (result_id IS NULL))),
  constraint activity_author_kind_check CHECK ((author_kind = ANY (ARRAY['account'::text, 'command'::text, 'system'::text, 'participant'::text, 'anyone'::text]))),
  constraint activity_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint activity_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX activity__author ON public.activity USING btree (tenant_id, author_id, id) WHERE (author_id IS NOT NULL);
CREATE INDEX activity__object ON public.activity USING btree (tenant_id, object_type, object_id, id);
alter table activity force row level security;
create policy owner on activity to owner using (true);
create policy tenant on activity to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant insert, select on activity to muster_app;

create table address_buckets (
  tenant_id bigint not null,
  bucket smallint not null,
  constraint address_buckets_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint address_buckets_pkey PRIMARY KEY (tenant_id, bucket)
);
alter table address_buckets force row level security;
create policy owner on address_buckets to owner using (true);
create policy tenant on address_buckets to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant insert, select, update on address_buckets to muster_app;

create table answers_kept (
  tenant_id bigint not null,
  caller text not null,
  key text not null,
  digest bytea not null,
  status smallint not null,
  headers jsonb default '{}'::jsonb not null,
  body text,
  created_at timestamp with time zone not null,
  constraint answers_kept_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint answers_kept_pkey PRIMARY KEY (tenant_id, caller, key)
);
CREATE INDEX answers_kept__created ON public.answers_kept USING btree (created_at);
alter table answers_kept force row level security;
create policy owner on answers_kept to owner using (true);
create policy tenant on answers_kept to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant delete, insert, select, update on answers_kept to muster_app;

create table artists (
  tenant_id bigint not null,
  id bigint generated always as identity not null,
  uuid uuid not null,
  city_id bigint not null,
  account_id bigint,
  created_by bigint,
  name text not null,
  name_key text not null,
  description text not null,
  long_description text,
  genres text[] not null,
  picture_id uuid,
  url text,
  facebook_url text,
  instagram_url text,
  twitter_url text,
  youtube_url text,
  soundcloud_url text,
  soundcloud_song_urls text[],
  youtube_video_urls text[],
  group_size integer,
  needs_electricity boolean not null,
  needs_pa boolean not null,
  needs_piano boolean not null,
  is_accepting_requests boolean not null,
  available_from timestamp with time zone,
  available_until timestamp with time zone,
  unavailable tstzmultirange default '{}'::tstzmultirange not null,
  contact_name text,
  contact_email text,
  contact_phone text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  constraint artists_check CHECK ((available_from < available_until)),
  constraint artists_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES accounts(tenant_id, id) ON DELETE SET NULL (account_id),
  constraint artists_tenant_id_city_id_fkey FOREIGN KEY (tenant_id, city_id) REFERENCES cities(tenant_id, id),
  constraint artists_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES accounts(tenant_id, id) ON DELETE SET NULL (created_by),
  constraint artists_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint artists_tenant_id_picture_id_fkey FOREIGN KEY (tenant_id, picture_id) REFERENCES pictures(tenant_id, id),
  constraint artists_pkey PRIMARY KEY (tenant_id, id),
  constraint artists__city UNIQUE (tenant_id, city_id, id),
  constraint artists__uuid UNIQUE (tenant_id, uuid)
);
CREATE INDEX artists__account ON public.artists USING btree (tenant_id, account_id, id) WHERE (account_id IS NOT NULL);
CREATE INDEX artists__created_by ON public.artists USING btree (tenant_id, created_by) WHERE (created_by IS NOT NULL);
CREATE INDEX artists__name ON public.artists USING btree (tenant_id, city_id, name_key COLLATE "C", id) WHERE (deleted_at IS NULL);
CREATE INDEX artists__picture ON public.artists USING btree (tenant_id, picture_id) WHERE (picture_id IS NOT NULL);
CREATE CONSTRAINT TRIGGER artists__feed AFTER DELETE OR UPDATE ON public.artists DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_feed_version();
alter table artists force row level security;
create policy owner on artists to owner using (true);
create policy tenant on artists to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant delete, insert, select, update on artists to muster_app;

create table booking_changes (
  tenant_id bigint not null,
  id bigint generated always as identity not null,
  booking_id bigint not null,
  at timestamp with time zone not null,
  account_id bigint,
  actor text not null,
  action text not null,
  from_status text,
  to_status text not null,
  reason text,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  constraint booking_changes_actor_check CHECK ((actor = ANY (ARRAY['artist'::text, 'venue'::text, 'city'::text, 'system'::text]))),
  constraint booking_changes_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES accounts(tenant_id, id) ON DELETE SET NULL (account_id),
  constraint booking_changes_tenant_id_booking_id_fkey FOREIGN KEY (tenant_id, booking_id) REFERENCES bookings(tenant_id, id) ON DELETE CASCADE,
  constraint booking_changes_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint booking_changes_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX booking_changes__account ON public.booking_changes USING btree (tenant_id, account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX booking_changes__booking ON public.booking_changes USING btree (tenant_id, booking_id, id);
alter table booking_changes force row level security;
create policy owner on booking_changes to owner using (true);
create policy tenant on booking_changes to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant delete, insert, select, update on booking_changes to muster_app;

create table bookings (
  tenant_id bigint not null,
  id bigint generated always as identity not null,
  uuid uuid not null,
  city_id bigint not null,
  festival_id bigint not null,
  artist_id bigint not null,
  venue_id bigint not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  status text not null,
  turn text,
  is_self_match boolean not null,
  is_lesson boolean not null,
  is_participatory boolean not null,
  livestream_url text,
  created_by bigint,
  request_key text,
  reminded_at timestamp with time zone,
  expires_at timestamp with time zone,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  constraint bookings__turn CHECK (((turn IS NOT NULL) = (status = 'requested'::text))),
  constraint bookings__window CHECK ((starts_at < ends_at)),
  constraint bookings_status_check CHECK ((status = ANY (ARRAY['requested'::text, 'accepted'::text, 'changes_suggested'::text, 'confirmed'::text, 'declined'::text, 'denied'::text, 'cancelled'::text, 'expired'::text]))),
  constraint bookings_turn_check CHECK ((turn = ANY (ARRAY['artist'::text, 'venue'::text]))),
  constraint bookings_tenant_id_city_id_artist_id_fkey FOREIGN KEY (tenant_id, city_id, artist_id) REFERENCES artists(tenant_id, city_id, id),
  constraint bookings_tenant_id_city_id_festival_id_fkey FOREIGN KEY (tenant_id, city_id, festival_id) REFERENCES festivals(tenant_id, city_id, id),
  constraint bookings_tenant_id_city_id_venue_id_fkey FOREIGN KEY (tenant_id, city_id, venue_id) REFERENCES venues(tenant_id, city_id, id),
  constraint bookings_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES accounts(tenant_id, id) ON DELETE SET NULL (created_by),
  constraint bookings_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint bookings_pkey PRIMARY KEY (tenant_id, id),
  constraint bookings__uuid UNIQUE (tenant_id, uuid),
  constraint bookings__artist_once EXCLUDE USING gist (int8range(tenant_id, tenant_id, '[]'::text) WITH =, int8range(artist_id, artist_id, '[]'::text) WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE ((status = ANY (ARRAY['accepted'::text, 'confirmed'::text]))),
  constraint bookings__venue_once EXCLUDE USING gist (int8range(tenant_id, tenant_id, '[]'::text) WITH =, int8range(venue_id, venue_id, '[]'::text) WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE ((status = ANY (ARRAY['accepted'::text, 'confirmed'::text])))
);
CREATE INDEX bookings__artist ON public.bookings USING btree (tenant_id, artist_id, starts_at, id);
CREATE UNIQUE INDEX bookings__asked_once ON public.bookings USING btree (tenant_id, artist_id, venue_id, starts_at, ends_at) WHERE (status = ANY (ARRAY['requested'::text, 'accepted'::text, 'changes_suggested'::text, 'confirmed'::text]));
CREATE INDEX bookings__city ON public.bookings USING btree (tenant_id, city_id, status, starts_at, id);
CREATE INDEX bookings__created_by ON public.bookings USING btree (tenant_id, created_by, id) WHERE (created_by IS NOT NULL);
CREATE INDEX bookings__feed ON public.bookings USING btree (tenant_id, festival_id, starts_at, id) WHERE (status = 'confirmed'::text);
CREATE INDEX bookings__festival ON public.bookings USING btree (tenant_id, city_id, festival_id);
CREATE UNIQUE INDEX bookings__request ON public.bookings USING btree (tenant_id, created_by, request_key) WHERE (request_key IS NOT NULL);
CREATE INDEX bookings__streams ON public.bookings USING btree (tenant_id, starts_at, id) WHERE ((status = 'confirmed'::text) AND (livestream_url IS NOT NULL));
CREATE INDEX bookings__unanswered ON public.bookings USING btree (expires_at) WHERE (status = 'requested'::text);
CREATE INDEX bookings__venue ON public.bookings USING btree (tenant_id, venue_id, starts_at, id);
CREATE CONSTRAINT TRIGGER bookings__feed AFTER UPDATE ON public.bookings DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.status = 'confirmed'::text) OR (new.status = 'confirmed'::text))) EXECUTE FUNCTION raise_feed_version();
CREATE CONSTRAINT TRIGGER bookings__feed_gone AFTER DELETE ON public.bookings DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((old.status = 'confirmed'::text)) EXECUTE FUNCTION raise_feed_version();
CREATE CONSTRAINT TRIGGER bookings__feed_new AFTER INSERT ON public.bookings DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.status = 'confirmed'::text)) EXECUTE FUNCTION raise_feed_version();
alter table bookings force row level security;
create policy owner on bookings to owner using (true);
create policy tenant on bookings to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant delete, insert, select, update on bookings to muster_app;

create table certificates (
  tenant_id bigint not null,
  id bigint generated always as identity not null,
  uuid uuid not null,
  course_id bigint not null,
  account_id bigint not null,
  grade text not null,
  completed_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint certificates_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES accounts(tenant_id, id) ON DELETE CASCADE,
  constraint certificates_tenant_id_course_id_fkey FOREIGN KEY (tenant_id, course_id) REFERENCES courses(tenant_id, id) ON DELETE CASCADE,
  constraint certificates_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint certificates_pkey PRIMARY KEY (tenant_id, id),
  constraint certificates__once UNIQUE (tenant_id, course_id, account_id),
  constraint certificates__uuid UNIQUE (tenant_id, uuid)
);
CREATE INDEX certificates__account ON public.certificates USING btree (tenant_id, account_id);
alter table certificates force row level security;
create policy owner on certificates to owner using (true);
create policy tenant on certificates to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant delete, insert, select, update on certificates to muster_app;

create table cities (
  tenant_id bigint not null,
  id bigint generated always as identity not null,
  uuid uuid not null,
  site_id bigint not null,
  slug text not null,
  name text not null,
  country text not null,
  locale text not null,
  time_zone text not null,
  url text,
  contact_us_url text,
  latitude double precision not null,
  longitude double precision not null,
  map_zoom_level integer,
  accent_colour text not null,
  primary_button_colour text not null,
  secondary_button_colour text not null,
  font text,
  logo_id uuid,
  facebook_url text,
  instagram_url text,
  twitter_url text,
  youtube_url text,
  terms text,
  welcome_blurb text not null,
  venue_default_ada boolean not null,
  venue_default_has_piano boolean not null,
  is_active boolean not null,
  is_paused boolean not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint cities_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint cities_tenant_id_logo_id_fkey FOREIGN KEY (tenant_id, logo_id) REFERENCES pictures(tenant_id, id),
  constraint cities_tenant_id_site_id_fkey FOREIGN KEY (tenant_id, site_id) REFERENCES sites(tenant_id, id),
  constraint cities_pkey PRIMARY KEY (tenant_id, id),
  constraint cities__site UNIQUE (tenant_id, site_id),
  constraint cities__slug UNIQUE (tenant_id, slug),
  constraint cities__uuid UNIQUE (tenant_id, uuid)
);
CREATE INDEX cities__logo ON public.cities USING btree (tenant_id, logo_id) WHERE (logo_id IS NOT NULL);
CREATE CONSTRAINT TRIGGER cities__feed AFTER INSERT OR UPDATE ON public.cities DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_feed_version();
alter table cities force row level security;
create policy owner on cities to owner using (true);
create policy tenant on cities to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant delete, insert, select, update on cities to muster_app;

create table city_admins (
  tenant_id bigint not null,
  account_id bigint not null,
  city_id bigint not null,
  added_at timestamp with time zone not null,
  constraint city_admins_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES accounts(tenant_id, id) ON DELETE CASCADE,
  constraint city_admins_tenant_id_city_id_fkey FOREIGN KEY (tenant_id, city_id) REFERENCES cities(tenant_id, id) ON DELETE CASCADE,
  constraint city_admins_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint city_admins_pkey PRIMARY KEY (tenant_id, account_id, city_id)
);
CREATE INDEX city_admins__city ON public.city_admins USING btree (tenant_id, city_id, account_id);
alter table city_admins force row level security;
create policy owner on city_admins to owner using (true);
create policy tenant on city_admins to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant delete, insert, select on city_admins to muster_app;

create table comments (
  tenant_id bigint not null,
  id bigint generated always as identity not null,
  uuid uuid not null,
  object_type text not null,
  object_id text not null,
  author_id bigint not null,
  content text not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone,
  constraint comments_tenant_id_author_id_fkey FOREIGN KEY (tenant_id, author_id) REFERENCES accounts(tenant_id, id) ON DELETE CASCADE,
  constraint comments_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint comments_pkey PRIMARY KEY (tenant_id, id),
  constraint comments__uuid UNIQUE (tenant_id, uuid)
);
CREATE INDEX comments__author ON public.comments USING btree (tenant_id, author_id);
CREATE INDEX comments__object ON public.comments USING btree (tenant_id, object_type, object_id, id);
alter table comments force row level security;
create policy owner on comments to owner using (true);
create policy tenant on comments to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant delete, insert, select, update on comments to muster_app;

create table conversation_readers (
  tenant_id bigint not null,
  conversation_id bigint not null,
  account_id bigint not null,
  read_message_id bigint default 0 not null,
  archived_at timestamp with time zone,
  constraint conversation_readers_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES accounts(tenant_id, id) ON DELETE CASCADE,
  constraint conversation_readers_tenant_id_conversation_id_fkey FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations(tenant_id, id) ON DELETE CASCADE,
  constraint conversation_readers_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint conversation_readers_pkey PRIMARY KEY (tenant_id, conversation_id, account_id)
);
CREATE INDEX conversation_readers__account ON public.conversation_readers USING btree (tenant_id, account_id);
alter table conversation_readers force row level security;
create policy owner on conversation_readers to owner using (true);
create policy tenant on conversation_readers to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant delete, insert, select, update on conversation_readers to muster_app;

create table conversations (
  tenant_id bigint not null,
  id bigint generated always as identity not null,
  uuid uuid not null,
  city_id bigint not null,
  artist_id bigint not null,
  venue_id bigint not null,
  booking_id bigint,
  subject text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint conversations_tenant_id_booking_id_fkey FOREIGN KEY (tenant_id, booking_id) REFERENCES bookings(tenant_id, id) ON DELETE SET NULL (booking_id),
  constraint conversations_tenant_id_city_id_artist_id_fkey FOREIGN KEY (tenant_id, city_id, artist_id) REFERENCES artists(tenant_id, city_id, id) ON DELETE CASCADE,
  constraint conversations_tenant_id_city_id_venue_id_fkey FOREIGN KEY (tenant_id, city_id, venue_id) REFERENCES venues(tenant_id, city_id, id) ON DELETE CASCADE,
  constraint conversations_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint conversations_pkey PRIMARY KEY (tenant_id, id),
  constraint conversations__pair UNIQUE (tenant_id, artist_id, venue_id),
  constraint conversations__uuid UNIQUE (tenant_id, uuid)
);
CREATE INDEX conversations__artist ON public.conversations USING btree (tenant_id, city_id, artist_id);
CREATE INDEX conversations__booking ON public.conversations USING btree (tenant_id, booking_id) WHERE (booking_id IS NOT NULL);
CREATE INDEX conversations__venue ON public.conversations USING btree (tenant_id, city_id, venue_id);
alter table conversations force row level security;
create policy owner on conversations to owner using (true);
create policy tenant on conversations to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant delete, insert, select, update on conversations to muster_app;

create table courses (
  tenant_id bigint not null,
  id bigint generated always as identity not null,
  course_key text not null,
  organisation_id bigint not null,
  org text not null,
  org_key text not null,
  number text not null,
  number_key text not null,
  run text not null,
  name text not null,
  name_key text not null,
  starts_at timestamp with time zone,
  ends_at timestamp with time zone,
  enrollment_starts_at timestamp with time zone,
  enrollment_ends_at timestamp with time zone,
  invitation_only boolean default false not null,
  pacing text default 'instructor'::text not null,
  modes jsonb not null,
  capacity integer,
  taken integer default 0 not null,
  granted integer default 0 not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint courses__places CHECK (((capacity IS NULL) OR (taken <= GREATEST(capacity, granted)))),
  constraint courses_capacity_check CHECK ((capacity >= 0)),
  constraint courses_course_key_check CHECK (((length(course_key) >= 5) AND (length(course_key) <= 255))),
  constraint courses_modes_check CHECK (((jsonb_typeof(modes) = 'array'::text) AND (jsonb_array_length(modes) > 0))),
  constraint courses_pacing_check CHECK ((pacing = ANY (ARRAY['instructor'::text, 'self'::text]))),
  constraint courses_taken_check CHECK ((taken >= 0)),
  constraint courses_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint courses_tenant_id_organisation_id_fkey FOREIGN KEY (tenant_id, organisation_id) REFERENCES organisations(tenant_id, id),
  constraint courses_pkey PRIMARY KEY (tenant_id, id),
  constraint courses__key UNIQUE (tenant_id, course_key)
);
CREATE INDEX courses__org ON public.courses USING btree (tenant_id, org_key, id);
alter table courses force row level security;
create policy owner on courses to owner using (true);
create policy tenant on courses to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant delete, insert, select, update on courses to muster_app;

create table enrolment_codes (
  tenant_id bigint not null,
  id bigint generated always as identity not null,
  code text not null,
  course_id bigint not null,
  mode text not null,
  batch_id uuid not null,
  created_by bigint,
  created_at timestamp with time zone not null,
  cancelled_at timestamp with time zone,
  redeemed_at timestamp with time zone,
  redeemed_by bigint,
  constraint enrolment_codes_check CHECK (((redeemed_by IS NULL) OR (redeemed_at IS NOT NULL))),
  constraint enrolment_codes_tenant_id_course_id_fkey FOREIGN KEY (tenant_id, course_id) REFERENCES courses(tenant_id, id) ON DELETE CASCADE,
  constraint enrolment_codes_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint enrolment_codes_tenant_id_redeemed_by_fkey FOREIGN KEY (tenant_id, redeemed_by) REFERENCES accounts(tenant_id, id) ON DELETE SET NULL (redeemed_by),
  constraint enrolment_codes_pkey PRIMARY KEY (tenant_id, id),
  constraint enrolment_codes__code UNIQUE (tenant_id, code)
);
CREATE INDEX enrolment_codes__batch ON public.enrolment_codes USING btree (tenant_id, batch_id, id);
CREATE INDEX enrolment_codes__course ON public.enrolment_codes USING btree (tenant_id, course_id, id);
CREATE INDEX enrolment_codes__redeemed_by ON public.enrolment_codes USING btree (tenant_id, redeemed_by) WHERE (redeemed_by IS NOT NULL);
alter table enrolment_codes force row level security;
create policy owner on enrolment_codes to owner using (true);
create policy tenant on enrolment_codes to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant delete, insert, select, update on enrolment_codes to muster_app;

create table enrolments (
  tenant_id bigint not null,
  id bigint generated always as identity not null,
  course_id bigint not null,
  account_id bigint not null,
  mode text not null,
  is_active boolean not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  changed_in xid8 default pg_current_xact_id() not null,
  constraint enrolments_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES accounts(tenant_id, id) ON DELETE CASCADE,
  constraint enrolments_tenant_id_course_id_fkey FOREIGN KEY (tenant_id, course_id) REFERENCES courses(tenant_id, id) ON DELETE CASCADE,
  constraint enrolments_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint enrolments_pkey PRIMARY KEY (tenant_id, id),
  constraint enrolments__once UNIQUE (tenant_id, course_id, account_id)
);
CREATE INDEX enrolments__account ON public.enrolments USING btree (tenant_id, account_id, id);
CREATE INDEX enrolments__changed ON public.enrolments USING btree (tenant_id, changed_in, id);
CREATE INDEX enrolments__created ON public.enrolments USING btree (tenant_id, created_at, id);
CREATE TRIGGER enrolments__stamp BEFORE UPDATE ON public.enrolments FOR EACH ROW EXECUTE FUNCTION stamp_transaction();
alter table enrolments force row level security;
create policy owner on enrolments to owner using (true);
create policy tenant on enrolments to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant delete, insert, select, update on enrolments to muster_app;

create table errand_rows (
  tenant_id bigint not null,
  errand uuid not null,
  number integer not null,
  subject text not null,
  target text,
  outcome text,
  message text,
  constraint errand_rows_number_check CHECK ((number >= 1)),
  constraint errand_rows_tenant_id_errand_fkey FOREIGN KEY (tenant_id, errand) REFERENCES errands(tenant_id, uuid) ON DELETE CASCADE,
  constraint errand_rows_pkey PRIMARY KEY (tenant_id, errand, number)
);
alter table errand_rows force row level security;
create policy owner on errand_rows to owner using (true);
create policy tenant on errand_rows to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant delete, insert, select, update on errand_rows to muster_app;

create table errands (
  tenant_id bigint not null,
  uuid uuid not null,
  kind text not null,
  state text not null,
  site_id bigint not null,
  author_kind text not null,
  author_id bigint,
  author_name text not null,
  request_id text not null,
  input jsonb default '{}'::jsonb not null,
  total integer,
  done integer default 0 not null,
  outcomes jsonb default '{}'::jsonb not null,
  problem_code text,
  problem text,
  created_at timestamp with time zone not null,
  started_at timestamp with time zone,
  changed_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  cancel_asked_at timestamp with time zone,
  due_at timestamp with time zone,
  claim integer default 0 not null,
  tries integer default 0 not null,
  constraint errands__over CHECK (((due_at IS NULL) = (state = ANY (ARRAY['done'::text, 'failed'::text, 'cancelled'::text])))),
  constraint errands_done_check CHECK ((done >= 0)),
  constraint errands_outcomes_check CHECK ((jsonb_typeof(outcomes) = 'object'::text)),
  constraint errands_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text]))),
  constraint errands_total_check CHECK ((total >= 0)),
  constraint errands_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint errands_pkey PRIMARY KEY (tenant_id, uuid)
);
CREATE INDEX errands__author ON public.errands USING btree (tenant_id, author_id, uuid);
CREATE INDEX errands__due ON public.errands USING btree (due_at) WHERE (due_at IS NOT NULL);
CREATE INDEX errands__ended ON public.errands USING btree (ended_at) WHERE (ended_at IS NOT NULL);
alter table errands force row level security;
create policy owner on errands to owner using (true);
create policy tenant on errands to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant delete, insert, select, update on errands to muster_app;

create table events (
  tenant_id bigint not null,
  id bigint generated always as identity not null,
  name text not null,
  available boolean,
  opens_at timestamp with time zone,
  closes_at timestamp with time zone,
  time_zone text not null,
  version integer default 1 not null,
  archived_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint events_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80))),
  constraint events_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint events_pkey PRIMARY KEY (tenant_id, id),
  constraint events__name UNIQUE (tenant_id, name)
);
alter table events force row level security;
create policy owner on events to owner using (true);
create policy tenant on events to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant delete, insert, select, update on events to muster_app;

create table feed_versions (
  tenant_id bigint not null,
  city_id bigint not null,
  version bigint not null,
  constraint feed_versions_tenant_id_city_id_fkey FOREIGN KEY (tenant_id, city_id) REFERENCES cities(tenant_id, id) ON DELETE CASCADE,
  constraint feed_versions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint feed_versions_pkey PRIMARY KEY (tenant_id, city_id)
);
alter table feed_versions force row level security;
create policy owner on feed_versions to owner using (true);
create policy tenant on feed_versions to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant insert, select, update on feed_versions to muster_app;

create table festivals (
  tenant_id bigint not null,
  id bigint generated always as identity not null,
  uuid uuid not null,
  city_id bigint not null,
  name text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  launched_at timestamp with time zone,
  registration_closes_at timestamp with time zone,
  matchmaking_closes_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint festivals__window CHECK ((starts_at < ends_at)),
  constraint festivals_tenant_id_city_id_fkey FOREIGN KEY (tenant_id, city_id) REFERENCES cities(tenant_id, id),
  constraint festivals_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint festivals_pkey PRIMARY KEY (tenant_id, id),
  constraint festivals__city UNIQUE (tenant_id, city_id, id),
  constraint festivals__uuid UNIQUE (tenant_id, uuid)
);
CREATE INDEX festivals__start ON public.festivals USING btree (tenant_id, city_id, starts_at, id);
CREATE CONSTRAINT TRIGGER festivals__feed AFTER INSERT OR DELETE OR UPDATE ON public.festivals DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_feed_version();
alter table festivals force row level security;
create policy owner on festivals to owner using (true);
create policy tenant on festivals to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant delete, insert, select, update on festivals to muster_app;

create table hosts (
  host text not null,
  "position" smallint not null,
  tenant_id bigint not null,
  site_id bigint not null,
  constraint hosts_tenant_id_site_id_fkey FOREIGN KEY (tenant_id, site_id) REFERENCES sites(tenant_id, id) ON DELETE CASCADE,
  constraint hosts_pkey PRIMARY KEY (host)
);
CREATE INDEX hosts__site ON public.hosts USING btree (tenant_id, site_id);
grant select on hosts to muster_app;

create table installation (
  id smallint default 1 not null,
  uuid uuid not null,
  secret_fingerprint text not null,
  default_tenant_id bigint,
  default_site_id bigint,
  created_at timestamp with time zone not null,
  database_system text,
  constraint installation_id_check CHECK ((id = 1)),
  constraint installation_default_tenant_id_default_site_id_fkey FOREIGN KEY (default_tenant_id, default_site_id) REFERENCES sites(tenant_id, id),
  constraint installation_pkey PRIMARY KEY (id)
);
grant select on installation to muster_app;

create table invitations (
  tenant_id bigint not null,
  id bigint generated always as identity not null,
  uuid uuid not null,
  secret_hash bytea not null,
  email text not null,
  email_key text not null,
  first_name text not null,
  last_name text not null,
  role text default 'member'::text not null,
  inviter_id bigint,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  first_clicked_at timestamp with time zone,
  used_at timestamp with time zone,
  used_by_id bigint,
  revoked_at timestamp with time zone,
  constraint invitations_email_check CHECK (((length(email) >= 3) AND (length(email) <= 254))),
  constraint invitations_role_check CHECK ((role = ANY (ARRAY['member'::text, 'staff'::text, 'admin'::text, 'owner'::text]))),
  constraint invitations_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint invitations_tenant_id_inviter_id_fkey FOREIGN KEY (tenant_id, inviter_id) REFERENCES accounts(tenant_id, id) ON DELETE SET NULL (inviter_id),
  constraint invitations_tenant_id_used_by_id_fkey FOREIGN KEY (tenant_id, used_by_id) REFERENCES accounts(tenant_id, id) ON DELETE SET NULL (used_by_id),
  constraint invitations_pkey PRIMARY KEY (tenant_id, id),
  constraint invitations__secret UNIQUE (tenant_id, secret_hash),
  constraint invitations__uuid UNIQUE (tenant_id, uuid)
);
CREATE INDEX invitations__inviter ON public.invitations USING btree (tenant_id, inviter_id) WHERE (inviter_id IS NOT NULL);
CREATE INDEX invitations__used_by ON public.invitations USING btree (tenant_id, used_by_id) WHERE (used_by_id IS NOT NULL);
alter table invitations force row level security;
create policy owner on invitations to owner using (true);
create policy tenant on invitations to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant delete, insert, select, update on invitations to muster_app;

create table letters (
  tenant_id bigint not null,
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
  created_at timestamp with time zone not null,
  due_at timestamp with time zone,
  attempts integer default 0 not null,
  delivered_at timestamp with time zone,
  given_up_at timestamp with time zone,
  last_error text,
  about bigint[] default '{}'::bigint[] not null,
  is_last boolean default false not null,
  constraint letters_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint letters_tenant_id_site_id_fkey FOREIGN KEY (tenant_id, site_id) REFERENCES sites(tenant_id, id) ON DELETE SET NULL (site_id),
  constraint letters_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX letters__about ON public.letters USING gin (about) WHERE (due_at IS NOT NULL);
CREATE INDEX letters__account ON public.letters USING btree (tenant_id, account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX letters__due ON public.letters USING btree (due_at) WHERE (due_at IS NOT NULL);
alter table letters force row level security;
create policy owner on letters to owner using (true);
create policy tenant on letters to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant delete, insert, select, update on letters to muster_app;

create table links (
  tenant_id bigint not null,
  id bigint generated always as identity not null,
  purpose text not null,
  secret_hash bytea not null,
  account_id bigint,
  email text,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint links_check CHECK (((account_id IS NULL) = (purpose = 'first_owner'::text))),
  constraint links_purpose_check CHECK ((purpose = ANY (ARRAY['activate'::text, 'set_password'::text, 'confirm_email'::text, 'first_owner'::text, 'reset_password'::text, 'change_email'::text]))),
  constraint links_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES accounts(tenant_id, id) ON DELETE CASCADE,
  constraint links_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint links_pkey PRIMARY KEY (tenant_id, id),
  constraint links__secret UNIQUE (tenant_id, secret_hash)
);
CREATE INDEX links__account ON public.links USING btree (tenant_id, account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX links__expired ON public.links USING btree (expires_at);
alter table links force row level security;
create policy owner on links to owner using (true);
create policy tenant on links to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant delete, insert, select, update on links to muster_app;

create table lookups (
  tenant_id bigint not null,
  city_id bigint not null,
  list text not null,
  key text not null,
  label text not null,
  district text,
  "position" integer not null,
  constraint lookups_list_check CHECK ((list = ANY (ARRAY['genre'::text, 'venue_type'::text, 'neighbourhood'::text, 'rain_option'::text, 'virtual_option'::text]))),
  constraint lookups_tenant_id_city_id_fkey FOREIGN KEY (tenant_id, city_id) REFERENCES cities(tenant_id, id) ON DELETE CASCADE,
  constraint lookups_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint lookups_pkey PRIMARY KEY (tenant_id, city_id, list, key)
);
CREATE CONSTRAINT TRIGGER lookups__feed AFTER INSERT OR DELETE OR UPDATE ON public.lookups DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_feed_version();
alter table lookups force row level security;
create policy owner on lookups to owner using (true);
create policy tenant on lookups to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant delete, insert, select, update on lookups to muster_app;

create table manual_enrolments (
  tenant_id bigint not null,
  id bigint generated always as identity not null,
  at timestamp with time zone not null,
  course_id bigint not null,
  author_id bigint,
  account_id bigint,
  email text,
  email_key text,
  transition text not null,
  reason text not null,
  batch_id uuid not null,
  constraint manual_enrolments_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES accounts(tenant_id, id) ON DELETE CASCADE,
  constraint manual_enrolments_tenant_id_course_id_fkey FOREIGN KEY (tenant_id, course_id) REFERENCES courses(tenant_id, id) ON DELETE CASCADE,
  constraint manual_enrolments_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint manual_enrolments_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX manual_enrolments__account ON public.manual_enrolments USING btree (tenant_id, account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX manual_enrolments__course ON public.manual_enrolments USING btree (tenant_id, course_id, id);
CREATE INDEX manual_enrolments__email ON public.manual_enrolments USING btree (tenant_id, email_key) WHERE (email_key IS NOT NULL);
alter table manual_enrolments force row level security;
create policy owner on manual_enrolments to owner using (true);
create policy tenant on manual_enrolments to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant delete, insert, select on manual_enrolments to muster_app;

create table messages (
  tenant_id bigint not null,
  id bigint generated always as identity not null,
  uuid uuid not null,
  conversation_id bigint not null,
  sender_id bigint,
  side text not null,
  body text not null,
  created_at timestamp with time zone not null,
  constraint messages_side_check CHECK ((side = ANY (ARRAY['artist'::text, 'venue'::text, 'city'::text]))),
  constraint messages_tenant_id_conversation_id_fkey FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations(tenant_id, id) ON DELETE CASCADE,
  constraint messages_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint messages_tenant_id_sender_id_fkey FOREIGN KEY (tenant_id, sender_id) REFERENCES accounts(tenant_id, id) ON DELETE SET NULL (sender_id),
  constraint messages_pkey PRIMARY KEY (tenant_id, id),
  constraint messages__uuid UNIQUE (tenant_id, uuid)
);
CREATE INDEX messages__conversation ON public.messages USING btree (tenant_id, conversation_id, id);
CREATE INDEX messages__sender ON public.messages USING btree (tenant_id, sender_id) WHERE (sender_id IS NOT NULL);
alter table messages force row level security;
create policy owner on messages to owner using (true);
create policy tenant on messages to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant delete, insert, select, update on messages to muster_app;

create table migrations (
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone default now() not null,
  constraint migrations_pkey PRIMARY KEY (name)
);

create table notification_inboxes (
  tenant_id bigint not null,
  account_id bigint not null,
  last_change bigint not null,
  constraint notification_inboxes_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint notification_inboxes_pkey PRIMARY KEY (tenant_id, account_id)
);
alter table notification_inboxes force row level security;
create policy owner on notification_inboxes to owner using (true);
create policy tenant on notification_inboxes to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant delete, insert, select, update on notification_inboxes to muster_app;

create table notification_settings (
  tenant_id bigint not null,
  account_id bigint not null,
  kind text not null,
  in_page boolean not null,
  by_mail text not null,
  constraint notification_settings_by_mail_check CHECK ((by_mail = ANY (ARRAY['instantly'::text, 'daily'::text, 'off'::text]))),
  constraint notification_settings_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint notification_settings_pkey PRIMARY KEY (tenant_id, account_id, kind)
);
alter table notification_settings force row level security;
create policy owner on notification_settings to owner using (true);
create policy tenant on notification_settings to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant delete, insert, select, update on notification_settings to muster_app;

create table notifications (
  tenant_id bigint not null,
  account_id bigint not null,
  number bigint not null,
  change bigint not null,
  kind text not null,
  message text not null,
  facts jsonb default '{}'::jsonb not null,
  url text,
  about bigint[] default '{}'::bigint[] not null,
  site_id bigint,
  same_as text not null,
  occurrences integer default 1 not null,
  in_page boolean not null,
  mail text,
  mailed_at timestamp with time zone,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  seen_at timestamp with time zone,
  constraint notifications_facts_check CHECK ((jsonb_typeof(facts) = 'object'::text)),
  constraint notifications_mail_check CHECK ((mail = ANY (ARRAY['instantly'::text, 'daily'::text]))),
  constraint notifications_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint notifications_pkey PRIMARY KEY (tenant_id, account_id, number)
);
CREATE INDEX notifications__about ON public.notifications USING gin (about);
CREATE INDEX notifications__change ON public.notifications USING btree (tenant_id, account_id, change);
CREATE INDEX notifications__changed ON public.notifications USING btree (changed_at);
CREATE INDEX notifications__mail ON public.notifications USING btree (mail, changed_at) WHERE ((mail IS NOT NULL) AND (mailed_at IS NULL));
CREATE UNIQUE INDEX notifications__same ON public.notifications USING btree (tenant_id, account_id, same_as) WHERE (seen_at IS NULL);
CREATE INDEX notifications__unseen ON public.notifications USING btree (tenant_id, account_id) WHERE ((seen_at IS NULL) AND in_page);
alter table notifications force row level security;
create policy owner on notifications to owner using (true);
create policy tenant on notifications to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant delete, insert, select, update on notifications to muster_app;

create table oauth_clients (
  tenant_id bigint not null,
  id bigint generated always as identity not null,
  client_id text not null,
  secret_hash bytea,
  secret_django text,
  name text not null,
  owner_id bigint,
  grants text[] not null,
  created_at timestamp with time zone not null,
  disabled_at timestamp with time zone,
  last_used_at timestamp with time zone,
  constraint oauth_clients__owner CHECK (((owner_id IS NOT NULL) OR (NOT (grants @> '{client_credentials}'::text[])))),
  constraint oauth_clients__secret CHECK ((num_nonnulls(secret_hash, secret_django) = 1)),
  constraint oauth_clients_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint oauth_clients_tenant_id_owner_id_fkey FOREIGN KEY (tenant_id, owner_id) REFERENCES accounts(tenant_id, id) ON DELETE CASCADE,
  constraint oauth_clients_pkey PRIMARY KEY (tenant_id, id),
  constraint oauth_clients__client_id UNIQUE (tenant_id, client_id)
);
alter table oauth_clients force row level security;
create policy owner on oauth_clients to owner using (true);
create policy tenant on oauth_clients to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant delete, insert, select, update on oauth_clients to muster_app;

create table organisations (
  tenant_id bigint not null,
  id bigint generated always as identity not null,
  short_name text not null,
  short_name_key text not null,
  created_at timestamp with time zone not null,
  constraint organisations_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint organisations_pkey PRIMARY KEY (tenant_id, id),
  constraint organisations__short_name UNIQUE (tenant_id, short_name_key)
);
alter table organisations force row level security;
create policy owner on organisations to owner using (true);
create policy tenant on organisations to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant insert, select, update on organisations to muster_app;

create table participants (
  tenant_id bigint not null,
  id bigint generated always as identity not null,
  event_id bigint not null,
  full_name text not null,
  class text,
  target_group text,
  key_hash bytea,
  key_folded_hash bytea,
  key_sealed bytea,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  changed_in xid8 default pg_current_xact_id() not null,
  constraint participants_check CHECK ((num_nonnulls(key_hash, key_folded_hash, key_sealed) = ANY (ARRAY[0, 3]))),
  constraint participants_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES events(tenant_id, id) ON DELETE CASCADE,
  constraint participants_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint participants_pkey PRIMARY KEY (tenant_id, id),
  constraint participants__event UNIQUE (tenant_id, event_id, id),
  constraint participants__key UNIQUE (tenant_id, key_hash)
);
CREATE INDEX participants__folded_key ON public.participants USING btree (tenant_id, key_folded_hash);
CREATE TRIGGER participants__stamp BEFORE UPDATE ON public.participants FOR EACH ROW EXECUTE FUNCTION stamp_transaction();
alter table participants force row level security;
create policy owner on participants to owner using (true);
create policy tenant on participants to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant delete, insert, select, update on participants to muster_app;

create table pending_enrolments (
  tenant_id bigint not null,
  id bigint generated always as identity not null,
  course_id bigint not null,
  email text not null,
  email_key text not null,
  auto_enroll boolean not null,
  held_reason text,
  created_at timestamp with time zone not null,
  constraint pending_enrolments_tenant_id_course_id_fkey FOREIGN KEY (tenant_id, course_id) REFERENCES courses(tenant_id, id) ON DELETE CASCADE,
  constraint pending_enrolments_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint pending_enrolments_pkey PRIMARY KEY (tenant_id, id),
  constraint pending_enrolments__once UNIQUE (tenant_id, course_id, email_key)
);
CREATE INDEX pending_enrolments__email ON public.pending_enrolments USING btree (tenant_id, email_key);
alter table pending_enrolments force row level security;
create policy owner on pending_enrolments to owner using (true);
create policy tenant on pending_enrolments to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant delete, insert, select, update on pending_enrolments to muster_app;

create table pictures (
  tenant_id bigint not null,
  id uuid not null,
  kind text not null,
  account_id bigint,
  size integer not null,
  created_at timestamp with time zone not null,
  constraint pictures_kind_check CHECK ((kind = ANY (ARRAY['avatar'::text, 'logo'::text]))),
  constraint pictures_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES accounts(tenant_id, id) ON DELETE SET NULL (account_id),
  constraint pictures_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint pictures_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX pictures__account ON public.pictures USING btree (tenant_id, account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX pictures__created ON public.pictures USING btree (created_at);
alter table pictures force row level security;
create policy owner on pictures to owner using (true);
create policy tenant on pictures to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant delete, insert, select, update on pictures to muster_app;

create unlogged table presences (
  tenant_id bigint not null,
  account_id bigint not null,
  seen_at timestamp with time zone not null,
  constraint presences_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES accounts(tenant_id, id) ON DELETE CASCADE,
  constraint presences_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint presences_pkey PRIMARY KEY (tenant_id, account_id)
);
CREATE INDEX presences__seen ON public.presences USING btree (tenant_id, seen_at);
alter table presences force row level security;
create policy owner on presences to owner using (true);
create policy tenant on presences to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant delete, insert, select, update on presences to muster_app;

create table recovery_codes (
  tenant_id bigint not null,
  account_id bigint not null,
  hash bytea not null,
  used_at timestamp with time zone,
  constraint recovery_codes_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES second_factors(tenant_id, account_id) ON DELETE CASCADE,
  constraint recovery_codes_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint recovery_codes_pkey PRIMARY KEY (tenant_id, account_id, hash)
);
alter table recovery_codes force row level security;
create policy owner on recovery_codes to owner using (true);
create policy tenant on recovery_codes to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant delete, insert, select, update on recovery_codes to muster_app;

create table registrations (
  tenant_id bigint not null,
  id bigint generated always as identity not null,
  event_id bigint not null,
  workshop_id bigint not null,
  participant_id bigint not null,
  entered_at timestamp with time zone not null,
  changed_in xid8 default pg_current_xact_id() not null,
  constraint registrations_tenant_id_event_id_participant_id_fkey FOREIGN KEY (tenant_id, event_id, participant_id) REFERENCES participants(tenant_id, event_id, id) ON DELETE CASCADE,
  constraint registrations_tenant_id_event_id_workshop_id_fkey FOREIGN KEY (tenant_id, event_id, workshop_id) REFERENCES workshops(tenant_id, event_id, id) ON DELETE CASCADE,
  constraint registrations_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint registrations_pkey PRIMARY KEY (tenant_id, id),
  constraint registrations__once UNIQUE (tenant_id, participant_id, workshop_id)
);
CREATE INDEX registrations__participant ON public.registrations USING btree (tenant_id, event_id, participant_id);
CREATE INDEX registrations__workshop ON public.registrations USING btree (tenant_id, workshop_id, id);
alter table registrations force row level security;
create policy owner on registrations to owner using (true);
create policy tenant on registrations to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant delete, insert, select, update on registrations to muster_app;

create table second_factors (
  tenant_id bigint not null,
  account_id bigint not null,
  secret_sealed bytea not null,
  begun_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  last_step bigint default 0 not null,
  constraint second_factors_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES accounts(tenant_id, id) ON DELETE CASCADE,
  constraint second_factors_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint second_factors_pkey PRIMARY KEY (tenant_id, account_id)
);
alter table second_factors force row level security;
create policy owner on second_factors to owner using (true);
create policy tenant on second_factors to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant delete, insert, select, update on second_factors to muster_app;

create table shared_passwords (
  tenant_id bigint not null,
  hash text not null,
  set_at timestamp with time zone not null,
  switched_off_at timestamp with time zone,
  constraint shared_passwords_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint shared_passwords_pkey PRIMARY KEY (tenant_id)
);
alter table shared_passwords force row level security;
create policy owner on shared_passwords to owner using (true);
create policy tenant on shared_passwords to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant delete, insert, select, update on shared_passwords to muster_app;

create table signing_keys (
  tenant_id bigint not null,
  algorithm text not null,
  generation integer not null,
  key_id text not null,
  public_key jsonb not null,
  private_key bytea not null,
  created_at timestamp with time zone not null,
  constraint signing_keys_algorithm_check CHECK ((algorithm = ANY (ARRAY['EdDSA'::text, 'RS256'::text]))),
  constraint signing_keys_generation_check CHECK ((generation >= 1)),
  constraint signing_keys_public_key_check CHECK ((jsonb_typeof(public_key) = 'object'::text)),
  constraint signing_keys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint signing_keys_pkey PRIMARY KEY (tenant_id, algorithm, generation),
  constraint signing_keys__key_id UNIQUE (tenant_id, key_id)
);
alter table signing_keys force row level security;
create policy owner on signing_keys to owner using (true);
create policy tenant on signing_keys to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant insert, select on signing_keys to muster_app;

create table site_organisations (
  tenant_id bigint not null,
  site_id bigint not null,
  organisation_id bigint not null,
  constraint site_organisations_tenant_id_organisation_id_fkey FOREIGN KEY (tenant_id, organisation_id) REFERENCES organisations(tenant_id, id) ON DELETE CASCADE,
  constraint site_organisations_tenant_id_site_id_fkey FOREIGN KEY (tenant_id, site_id) REFERENCES sites(tenant_id, id) ON DELETE CASCADE,
  constraint site_organisations_pkey PRIMARY KEY (tenant_id, site_id, organisation_id)
);
alter table site_organisations force row level security;
create policy owner on site_organisations to owner using (true);
create policy tenant on site_organisations to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant delete, insert, select on site_organisations to muster_app;

create table sites (
  tenant_id bigint not null,
  id bigint generated always as identity not null,
  slug text not null,
  name text not null,
  config jsonb default '{}'::jsonb not null,
  created_at timestamp with time zone not null,
  constraint sites_config_check CHECK ((jsonb_typeof(config) = 'object'::text)),
  constraint sites_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint sites_pkey PRIMARY KEY (tenant_id, id),
  constraint sites__slug UNIQUE (tenant_id, slug)
);
alter table sites force row level security;
create policy owner on sites to owner using (true);
create policy tenant on sites to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant insert, select, update on sites to muster_app;

create table tenants (
  id bigint generated always as identity not null,
  uuid uuid not null,
  slug text not null,
  name text not null,
  status text not null,
  created_at timestamp with time zone not null,
  name_key text,
  awaits_approval boolean default false not null,
  staff_second_factor boolean default false not null,
  constraint tenants_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'active'::text, 'suspended'::text]))),
  constraint tenants_pkey PRIMARY KEY (id),
  constraint tenants__name UNIQUE (name_key),
  constraint tenants__slug UNIQUE (slug),
  constraint tenants_uuid_key UNIQUE (uuid)
);
grant select on tenants to muster_app;

create table terms_acceptances (
  tenant_id bigint not null,
  account_id bigint not null,
  city_id bigint not null,
  accepted_at timestamp with time zone not null,
  constraint terms_acceptances_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES accounts(tenant_id, id) ON DELETE CASCADE,
  constraint terms_acceptances_tenant_id_city_id_fkey FOREIGN KEY (tenant_id, city_id) REFERENCES cities(tenant_id, id) ON DELETE CASCADE,
  constraint terms_acceptances_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint terms_acceptances_pkey PRIMARY KEY (tenant_id, account_id, city_id)
);
alter table terms_acceptances force row level security;
create policy owner on terms_acceptances to owner using (true);
create policy tenant on terms_acceptances to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant delete, insert, select, update on terms_acceptances to muster_app;

create unlogged table throttle_counters (
  key text not null,
  hits integer not null,
  window_ends_at timestamp with time zone not null,
  constraint throttle_counters_pkey PRIMARY KEY (key)
);
CREATE INDEX throttle_counters__ended ON public.throttle_counters USING btree (window_ends_at);
grant delete, insert, select, update on throttle_counters to muster_app;

create table tokens (
  tenant_id bigint not null,
  id bigint generated always as identity not null,
  kind text not null,
  hash bytea not null,
  account_id bigint not null,
  oauth_client_id bigint,
  scopes text[],
  generation integer,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  is_superseded boolean default false not null,
  constraint tokens_kind_check CHECK ((kind = ANY (ARRAY['api'::text, 'access'::text, 'session'::text, 'jwt'::text]))),
  constraint tokens_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES accounts(tenant_id, id) ON DELETE CASCADE,
  constraint tokens_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint tokens_tenant_id_oauth_client_id_fkey FOREIGN KEY (tenant_id, oauth_client_id) REFERENCES oauth_clients(tenant_id, id) ON DELETE CASCADE,
  constraint tokens_pkey PRIMARY KEY (tenant_id, id),
  constraint tokens__hash UNIQUE (tenant_id, hash)
);
CREATE INDEX tokens__account ON public.tokens USING btree (tenant_id, account_id, kind, id);
CREATE UNIQUE INDEX tokens__derived ON public.tokens USING btree (tenant_id, account_id) WHERE ((kind = 'api'::text) AND (generation IS NOT NULL) AND (revoked_at IS NULL));
CREATE INDEX tokens__expired ON public.tokens USING btree (expires_at) WHERE (expires_at IS NOT NULL);
CREATE INDEX tokens__oauth_client ON public.tokens USING btree (tenant_id, oauth_client_id) WHERE (oauth_client_id IS NOT NULL);
alter table tokens force row level security;
create policy owner on tokens to owner using (true);
create policy tenant on tokens to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant delete, insert, select, update on tokens to muster_app;

create table venues (
  tenant_id bigint not null,
  id bigint generated always as identity not null,
  uuid uuid not null,
  city_id bigint not null,
  account_id bigint,
  created_by bigint,
  name text not null,
  name_key text not null,
  description text,
  address text not null,
  town text not null,
  district text,
  neighbourhood text,
  zip_code text,
  latitude double precision,
  longitude double precision,
  ada boolean not null,
  venue_type text not null,
  rain_option text not null,
  virtual_option text not null,
  genres text[] not null,
  alt_venue text,
  url text,
  facebook_url text,
  instagram_url text,
  twitter_url text,
  youtube_url text,
  has_electricity boolean not null,
  has_pa boolean not null,
  has_piano boolean not null,
  capacity integer,
  is_indoor boolean not null,
  is_accepting_requests boolean not null,
  available_from timestamp with time zone,
  available_until timestamp with time zone,
  unavailable tstzmultirange default '{}'::tstzmultirange not null,
  contact_name text,
  contact_email text,
  contact_phone text,
  access_notes text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  constraint venues_check CHECK ((available_from < available_until)),
  constraint venues_latitude_check CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision))),
  constraint venues_longitude_check CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision))),
  constraint venues_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES accounts(tenant_id, id) ON DELETE SET NULL (account_id),
  constraint venues_tenant_id_city_id_fkey FOREIGN KEY (tenant_id, city_id) REFERENCES cities(tenant_id, id),
  constraint venues_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES accounts(tenant_id, id) ON DELETE SET NULL (created_by),
  constraint venues_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint venues_pkey PRIMARY KEY (tenant_id, id),
  constraint venues__city UNIQUE (tenant_id, city_id, id),
  constraint venues__uuid UNIQUE (tenant_id, uuid)
);
CREATE INDEX venues__account ON public.venues USING btree (tenant_id, account_id, id) WHERE (account_id IS NOT NULL);
CREATE INDEX venues__created_by ON public.venues USING btree (tenant_id, created_by) WHERE (created_by IS NOT NULL);
CREATE INDEX venues__name ON public.venues USING btree (tenant_id, city_id, name_key COLLATE "C", id) WHERE (deleted_at IS NULL);
CREATE CONSTRAINT TRIGGER venues__feed AFTER DELETE OR UPDATE ON public.venues DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_feed_version();
alter table venues force row level security;
create policy owner on venues to owner using (true);
create policy tenant on venues to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant delete, insert, select, update on venues to muster_app;

create table visits (
  tenant_id bigint not null,
  id bigint generated always as identity not null,
  hash bytea not null,
  participant_id bigint,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint visits_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint visits_tenant_id_participant_id_fkey FOREIGN KEY (tenant_id, participant_id) REFERENCES participants(tenant_id, id) ON DELETE CASCADE,
  constraint visits_pkey PRIMARY KEY (tenant_id, id),
  constraint visits__hash UNIQUE (tenant_id, hash)
);
CREATE INDEX visits__expired ON public.visits USING btree (expires_at);
CREATE INDEX visits__participant ON public.visits USING btree (tenant_id, participant_id);
alter table visits force row level security;
create policy owner on visits to owner using (true);
create policy tenant on visits to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant delete, insert, select, update on visits to muster_app;

create table workshop_links (
  tenant_id bigint not null,
  event_id bigint not null,
  workshop1_id bigint not null,
  workshop2_id bigint not null,
  kind text not null,
  constraint workshop_links_check CHECK ((workshop1_id <> workshop2_id)),
  constraint workshop_links_kind_check CHECK ((kind = ANY (ARRAY['inclusive'::text, 'exclusive'::text]))),
  constraint workshop_links_tenant_id_event_id_workshop1_id_fkey FOREIGN KEY (tenant_id, event_id, workshop1_id) REFERENCES workshops(tenant_id, event_id, id) ON DELETE CASCADE,
  constraint workshop_links_tenant_id_event_id_workshop2_id_fkey FOREIGN KEY (tenant_id, event_id, workshop2_id) REFERENCES workshops(tenant_id, event_id, id) ON DELETE CASCADE,
  constraint workshop_links_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint workshop_links_pkey PRIMARY KEY (tenant_id, event_id, workshop1_id, workshop2_id)
);
CREATE INDEX workshop_links__second ON public.workshop_links USING btree (tenant_id, event_id, workshop2_id);
alter table workshop_links force row level security;
create policy owner on workshop_links to owner using (true);
create policy tenant on workshop_links to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant delete, insert, select, update on workshop_links to muster_app;

create table workshops (
  tenant_id bigint not null,
  id bigint generated always as identity not null,
  event_id bigint not null,
  title text not null,
  description text not null,
  moment text not null,
  target_group text not null,
  capacity integer not null,
  taken integer default 0 not null,
  granted integer default 0 not null,
  version integer default 1 not null,
  "position" integer default 0 not null,
  constraint workshops__places CHECK ((taken <= GREATEST(capacity, granted))),
  constraint workshops_taken_check CHECK ((taken >= 0)),
  constraint workshops_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES events(tenant_id, id) ON DELETE CASCADE,
  constraint workshops_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  constraint workshops_pkey PRIMARY KEY (tenant_id, id),
  constraint workshops__event UNIQUE (tenant_id, event_id, id)
);
alter table workshops force row level security;
create policy owner on workshops to owner using (true);
create policy tenant on workshops to muster_app using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::bigint));
grant delete, insert, select, update on workshops to muster_app;

CREATE OR REPLACE FUNCTION public.activate_own_tenant()
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update tenants set status = 'active'
    where id = nullif(current_setting('app.tenant_id', true), '')::bigint
      and status = 'pending' and not awaits_approval;
  if found then perform pg_notify('muster_directory', ''); end if;
  return found;
end $function$
;

CREATE OR REPLACE PROCEDURE public.delete_tenant(IN tenant bigint)
 LANGUAGE plpgsql
AS $procedure$
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
end $procedure$
;

CREATE OR REPLACE FUNCTION public.demand_second_factor(wanted boolean)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update tenants set staff_second_factor = wanted
    where id = nullif(current_setting('app.tenant_id', true), '')::bigint;
  perform pg_notify('muster_directory', '');
end $function$
;

CREATE OR REPLACE FUNCTION public.enqueue_job(task text, payload json, options json DEFAULT '{}'::json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform graphile_worker.add_job(
    task, payload,
    run_at := (options ->> 'run_at')::timestamptz,
    max_attempts := (options ->> 'max_attempts')::integer,
    job_key := options ->> 'job_key',
    queue_name := options ->> 'queue_name',
    job_key_mode := coalesce(options ->> 'job_key_mode', 'replace'));
end $function$
;

CREATE OR REPLACE FUNCTION public.insist(holds boolean)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
begin
  if holds is not true then
    raise exception 'What the claim was judged by has changed.' using errcode = 'serialization_failure';
  end if;
  return true;
end
$function$
;

CREATE OR REPLACE PROCEDURE public.protect_tenant_table(IN tenant_table regclass, IN privileges text)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('alter table %s enable row level security', tenant_table);
  execute format('alter table %s force row level security', tenant_table);
  execute format(
    'create policy tenant on %s to muster_app using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::bigint)',
    tenant_table);
  execute format('create policy owner on %s to %I using (true)', tenant_table, current_user);
  execute format('grant %s on %s to muster_app', privileges, tenant_table);
end $procedure$
;

CREATE OR REPLACE FUNCTION public.raise_feed_version()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  of_city bigint;
  of_tenant bigint;
begin
  if tg_op = 'DELETE' then
    of_tenant := old.tenant_id;
    of_city := old.city_id;
  elsif tg_table_name = 'cities' then
    of_tenant := new.tenant_id;
    of_city := new.id;
  else
    of_tenant := new.tenant_id;
    of_city := new.city_id;
  end if;
  -- Once a transaction is enough; a city that is itself being deleted has none.
  insert into feed_versions as v (tenant_id, city_id, version)
  select c.tenant_id, c.id, 1 from cities c where c.tenant_id = of_tenant and c.id = of_city
  on conflict (tenant_id, city_id) do update set version = v.version + 1
    where v.xmin <> pg_current_xact_id()::xid;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.search_accounts(pattern text)
 RETURNS TABLE(id bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select a.id from accounts a
  where a.tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint
    and (a.username_key like pattern or a.email_key like pattern or a.name_key like pattern)
$function$
;

CREATE OR REPLACE FUNCTION public.search_artists(of_city bigint, of_festival bigint, patterns text[], genre_keys text[], free_from timestamp with time zone, free_until timestamp with time zone, only_accepting boolean, own_venue bigint, rows_limit integer, rows_offset integer)
 RETURNS TABLE(id bigint, total bigint, score double precision, shared_minutes double precision, shared_genres text[], missing text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with tenant as materialized (select nullif(current_setting('app.tenant_id', true), '')::bigint as id),
  festival as materialized (
    select f.id, tstzrange(f.starts_at, f.ends_at) as span from festivals f, tenant t
    where f.tenant_id = t.id and f.id = of_festival
  ), own as materialized (
    select v.id, v.genres, v.has_electricity, v.has_pa, v.has_piano,
      v.genres = '{}' or 'open_to_anything' = any(v.genres) as is_open,
      tstzmultirange(tstzrange(v.available_from, v.available_until) * f.span) - v.unavailable
        - coalesce((select range_agg(tstzrange(b.starts_at, b.ends_at)) from bookings b where b.tenant_id = v.tenant_id
            and b.venue_id = v.id and b.festival_id = f.id and b.status in ('accepted', 'confirmed')), '{}') as free
    from tenant t join venues v on v.tenant_id = t.id left join festival f on true where v.id = own_venue
  ), own_time as materialized (
    select o.*, extract(epoch from (select sum(upper(r) - lower(r)) from unnest(o.free) as r))::double precision / 60 as minutes
    from own o
  ), taken as materialized (
    select b.artist_id, range_agg(tstzrange(b.starts_at, b.ends_at)) as spans from tenant t
    join bookings b on b.tenant_id = t.id and b.festival_id = of_festival
    where b.status in ('accepted', 'confirmed') group by b.artist_id
  ), fitting as materialized (
    select a.id, a.name_key, a.genres, a.needs_electricity, a.needs_pa, a.needs_piano, times.free
    from tenant t join artists a on a.tenant_id = t.id left join festival f on true left join taken k on k.artist_id = a.id
    cross join lateral (select case when own_venue is not null or free_from is not null or free_until is not null then
      tstzmultirange(tstzrange(a.available_from, a.available_until) * coalesce(f.span, '(,)')) - a.unavailable
        - coalesce(k.spans, '{}') end as free offset 0) as times
    where a.city_id = of_city and a.deleted_at is null
      and (not only_accepting or a.is_accepting_requests)
      and (genre_keys is null or a.genres && genre_keys)
      and (patterns is null or a.name_key || ' ' || lower(a.description) like all (patterns))
      and (free_from is null and free_until is null
        or case when free_from is null or free_until is null then times.free && tstzrange(free_from, free_until)
           else times.free @> tstzrange(free_from, free_until) end)
  ), judged as (
    select s.id, s.name_key, s.genres, o.genres as own_genres, count(*) over () as total, time.shared,
      array[s.needs_electricity and not o.has_electricity, s.needs_pa and not o.has_pa,
        s.needs_piano and not o.has_piano] as lacks,
      (
        0.4 * least(1, coalesce(time.shared, 0) / greatest(o.minutes, 1))
        + 0.3 * case when o.id is null then null when o.is_open then 1 when s.genres && o.genres then
            (select count(*) from unnest(s.genres) as g where g = any(o.genres))::double precision / cardinality(s.genres)
          else 0 end
        + 0.2 * (1 - ((s.needs_electricity and not o.has_electricity)::integer + (s.needs_pa and not o.has_pa)::integer
          + (s.needs_piano and not o.has_piano)::integer)::double precision
          / greatest(s.needs_electricity::integer + s.needs_pa::integer + s.needs_piano::integer, 1))
      ) / (0.5 + case when time.shared is null then 0 else 0.4 end) as fit
    from fitting s left join own_time o on true
    left join lateral (select case when s.free is null or o.free is null then null else coalesce(extract(epoch from (
      select sum(upper(r) - lower(r)) from unnest(s.free * o.free) as r))::double precision / 60, 0) end as shared offset 0
    ) as time on true
  ), page as (
    select * from judged j order by j.fit desc nulls last, j.name_key collate "C", j.id limit rows_limit offset rows_offset
  )
  select p.id, p.total, p.fit, p.shared, array(select unnest(p.genres) intersect select unnest(p.own_genres) order by 1),
    array(select n.name from unnest(p.lacks, array['electricity', 'pa', 'piano']) as n (is_lacking, name) where n.is_lacking)
  from page p order by p.fit desc nulls last, p.name_key collate "C", p.id
$function$
;

CREATE OR REPLACE FUNCTION public.search_venues(of_city bigint, of_festival bigint, patterns text[], genre_keys text[], free_from timestamp with time zone, free_until timestamp with time zone, only_accepting boolean, own_artist bigint, rows_limit integer, rows_offset integer, neighbourhood_keys text[], district_keys text[], type_keys text[], is_ada boolean, with_piano boolean, with_electricity boolean, with_pa boolean, near_latitude double precision, near_longitude double precision, radius_km double precision)
 RETURNS TABLE(id bigint, total bigint, score double precision, shared_minutes double precision, shared_genres text[], missing text[], distance_km double precision)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with tenant as materialized (select nullif(current_setting('app.tenant_id', true), '')::bigint as id),
  festival as materialized (
    select f.id, tstzrange(f.starts_at, f.ends_at) as span from festivals f, tenant t
    where f.tenant_id = t.id and f.id = of_festival
  ), own as materialized (
    select a.id, a.genres, a.needs_electricity, a.needs_pa, a.needs_piano,
      a.needs_electricity::integer + a.needs_pa::integer + a.needs_piano::integer as needs,
      tstzmultirange(tstzrange(a.available_from, a.available_until) * f.span) - a.unavailable
        - coalesce((select range_agg(tstzrange(b.starts_at, b.ends_at)) from bookings b where b.tenant_id = a.tenant_id
            and b.artist_id = a.id and b.festival_id = f.id and b.status in ('accepted', 'confirmed')), '{}') as free
    from tenant t join artists a on a.tenant_id = t.id left join festival f on true where a.id = own_artist
  ), own_time as materialized (
    select o.*, extract(epoch from (select sum(upper(r) - lower(r)) from unnest(o.free) as r))::double precision / 60 as minutes
    from own o
  ), taken as materialized (
    select b.venue_id, range_agg(tstzrange(b.starts_at, b.ends_at)) as spans from tenant t
    join bookings b on b.tenant_id = t.id and b.festival_id = of_festival
    where b.status in ('accepted', 'confirmed') group by b.venue_id
  ), fitting as materialized (
    select v.id, v.name_key, v.genres, v.has_electricity, v.has_pa, v.has_piano, times.free, way.km
    from tenant t join venues v on v.tenant_id = t.id left join festival f on true left join taken k on k.venue_id = v.id
    cross join lateral (select case when own_artist is not null or free_from is not null or free_until is not null then
      tstzmultirange(tstzrange(v.available_from, v.available_until) * coalesce(f.span, '(,)')) - v.unavailable
        - coalesce(k.spans, '{}') end as free offset 0) as times
    cross join lateral (select case when v.latitude + v.longitude + near_latitude is not null then 12742 * asin(least(1, sqrt(
      sind((v.latitude - near_latitude) / 2) ^ 2
      + cosd(v.latitude) * cosd(near_latitude) * sind((v.longitude - near_longitude) / 2) ^ 2))) end as km offset 0) as way
    where v.city_id = of_city and v.deleted_at is null
      and (not only_accepting or v.is_accepting_requests)
      and (genre_keys is null or v.genres && genre_keys or v.genres = '{}' or 'open_to_anything' = any(v.genres))
      and (patterns is null or v.name_key || ' ' || lower(coalesce(v.description, '')) like all (patterns))
      and (neighbourhood_keys is null or lower(v.neighbourhood) = any(neighbourhood_keys))
      and (district_keys is null or lower(v.district) = any(district_keys))
      and (type_keys is null or v.venue_type = any(type_keys))
      and (is_ada is null or v.ada = is_ada)
      and (with_piano is null or v.has_piano = with_piano)
      and (with_electricity is null or v.has_electricity = with_electricity)
      and (with_pa is null or v.has_pa = with_pa)
      and (radius_km is null or way.km <= radius_km)
      and (free_from is null and free_until is null
        or case when free_from is null or free_until is null then times.free && tstzrange(free_from, free_until)
           else times.free @> tstzrange(free_from, free_until) end)
  ), judged as (
    select s.id, s.name_key, s.km, s.genres, o.genres as own_genres, count(*) over () as total, time.shared,
      array[o.needs_electricity and not s.has_electricity, o.needs_pa and not s.has_pa,
        o.needs_piano and not s.has_piano] as lacks,
      (
        0.4 * least(1, coalesce(time.shared, 0) / greatest(o.minutes, 1))
        + 0.3 * case when o.id is null then null when s.genres = '{}' or 'open_to_anything' = any(s.genres) then 1
          when s.genres && o.genres then
            (select count(*) from unnest(s.genres) as g where g = any(o.genres))::double precision / cardinality(o.genres)
          else 0 end
        + 0.2 * (1 - ((o.needs_electricity and not s.has_electricity)::integer + (o.needs_pa and not s.has_pa)::integer
          + (o.needs_piano and not s.has_piano)::integer)::double precision / greatest(o.needs, 1))
        + case when near_latitude is null then 0
            else 0.1 * greatest(0, 1 - coalesce(s.km, 'infinity') / greatest(coalesce(radius_km, 25), 0.001)) end
      ) / (0.5 + case when time.shared is null then 0 else 0.4 end + case when near_latitude is null then 0 else 0.1 end)
        as fit
    from fitting s left join own_time o on true
    left join lateral (select case when s.free is null or o.free is null then null else coalesce(extract(epoch from (
      select sum(upper(r) - lower(r)) from unnest(s.free * o.free) as r))::double precision / 60, 0) end as shared offset 0
    ) as time on true
  ), page as (
    select * from judged j order by j.fit desc nulls last, j.km, j.name_key collate "C", j.id
    limit rows_limit offset rows_offset
  )
  select p.id, p.total, p.fit, p.shared, array(select unnest(p.genres) intersect select unnest(p.own_genres) order by 1),
    array(select n.name from unnest(p.lacks, array['electricity', 'pa', 'piano']) as n (is_lacking, name) where n.is_lacking),
    p.km
  from page p order by p.fit desc nulls last, p.km, p.name_key collate "C", p.id
$function$
;

CREATE OR REPLACE FUNCTION public.stamp_transaction()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  new.changed_in := pg_current_xact_id();
  return new;
end $function$
;
