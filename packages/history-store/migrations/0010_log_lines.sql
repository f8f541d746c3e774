-- Lines of the nodes' logs.
--
-- Partitions and retention go by when the log took a line: a sender makes up any times it likes, and a batch still
-- falls into one or two days. A line's own time is believed from 1970 up to five minutes after its reading, otherwise
-- it is that of the reading; the snapshot store has the same rule.

CREATE TABLE IF NOT EXISTS landing_log
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    event_seq UInt64,
    event_index UInt32,
    received_at_ms Int64,
    family LowCardinality(String),
    event Tuple(
        boot_id UInt64,
        sequence UInt64,
        observed_at_ms Int64,
        log String,
        first_line UInt64,
        lines Nested(
            text String,
            at_ms Int64,
            severity UInt32,
            origin LowCardinality(String),
            truncated Bool),
        position Tuple(
            device UInt64,
            inode UInt64,
            offset UInt64,
            fingerprint String,
            cursor String),
        dropped_lines UInt64,
        dropped_why String),
    observed_at DateTime64(3, 'UTC') MATERIALIZED
        fromUnixTimestamp64Milli(greatest(0, least(event.observed_at_ms, 4102444800000)), 'UTC'),
    received_at DateTime64(3, 'UTC') MATERIALIZED
        fromUnixTimestamp64Milli(greatest(0, least(received_at_ms, 4102444800000)), 'UTC'),
    oldest_plausible_ms Int64 MATERIALIZED received_at_ms - 1826 * 86400000,
    implausible LowCardinality(String) MATERIALIZED multiIf(
        event.observed_at_ms > received_at_ms + 300000, 'observed in the future',
        event.observed_at_ms < oldest_plausible_ms, 'observed before the longest retention',
        event.boot_id = 0 OR event.boot_id > 9007199254740991, 'boot id out of range',
        event.sequence = 0 OR event.sequence > 9007199254740991, 'sequence out of range',
        event.first_line = 0 OR event.first_line > 9007199254740991, 'line number out of range',
        '')
)
ENGINE = Null;

-- One row per line. `text_ngrams` knows which three characters in a row each granule holds, so that a rare text is found
-- without reading every line; queries must use its expression.
CREATE TABLE IF NOT EXISTS log_lines
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    log LowCardinality(String),
    at DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    line UInt64 CODEC(Delta, ZSTD(1)),
    received_at DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    event_seq UInt64 CODEC(Delta, ZSTD(1)),
    severity UInt8 CODEC(ZSTD(1)),
    origin LowCardinality(String) CODEC(ZSTD(1)),
    text String CODEC(ZSTD(3)),
    truncated Bool CODEC(ZSTD(1)),
    INDEX line_range line TYPE minmax GRANULARITY 1,
    INDEX text_ngrams lower(text) TYPE ngrambf_v1(3, 32768, 3, 0) GRANULARITY 1
)
ENGINE = MergeTree
PARTITION BY toDate(received_at) ORDER BY (workspace, node, log, at, line)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

-- What was given up right before a line, so that a hole in the numbers has its reason.
CREATE TABLE IF NOT EXISTS log_drops
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    log LowCardinality(String),
    at DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    received_at DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    before_line UInt64 CODEC(Delta, ZSTD(1)),
    dropped_lines UInt64,
    why LowCardinality(String)
)
ENGINE = MergeTree
PARTITION BY toDate(received_at) ORDER BY (workspace, node, log, at)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

-- Every log that was ever heard of. Not subject to retention.
CREATE TABLE IF NOT EXISTS known_logs
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    log String,
    last_line SimpleAggregateFunction(max, UInt64),
    last_at SimpleAggregateFunction(max, DateTime64(3, 'UTC')),
    lines SimpleAggregateFunction(sum, UInt64)
)
ENGINE = AggregatingMergeTree
ORDER BY (workspace, node, log)
SETTINGS non_replicated_deduplication_window = 10000;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_log_lines TO log_lines AS
SELECT
    workspace,
    node,
    family AS log,
    if(
        log_line.at_ms >= 1 AND log_line.at_ms <= event.observed_at_ms + 300000,
        fromUnixTimestamp64Milli(log_line.at_ms, 'UTC'),
        observed_at) AS at,
    event.first_line + number - 1 AS line,
    received_at,
    event_seq,
    if(log_line.severity <= 8, log_line.severity, 0) AS severity,
    log_line.origin AS origin,
    log_line.text AS text,
    log_line.truncated AS truncated
FROM landing_log
ARRAY JOIN event.lines AS log_line, arrayEnumerate(event.lines) AS number
WHERE implausible = '';

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_known_logs TO known_logs AS
SELECT
    workspace,
    node,
    family AS log,
    max(event.first_line + length(event.lines.text) - 1) AS last_line,
    max(if(
        event.lines.at_ms[-1] >= 1 AND event.lines.at_ms[-1] <= event.observed_at_ms + 300000,
        fromUnixTimestamp64Milli(event.lines.at_ms[-1], 'UTC'),
        observed_at)) AS last_at,
    sum(length(event.lines.text)) AS lines
FROM landing_log
WHERE implausible = ''
GROUP BY workspace, node, log;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_log_drops TO log_drops AS
SELECT
    workspace,
    node,
    family AS log,
    observed_at AS at,
    received_at,
    event.first_line AS before_line,
    event.dropped_lines AS dropped_lines,
    left(event.dropped_why, 64) AS why
FROM landing_log
WHERE implausible = '' AND event.dropped_lines > 0;

-- Positions here are those of another stream than the other families': the family says so.
CREATE MATERIALIZED VIEW IF NOT EXISTS mv_quarantined_events_of_log TO quarantined_events AS
SELECT
    workspace,
    node,
    concat('log/', family) AS family,
    event_seq,
    event_index,
    received_at,
    implausible AS reason,
    event.boot_id AS boot_id,
    event.sequence AS sequence,
    event.observed_at_ms AS observed_at_ms,
    toJSONString(event) AS event
FROM landing_log
WHERE implausible != '';

CREATE VIEW IF NOT EXISTS v_log_lines AS
SELECT
    workspace,
    node,
    log,
    at AS time,
    line,
    received_at,
    severity,
    origin,
    text,
    truncated
FROM log_lines;

CREATE VIEW IF NOT EXISTS v_log_drops AS
SELECT
    workspace,
    node,
    log,
    at AS time,
    before_line,
    dropped_lines,
    why
FROM log_drops;
