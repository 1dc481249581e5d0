-- Counters of throttles, shared by all processes. Unlogged: after a crash everyone starts afresh, which harms nobody.
create unlogged table throttle_counters (
  key text primary key,
  hits integer not null,
  window_ends_at timestamptz not null
);
create index throttle_counters__ended on throttle_counters (window_ends_at);
grant select, insert, update, delete on throttle_counters to muster_app;

-- Requests may leave a job in their transaction without any right on the queue's own schema.
create function enqueue_job(task text, payload json, options json default '{}') returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform graphile_worker.add_job(
    task, payload,
    run_at := (options ->> 'run_at')::timestamptz,
    max_attempts := (options ->> 'max_attempts')::integer,
    job_key := options ->> 'job_key',
    queue_name := options ->> 'queue_name',
    job_key_mode := coalesce(options ->> 'job_key_mode', 'replace'));
end $$;
revoke all on function enqueue_job(text, json, json) from public;
grant execute on function enqueue_job(text, json, json) to muster_app;
