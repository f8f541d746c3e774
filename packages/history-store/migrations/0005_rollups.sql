-- Closed hours and days of every metric of the catalogue, one row per series. Numbers are in stored units (before
-- `scale`); for a counter n, total, lo, hi, last and the buckets are of its rate per second, and `increase` over
-- `seconds` is what it grew by in the time that rates cover. `counts[i]` values fell into the logarithmic bucket
-- `buckets[i]` (buckets.ts). A close again with a higher version replaces the row.

CREATE TABLE IF NOT EXISTS metric_1h
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
    version UInt64 CODEC(Delta, ZSTD(1))
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY toYYYYMM(hour) ORDER BY (workspace, metric, node, attribute, hour)
SETTINGS index_granularity = 256, non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE TABLE IF NOT EXISTS metric_1d
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
    version UInt64 CODEC(Delta, ZSTD(1))
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY toYYYYMM(day) ORDER BY (workspace, metric, node, attribute, day)
SETTINGS index_granularity = 256, non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

-- Which hours ('1h') and days ('1d') were closed, at which position of the log. nodes = 0 means every node.
CREATE TABLE IF NOT EXISTS rollup_closes
(
    level LowCardinality(String),
    start DateTime('UTC'),
    version UInt64,
    nodes UInt32,
    closed_at DateTime64(3, 'UTC') DEFAULT now64(3)
)
ENGINE = MergeTree
PARTITION BY toYYYYMM(start) ORDER BY (level, start, version)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;
