create table if not exists job (
  id varchar(36) primary key,
  processor_id varchar(200) not null,
  file_name varchar(255) not null,
  state varchar(20) not null,
  token varchar(8192),
  status varchar(200),
  made_processor_id varchar(200),
  made_pipeline_id varchar(200),
  problem_kind varchar(50),
  problem_detail varchar(4000),
  owner varchar(36),
  lease_until timestamp with time zone not null,
  created_at timestamp with time zone not null
);

-- The budget, used on PostgreSQL only: the state of Bucket4j, until when a 429 has stopped everybody,
-- and the requests that Datalab may have counted within its last minute.
create table if not exists bucket (
  id bigint primary key,
  state bytea,
  expires_at bigint
);

create table if not exists budget_pause (
  id bigint primary key,
  paused_until timestamp with time zone not null
);

create table if not exists budget_request (
  id bigint generated always as identity primary key,
  owner varchar(36) not null,
  ended boolean not null,
  counts_until timestamp with time zone not null
);
