-- Every revision of the configuration: who changed what, when, and what it was from then on.

CREATE TABLE IF NOT EXISTS landing_revision
(
    workspace LowCardinality(String),
    node String,
    event_seq UInt64,
    event_index UInt32,
    received_at_ms Int64,
    family LowCardinality(String),
    event Tuple(
        at_ms Int64,
        kind String,
        id String,
        action String,
        actor_kind String,
        actor_id String,
        actor_name String,
        request_id String,
        created_at_ms Int64,
        document String),
    received_at DateTime64(3, 'UTC') MATERIALIZED
        fromUnixTimestamp64Milli(greatest(0, least(received_at_ms, 4102444800000)), 'UTC')
)
ENGINE = Null;

-- By document: its history, and what it was at a time. Of others by workspace and time there is too little to sort for.
CREATE TABLE IF NOT EXISTS config_revisions
(
    workspace LowCardinality(String),
    kind LowCardinality(String),
    id String,
    -- The number that the API calls revision: it grows with each change, unless the log is created anew.
    revision UInt64 CODEC(Delta, ZSTD(1)),
    at DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    created_at DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    received_at DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    action LowCardinality(String),
    actor_kind LowCardinality(String),
    actor_id String,
    actor_name String,
    request_id String,
    -- JSON without secrets.
    document String CODEC(ZSTD(3))
)
ENGINE = MergeTree
PARTITION BY toYYYYMM(at)
ORDER BY (workspace, kind, id, at, revision)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_config_revisions TO config_revisions AS
SELECT
    workspace,
    landing_revision.event.kind AS kind,
    landing_revision.event.id AS id,
    event_seq AS revision,
    fromUnixTimestamp64Milli(greatest(0, least(landing_revision.event.at_ms, 4102444800000)), 'UTC') AS at,
    fromUnixTimestamp64Milli(greatest(0, least(landing_revision.event.created_at_ms, 4102444800000)), 'UTC')
        AS created_at,
    received_at,
    landing_revision.event.action AS action,
    landing_revision.event.actor_kind AS actor_kind,
    landing_revision.event.actor_id AS actor_id,
    landing_revision.event.actor_name AS actor_name,
    landing_revision.event.request_id AS request_id,
    landing_revision.event.document AS document
FROM landing_revision;
