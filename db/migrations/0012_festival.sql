-- What a person of a festival says of themselves besides the profile, and whether letters that could be spared may come.
alter table accounts
  add column phone text,
  add column zip_code text,
  add column wants_letters boolean not null default true;

-- The festival face of a site.
create table cities (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
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
  -- Of the table pictures.
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
  -- Takes no new people, profiles and requests.
  is_paused boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  constraint cities__uuid unique (tenant_id, uuid),
  constraint cities__slug unique (tenant_id, slug),
  constraint cities__site unique (tenant_id, site_id),
  foreign key (tenant_id, site_id) references sites (tenant_id, id)
);
call protect_tenant_table('cities', 'select, insert, update, delete');

create table city_admins (
  tenant_id bigint not null references tenants (id),
  account_id bigint not null,
  city_id bigint not null,
  added_at timestamptz not null,
  primary key (tenant_id, account_id, city_id),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id) on delete cascade,
  foreign key (tenant_id, city_id) references cities (tenant_id, id) on delete cascade
);
create index city_admins__city on city_admins (tenant_id, city_id, account_id);
call protect_tenant_table('city_admins', 'select, insert, delete');

-- What may be chosen in a city. Profiles keep the key; a city without neighbourhoods here takes any text as one.
create table lookups (
  tenant_id bigint not null references tenants (id),
  city_id bigint not null,
  list text not null check (list in ('genre', 'venue_type', 'neighbourhood', 'rain_option', 'virtual_option')),
  key text not null,
  label text not null,
  -- Of a neighbourhood: the borough or town it lies in.
  district text,
  position integer not null,
  primary key (tenant_id, city_id, list, key),
  foreign key (tenant_id, city_id) references cities (tenant_id, id) on delete cascade
);
call protect_tenant_table('lookups', 'select, insert, update, delete');

-- Who accepted the terms of which city, and when.
create table terms_acceptances (
  tenant_id bigint not null references tenants (id),
  account_id bigint not null,
  city_id bigint not null,
  accepted_at timestamptz not null,
  primary key (tenant_id, account_id, city_id),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id) on delete cascade,
  foreign key (tenant_id, city_id) references cities (tenant_id, id) on delete cascade
);
call protect_tenant_table('terms_acceptances', 'select, insert, update, delete');

create table festivals (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  uuid uuid not null,
  city_id bigint not null,
  name text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- Null: a draft, which only the city's administrators see.
  launched_at timestamptz,
  -- Until when people may make profiles, and until when they may change bookings. Null: until the festival ends.
  registration_closes_at timestamptz,
  matchmaking_closes_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  constraint festivals__uuid unique (tenant_id, uuid),
  constraint festivals__city unique (tenant_id, city_id, id),
  constraint festivals__window check (starts_at < ends_at),
  foreign key (tenant_id, city_id) references cities (tenant_id, id)
);
create index festivals__start on festivals (tenant_id, city_id, starts_at, id);
call protect_tenant_table('festivals', 'select, insert, update, delete');

-- Files below MUSTER_DATA/files, named by the id. Those that nothing shows are deleted after a day.
create table pictures (
  tenant_id bigint not null references tenants (id),
  id uuid not null,
  kind text not null check (kind in ('avatar', 'logo')),
  -- Who sent it; null once that person is erased.
  account_id bigint,
  size integer not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id) on delete set null (account_id)
);
create index pictures__account on pictures (tenant_id, account_id) where account_id is not null;
create index pictures__created on pictures (created_at);
call protect_tenant_table('pictures', 'select, insert, update, delete');

alter table cities add foreign key (tenant_id, logo_id) references pictures (tenant_id, id);
create index cities__logo on cities (tenant_id, logo_id) where logo_id is not null;

