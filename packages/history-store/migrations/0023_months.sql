-- Closed months (UTC) of every metric, one row per series, out of their days: numbers as in metric_1d, level '1mo' in
-- rollup_closes. What a later close replaces is not kept aside: what was known at a time is read from hours. `restated`: a day
-- of it had been closed before, with other readings.
--
-- A partition is a year: a year's answer reads two of them, where twelve took a quarter more of the processor. So rows leave by
-- themselves, not with their whole part, which would keep some of them for a year longer.

CREATE TABLE IF NOT EXISTS metric_1mo
(
    workspace LowCardinality(String),
    metric LowCardinality(String),
    node LowCardinality(String),
    attribute LowCardinality(String),
    month DateTime('UTC') CODEC(Delta, ZSTD(1)),
    n UInt32 CODEC(T64, ZSTD(1)),
    total Float64 CODEC(ZSTD(1)),
    lo Float64 CODEC(ZSTD(1)),
    hi Float64 CODEC(ZSTD(1)),
    last Float64 CODEC(ZSTD(1)),
    increase Float64 CODEC(ZSTD(1)),
    seconds Float64 CODEC(ZSTD(1)),
    buckets Array(Int16) CODEC(Delta, ZSTD(1)),
    counts Array(UInt32) CODEC(T64, ZSTD(1)),
    restated UInt8 CODEC(ZSTD(1)),
    version UInt64 CODEC(Delta, ZSTD(1))
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY toYear(month) ORDER BY (workspace, metric, node, attribute, month)
SETTINGS index_granularity = 256, non_replicated_deduplication_window = 10000;
