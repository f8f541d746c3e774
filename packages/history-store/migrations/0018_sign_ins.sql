-- What happened to sign-ins: who, from where, when. Never what was presented.

CREATE TABLE IF NOT EXISTS landing_signin
(
    workspace LowCardinality(String),
    node String,
    event_seq UInt64,
    event_index UInt32,
    received_at_ms Int64,
    family LowCardinality(String),
    event Tuple(
        at_ms Int64,
        id String,
        action String,
        user_id String,
        user_name String,
        method String,
        address String,
        request_id String,
        count UInt32),
    received_at DateTime64(3, 'UTC') MATERIALIZED
        fromUnixTimestamp64Milli(greatest(0, least(received_at_ms, 4102444800000)), 'UTC')
)
ENGINE = Null;

CREATE TABLE IF NOT EXISTS sign_ins
(
    workspace LowCardinality(String),
    at DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    received_at DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    event_seq UInt64 CODEC(Delta, ZSTD(1)),
    event_index UInt32 CODEC(T64, ZSTD(1)),
    id String,
    action LowCardinality(String),
    user_id String,
    user_name String,
    method LowCardinality(String),
    address String,
    request_id String,
    count UInt32
)
ENGINE = MergeTree
PARTITION BY toYYYYMM(at)
ORDER BY (workspace, at, event_seq, event_index)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_sign_ins TO sign_ins AS
SELECT
    workspace,
    fromUnixTimestamp64Milli(greatest(0, least(landing_signin.event.at_ms, 4102444800000)), 'UTC') AS at,
    received_at,
    event_seq,
    event_index,
    landing_signin.event.id AS id,
    landing_signin.event.action AS action,
    landing_signin.event.user_id AS user_id,
    landing_signin.event.user_name AS user_name,
    landing_signin.event.method AS method,
    landing_signin.event.address AS address,
    landing_signin.event.request_id AS request_id,
    landing_signin.event.count AS count
FROM landing_signin;
