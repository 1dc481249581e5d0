-- People who come alone: their access tokens, forgotten passwords, and what is left of them once they are erased.

-- Ended by a new password or address, not by a word against the token: it opens nothing, but still names its client.
alter table tokens add column is_superseded boolean not null default false;

alter table letters
  -- Accounts that the letter speaks of, besides the one it goes to.
  add column about bigint[] not null default '{}',
  -- Tells somebody erased that they are: the row is deleted when the letter left or was given up.
  add column is_last boolean not null default false;
create index letters__about on letters using gin (about) where due_at is not null;

-- A client that people's own passwords get tokens for acts as nobody by itself, and outlives whoever made it.
alter table oauth_clients alter column owner_id drop not null;
alter table oauth_clients add constraint oauth_clients__owner check (
  owner_id is not null or not grants @> '{client_credentials}');