create table artists (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  uuid uuid not null,
  city_id bigint not null,
  -- Whose it is; null: made on the spot for a booking, or of somebody erased.
  account_id bigint,
  -- Who wrote it down, for a self-match also of the other side.
  created_by bigint,
  name text not null,
  -- Folded by the application, for searching.
  name_key text not null,
  description text not null,
  long_description text,
  -- Keys of the city's list.
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
  -- Null: the whole window of the festival.
  available_from timestamptz,
  available_until timestamptz,
  unavailable tstzmultirange not null default '{}',
  contact_name text,
  contact_email text,
  contact_phone text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  primary key (tenant_id, id),
  constraint artists__uuid unique (tenant_id, uuid),
  constraint artists__city unique (tenant_id, city_id, id),
  check (available_from < available_until),
  foreign key (tenant_id, city_id) references cities (tenant_id, id),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id) on delete set null (account_id),
  foreign key (tenant_id, created_by) references accounts (tenant_id, id) on delete set null (created_by),
  foreign key (tenant_id, picture_id) references pictures (tenant_id, id)
);
create index artists__account on artists (tenant_id, account_id, id) where account_id is not null;
create index artists__created_by on artists (tenant_id, created_by) where created_by is not null;
create index artists__picture on artists (tenant_id, picture_id) where picture_id is not null;
create index artists__name on artists (tenant_id, city_id, name_key collate "C", id) where deleted_at is null;
call protect_tenant_table('artists', 'select, insert, update, delete');

create table venues (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  uuid uuid not null,
  city_id bigint not null,
  account_id bigint,
  created_by bigint,
  name text not null,
  name_key text not null,
  description text,
  address text not null,
  -- The town of the address, which may be another than the festival's.
  town text not null,
  district text,
  -- A key of the city's list, or any text where the city has none.
  neighbourhood text,
  zip_code text,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  ada boolean not null,
  -- Keys of the city's lists.
  venue_type text not null,
  rain_option text not null,
  virtual_option text not null,
  genres text[] not null,
  -- Where it takes place in rain.
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
  available_from timestamptz,
  available_until timestamptz,
  unavailable tstzmultirange not null default '{}',
  contact_name text,
  contact_email text,
  contact_phone text,
  access_notes text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  primary key (tenant_id, id),
  constraint venues__uuid unique (tenant_id, uuid),
  constraint venues__city unique (tenant_id, city_id, id),
  check (available_from < available_until),
  foreign key (tenant_id, city_id) references cities (tenant_id, id),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id) on delete set null (account_id),
  foreign key (tenant_id, created_by) references accounts (tenant_id, id) on delete set null (created_by)
);
create index venues__account on venues (tenant_id, account_id, id) where account_id is not null;
create index venues__created_by on venues (tenant_id, created_by) where created_by is not null;
create index venues__name on venues (tenant_id, city_id, name_key collate "C", id) where deleted_at is null;
call protect_tenant_table('venues', 'select, insert, update, delete');

create table bookings (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  uuid uuid not null,
  city_id bigint not null,
  festival_id bigint not null,
  artist_id bigint not null,
  venue_id bigint not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  status text not null check (status in ('requested', 'accepted', 'changes_suggested', 'confirmed', 'declined', 'denied',
    'cancelled', 'expired')),
  -- Which side must answer; null: nobody, or the city.
  turn text check (turn in ('artist', 'venue')),
  is_self_match boolean not null,
  is_lesson boolean not null,
  is_participatory boolean not null,
  livestream_url text,
  -- Null once that person is erased.
  created_by bigint,
  -- What a client that asks again after a lost answer names its request by; per person.
  request_key text,
  -- Of an unanswered request: when it was reminded of, and when it expires.
  reminded_at timestamptz,
  expires_at timestamptz,
  -- Raised by every change.
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  primary key (tenant_id, id),
  constraint bookings__uuid unique (tenant_id, uuid),
  constraint bookings__window check (starts_at < ends_at),
  constraint bookings__turn check ((turn is not null) = (status = 'requested')),
  -- The last judge: whoever plays or is played at twice at once. Equality is that of ranges of one number, which GiST
  -- knows without the extension btree_gist: its functions would fill the schema, and not every server lets us make it.
  constraint bookings__artist_once exclude using gist (
    int8range(tenant_id, tenant_id, '[]') with =, int8range(artist_id, artist_id, '[]') with =,
    tstzrange(starts_at, ends_at) with &&) where (status in ('accepted', 'confirmed')),
  constraint bookings__venue_once exclude using gist (
    int8range(tenant_id, tenant_id, '[]') with =, int8range(venue_id, venue_id, '[]') with =,
    tstzrange(starts_at, ends_at) with &&) where (status in ('accepted', 'confirmed')),
  -- Everything belongs to one city.
  foreign key (tenant_id, city_id, festival_id) references festivals (tenant_id, city_id, id),
  foreign key (tenant_id, city_id, artist_id) references artists (tenant_id, city_id, id),
  foreign key (tenant_id, city_id, venue_id) references venues (tenant_id, city_id, id),
  foreign key (tenant_id, created_by) references accounts (tenant_id, id) on delete set null (created_by)
);
-- The same two at the same time are asked for once.
create unique index bookings__asked_once on bookings (tenant_id, artist_id, venue_id, starts_at, ends_at)
  where status in ('requested', 'accepted', 'changes_suggested', 'confirmed');
