create index job_of_trace on job (trace_id, ulid);
