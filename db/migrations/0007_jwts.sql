-- A JWT is a token like any other: its row is found by the hash of its jti, and revoked by it.
alter table tokens drop constraint tokens_kind_check;
alter table tokens add constraint tokens_kind_check check (kind in ('api', 'access', 'session', 'jwt'));