create unique index bookings__request on bookings (tenant_id, created_by, request_key) where request_key is not null;
create index bookings__feed on bookings (tenant_id, festival_id, starts_at, id) where status = 'confirmed';
create index bookings__streams on bookings (tenant_id, starts_at, id)
  where status = 'confirmed' and livestream_url is not null;
create index bookings__artist on bookings (tenant_id, artist_id, starts_at, id);
create index bookings__venue on bookings (tenant_id, venue_id, starts_at, id);
create index bookings__city on bookings (tenant_id, city_id, status, starts_at, id);
create index bookings__festival on bookings (tenant_id, city_id, festival_id);
create index bookings__created_by on bookings (tenant_id, created_by, id) where created_by is not null;
create index bookings__unanswered on bookings (expires_at) where status = 'requested';
call protect_tenant_table('bookings', 'select, insert, update, delete');

-- The history of a booking: who did what, why, and what it became.
create table booking_changes (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  booking_id bigint not null,
  at timestamptz not null,
  -- Null: the system, the command line, or somebody erased.
  account_id bigint,
  actor text not null check (actor in ('artist', 'venue', 'city', 'system')),
  action text not null,
  from_status text,
  to_status text not null,
  -- In the actor's own words; emptied when the person is erased.
  reason text,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, booking_id) references bookings (tenant_id, id) on delete cascade,
  foreign key (tenant_id, account_id) references accounts (tenant_id, id) on delete set null (account_id)
);
create index booking_changes__booking on booking_changes (tenant_id, booking_id, id);
create index booking_changes__account on booking_changes (tenant_id, account_id) where account_id is not null;
call protect_tenant_table('booking_changes', 'select, insert, update, delete');

-- Messages between an artist and a venue: one conversation a pair.
create table conversations (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  uuid uuid not null,
  city_id bigint not null,
  artist_id bigint not null,
  venue_id bigint not null,
  -- The booking it is about, the newest one.
  booking_id bigint,
  subject text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  constraint conversations__uuid unique (tenant_id, uuid),
  constraint conversations__pair unique (tenant_id, artist_id, venue_id),
  foreign key (tenant_id, city_id, artist_id) references artists (tenant_id, city_id, id) on delete cascade,
  foreign key (tenant_id, city_id, venue_id) references venues (tenant_id, city_id, id) on delete cascade,
  foreign key (tenant_id, booking_id) references bookings (tenant_id, id) on delete set null (booking_id)
);
create index conversations__artist on conversations (tenant_id, city_id, artist_id);
create index conversations__venue on conversations (tenant_id, city_id, venue_id);
create index conversations__booking on conversations (tenant_id, booking_id) where booking_id is not null;
call protect_tenant_table('conversations', 'select, insert, update, delete');

create table messages (
  tenant_id bigint not null references tenants (id),
  id bigint generated always as identity,
  uuid uuid not null,
  conversation_id bigint not null,
  -- Null once that person is erased; the text goes with them.
  sender_id bigint,
  side text not null check (side in ('artist', 'venue', 'city')),
  body text not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  constraint messages__uuid unique (tenant_id, uuid),
  foreign key (tenant_id, conversation_id) references conversations (tenant_id, id) on delete cascade,
  foreign key (tenant_id, sender_id) references accounts (tenant_id, id) on delete set null (sender_id)
);
create index messages__conversation on messages (tenant_id, conversation_id, id);
create index messages__sender on messages (tenant_id, sender_id) where sender_id is not null;
call protect_tenant_table('messages', 'select, insert, update, delete');

-- What a person has read of a conversation, and whether they put it away.
create table conversation_readers (
  tenant_id bigint not null references tenants (id),
  conversation_id bigint not null,
  account_id bigint not null,
  read_message_id bigint not null default 0,
  archived_at timestamptz,
  primary key (tenant_id, conversation_id, account_id),
  foreign key (tenant_id, conversation_id) references conversations (tenant_id, id) on delete cascade,
  foreign key (tenant_id, account_id) references accounts (tenant_id, id) on delete cascade
);
create index conversation_readers__account on conversation_readers (tenant_id, account_id);
call protect_tenant_table('conversation_readers', 'select, insert, update, delete');
