-- What the pipeline found out about the events of nodes: which are missing, and which are there after all.

CREATE TABLE IF NOT EXISTS landing_integrity
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    event_seq UInt64,
    event_index UInt32,
    received_at_ms Int64,
    family LowCardinality(String),
    event Tuple(
        observed_at_ms Int64,
        gap_detected Tuple(
            family String,
            boot_id UInt64,
            first_sequence UInt64,
            last_sequence UInt64,
            after_ms Int64,
            before_ms Int64),
        gap_healed Tuple(
            family String,
            boot_id UInt64,
            first_sequence UInt64,
            last_sequence UInt64,
            after_ms Int64,
            before_ms Int64)),
    gap MATERIALIZED if(event.gap_detected.last_sequence > 0, event.gap_detected, event.gap_healed)
)
ENGINE = Null;

-- One row per finding: numbers first_sequence to last_sequence, both included, of a family in one run.
CREATE TABLE IF NOT EXISTS integrity_events
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    event_seq UInt64 CODEC(Delta, ZSTD(1)),
    event_index UInt32 CODEC(T64, ZSTD(1)),
    received_at DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    observed_at DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    event LowCardinality(String),
    family LowCardinality(String),
    boot_id UInt64,
    first_sequence UInt64,
    last_sequence UInt64,
    after DateTime64(3, 'UTC'),
    before DateTime64(3, 'UTC')
)
ENGINE = MergeTree
PARTITION BY toYYYYMM(received_at) ORDER BY (workspace, node, event_seq, event_index)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_integrity_events TO integrity_events AS
SELECT
    workspace,
    node,
    event_seq,
    event_index,
    fromUnixTimestamp64Milli(greatest(0, least(received_at_ms, 4102444800000)), 'UTC') AS received_at,
    fromUnixTimestamp64Milli(greatest(0, least(landing_integrity.event.observed_at_ms, 4102444800000)), 'UTC')
        AS observed_at,
    if(landing_integrity.event.gap_detected.last_sequence > 0, 'GapDetected', 'GapHealed') AS event,
    gap.family AS family,
    gap.boot_id AS boot_id,
    gap.first_sequence AS first_sequence,
    gap.last_sequence AS last_sequence,
    fromUnixTimestamp64Milli(greatest(0, least(gap.after_ms, 4102444800000)), 'UTC') AS after,
    fromUnixTimestamp64Milli(greatest(0, least(gap.before_ms, 4102444800000)), 'UTC') AS before
FROM landing_integrity
WHERE gap.last_sequence > 0;

CREATE VIEW IF NOT EXISTS v_integrity_events AS
SELECT
    workspace,
    node,
    observed_at AS time,
    event,
    family,
    boot_id,
    first_sequence,
    last_sequence,
    last_sequence - first_sequence + 1 AS events,
    after,
    before
FROM integrity_events;
