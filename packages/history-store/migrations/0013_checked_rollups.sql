-- Hours ('1h') and days ('1d') that somebody wants to be compared with what they were made of: the ingester does so with
-- its next housekeeping, and closes again what differs. A row is a wish, not a finding.
CREATE TABLE IF NOT EXISTS rollup_suspects
(
    level LowCardinality(String),
    start DateTime('UTC'),
    suspected_at DateTime64(3, 'UTC') DEFAULT now64(3)
)
ENGINE = MergeTree
PARTITION BY toYYYYMM(start) ORDER BY (level, start, suspected_at)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

-- What was found out about closed hours and days lands where other findings do.
ALTER TABLE landing_integrity
    MODIFY COLUMN event Tuple(
        observed_at_ms Int64,
        gap_detected Tuple(
            family String, boot_id UInt64, first_sequence UInt64, last_sequence UInt64, after_ms Int64,
            before_ms Int64),
        gap_healed Tuple(
            family String, boot_id UInt64, first_sequence UInt64, last_sequence UInt64, after_ms Int64,
            before_ms Int64),
        rollup_mismatch_found Tuple(
            level String, start_ms Int64, version UInt64, series UInt64, metric String, attribute String,
            stored_count UInt64, stored_total Float64, computed_count UInt64, computed_total Float64),
        rollup_repaired Tuple(level String, start_ms Int64, version UInt64, series UInt64));

-- One row per node and closed hour ('1h') or day ('1d') that differed from its source, or that was closed again for it.
CREATE TABLE IF NOT EXISTS rollup_findings
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    event_seq UInt64 CODEC(Delta, ZSTD(1)),
    event_index UInt32 CODEC(T64, ZSTD(1)),
    received_at DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    observed_at DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    event LowCardinality(String),
    level LowCardinality(String),
    start DateTime('UTC'),
    version UInt64,
    series UInt64,
    metric LowCardinality(String),
    attribute String,
    stored_count UInt64,
    stored_total Float64,
    computed_count UInt64,
    computed_total Float64
)
ENGINE = MergeTree
PARTITION BY toYYYYMM(received_at) ORDER BY (workspace, node, event_seq, event_index)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_rollup_findings TO rollup_findings AS
SELECT
    workspace,
    node,
    event_seq,
    event_index,
    fromUnixTimestamp64Milli(greatest(0, least(received_at_ms, 4102444800000)), 'UTC') AS received_at,
    fromUnixTimestamp64Milli(greatest(0, least(landing_integrity.event.observed_at_ms, 4102444800000)), 'UTC')
        AS observed_at,
    if(landing_integrity.event.rollup_mismatch_found.level != '', 'RollupMismatchFound', 'RollupRepaired') AS event,
    concat(landing_integrity.event.rollup_mismatch_found.level, landing_integrity.event.rollup_repaired.level) AS level,
    toDateTime(greatest(0, least(4102444800, intDiv(
        landing_integrity.event.rollup_mismatch_found.start_ms + landing_integrity.event.rollup_repaired.start_ms,
        1000))), 'UTC') AS start,
    landing_integrity.event.rollup_mismatch_found.version + landing_integrity.event.rollup_repaired.version AS version,
    landing_integrity.event.rollup_mismatch_found.series + landing_integrity.event.rollup_repaired.series AS series,
    landing_integrity.event.rollup_mismatch_found.metric AS metric,
    landing_integrity.event.rollup_mismatch_found.attribute AS attribute,
    landing_integrity.event.rollup_mismatch_found.stored_count AS stored_count,
    landing_integrity.event.rollup_mismatch_found.stored_total AS stored_total,
    landing_integrity.event.rollup_mismatch_found.computed_count AS computed_count,
    landing_integrity.event.rollup_mismatch_found.computed_total AS computed_total
FROM landing_integrity
WHERE landing_integrity.event.rollup_mismatch_found.level != '' OR landing_integrity.event.rollup_repaired.level != '';

CREATE VIEW IF NOT EXISTS v_rollup_findings AS
SELECT
    workspace,
    node,
    observed_at AS time,
    event,
    level,
    start,
    version,
    series,
    metric,
    attribute,
    stored_count,
    stored_total,
    computed_count,
    computed_total
FROM rollup_findings;
