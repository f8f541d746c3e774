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
