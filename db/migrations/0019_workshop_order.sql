-- Where organisers put a workshop among those of its event; equal ones go by id. Those of before stand as they came.
alter table workshops add column position integer not null default 0;
