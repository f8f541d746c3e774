-- What was known before: rows of closed hours and days that a later close has replaced, in each version that they had.
-- When a version was closed is in rollup_closes. Kept for RETENTION_VERSIONS_DAYS from when they were replaced.

CREATE TABLE IF NOT EXISTS metric_1h_superseded
(
    workspace LowCardinality(String),
    metric LowCardinality(String),
    node LowCardinality(String),
    attribute LowCardinality(String),
    hour DateTime('UTC') CODEC(Delta, ZSTD(1)),
    n UInt32 CODEC(T64, ZSTD(1)),
    total Float64 CODEC(ZSTD(1)),
    lo Float64 CODEC(ZSTD(1)),
    hi Float64 CODEC(ZSTD(1)),
    last Float64 CODEC(ZSTD(1)),
    increase Float64 CODEC(ZSTD(1)),
    seconds Float64 CODEC(ZSTD(1)),
    buckets Array(Int16) CODEC(Delta, ZSTD(1)),
    counts Array(UInt32) CODEC(T64, ZSTD(1)),
    version UInt64 CODEC(Delta, ZSTD(1)),
    superseded_at DateTime('UTC') DEFAULT now() CODEC(Delta, ZSTD(1))
)
ENGINE = ReplacingMergeTree
PARTITION BY toMonday(superseded_at) ORDER BY (workspace, metric, node, attribute, hour, version)
SETTINGS index_granularity = 256, non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE TABLE IF NOT EXISTS metric_1d_superseded
(
    workspace LowCardinality(String),
    metric LowCardinality(String),
    node LowCardinality(String),
    attribute LowCardinality(String),
    day DateTime('UTC') CODEC(Delta, ZSTD(1)),
    n UInt32 CODEC(T64, ZSTD(1)),
    total Float64 CODEC(ZSTD(1)),
    lo Float64 CODEC(ZSTD(1)),
    hi Float64 CODEC(ZSTD(1)),
    last Float64 CODEC(ZSTD(1)),
    increase Float64 CODEC(ZSTD(1)),
    seconds Float64 CODEC(ZSTD(1)),
    buckets Array(Int16) CODEC(Delta, ZSTD(1)),
    counts Array(UInt32) CODEC(T64, ZSTD(1)),
    version UInt64 CODEC(Delta, ZSTD(1)),
    superseded_at DateTime('UTC') DEFAULT now() CODEC(Delta, ZSTD(1))
)
ENGINE = ReplacingMergeTree
PARTITION BY toMonday(superseded_at) ORDER BY (workspace, metric, node, attribute, day, version)
SETTINGS index_granularity = 256, non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

-- Changes of a retention; a level is named as its setting is (rawDays, hourlyDays, …). What was older than days_before
-- when it was changed had left by then, however long that level is kept since.
CREATE TABLE IF NOT EXISTS retention_changes
(
    level LowCardinality(String),
    changed_at DateTime64(3, 'UTC') DEFAULT now64(3),
    days_before UInt32,
    days UInt32
)
ENGINE = MergeTree
PARTITION BY toYYYYMM(changed_at) ORDER BY (level, changed_at)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;
