-- What is recorded of the events themselves, and the inventory.

CREATE TABLE IF NOT EXISTS landing_inventory
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
        hostname String,
        os_type String,
        os_name String,
        os_version String,
        kernel_release String,
        architecture String,
        cpu_model String,
        cpu_logical_count UInt32,
        cpu_physical_count UInt32,
        memory_bytes Int64,
        booted_at_ms Int64,
        virtualization String,
        timezone String,
        collector_version String,
        runtime String,
        node_role String,
        node_asn String,
        interfaces Nested(
            name String,
            mac_address String,
            ipv4_addresses Array(String),
            ipv6_addresses Array(String),
            speed_bits_per_second Nullable(Int64),
            up Bool)),
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
        '')
)
ENGINE = Null;

-- One row per InventoryObserved, about one an hour and node.
CREATE TABLE IF NOT EXISTS host_inventory
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    ts DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    hostname String,
    os_type LowCardinality(String),
    os_name LowCardinality(String),
    os_version LowCardinality(String),
    kernel_release LowCardinality(String),
    architecture LowCardinality(String),
    cpu_model LowCardinality(String),
    cpu_logical_count UInt32,
    cpu_physical_count UInt32,
    memory_bytes Int64,
    booted_at_ms Int64,
    virtualization LowCardinality(String),
    timezone LowCardinality(String),
    collector_version LowCardinality(String),
    runtime LowCardinality(String),
    node_role LowCardinality(String),
    node_asn LowCardinality(String),
    interfaces Array(Tuple(
        name String,
        mac_address String,
        ipv4_addresses Array(String),
        ipv6_addresses Array(String),
        speed_bits_per_second Nullable(Int64),
        up Bool))
)
ENGINE = MergeTree
PARTITION BY toYYYYMM(ts) ORDER BY (workspace, node, ts)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

-- One row per accepted event of any family: which readings arrived, when, and under which number of the log.
CREATE TABLE IF NOT EXISTS host_events
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    family LowCardinality(String),
    event_seq UInt64 CODEC(Delta, ZSTD(1)),
    event_index UInt32 CODEC(T64, ZSTD(1)),
    boot_id UInt64 CODEC(Delta, ZSTD(1)),
    sequence UInt64 CODEC(Delta, ZSTD(1)),
    observed_at DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    received_at DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    INDEX event_seq_range event_seq TYPE minmax GRANULARITY 1
)
ENGINE = MergeTree
PARTITION BY toDate(observed_at) ORDER BY (workspace, node, family, event_seq, event_index)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

-- Events whose own times or numbers cannot be true. They are in no other table; `event` holds them as JSON.
CREATE TABLE IF NOT EXISTS quarantined_events
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    family LowCardinality(String),
    event_seq UInt64,
    event_index UInt32,
    received_at DateTime64(3, 'UTC'),
    reason LowCardinality(String),
    boot_id UInt64,
    sequence UInt64,
    observed_at_ms Int64,
    event String CODEC(ZSTD(3))
)
ENGINE = MergeTree
PARTITION BY toDate(received_at) ORDER BY (workspace, node, family, event_seq, event_index)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

-- The hours that an event reached after they had ended, with the number of the latest such event of each node:
-- an hour that was closed at a lower number is closed again. A reading in the last 300 s of an hour also changes
-- the first rate of the next one.
CREATE TABLE IF NOT EXISTS late_events
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    hour DateTime('UTC'),
    event_seq UInt64
)
ENGINE = ReplacingMergeTree(event_seq)
PARTITION BY toDate(hour) ORDER BY (hour, workspace, node)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

-- Every node that was ever heard of. Not subject to retention.
CREATE TABLE IF NOT EXISTS known_nodes
(
    workspace LowCardinality(String),
    node String,
    first_seen SimpleAggregateFunction(min, DateTime64(3, 'UTC')),
    last_seen SimpleAggregateFunction(max, DateTime64(3, 'UTC'))
)
ENGINE = AggregatingMergeTree
ORDER BY (workspace, node)
SETTINGS non_replicated_deduplication_window = 10000;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_host_inventory TO host_inventory AS
SELECT
    workspace,
    node,
    observed_at AS ts,
    event.hostname AS hostname,
    event.os_type AS os_type,
    event.os_name AS os_name,
    event.os_version AS os_version,
    event.kernel_release AS kernel_release,
    event.architecture AS architecture,
    event.cpu_model AS cpu_model,
    event.cpu_logical_count AS cpu_logical_count,
    event.cpu_physical_count AS cpu_physical_count,
    event.memory_bytes AS memory_bytes,
    event.booted_at_ms AS booted_at_ms,
    event.virtualization AS virtualization,
    event.timezone AS timezone,
    event.collector_version AS collector_version,
    event.runtime AS runtime,
    event.node_role AS node_role,
    event.node_asn AS node_asn,
    event.interfaces AS interfaces
FROM landing_inventory
WHERE implausible = '';

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_host_events_of_host TO host_events AS
SELECT
    workspace,
    node,
    family,
    event_seq,
    event_index,
    event.boot_id AS boot_id,
    event.sequence AS sequence,
    observed_at,
    received_at
FROM landing_host
WHERE implausible = '';

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_quarantined_events_of_host TO quarantined_events AS
SELECT
    workspace,
    node,
    family,
    event_seq,
    event_index,
    received_at,
    implausible AS reason,
    event.boot_id AS boot_id,
    event.sequence AS sequence,
    event.observed_at_ms AS observed_at_ms,
    toJSONString(event) AS event
FROM landing_host
WHERE implausible != '';

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_late_events_of_host TO late_events AS
SELECT
    workspace,
    node,
    hour,
    max(event_seq) AS event_seq
FROM landing_host
ARRAY JOIN arrayDistinct([toStartOfHour(observed_at), toStartOfHour(observed_at + INTERVAL 300 SECOND)]) AS hour
WHERE implausible = '' AND received_at >= hour + INTERVAL 1 HOUR
GROUP BY workspace, node, hour;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_known_nodes_of_host TO known_nodes AS
SELECT
    workspace,
    node,
    min(observed_at) AS first_seen,
    max(observed_at) AS last_seen
FROM landing_host
WHERE implausible = ''
GROUP BY workspace, node;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_host_events_of_inventory TO host_events AS
SELECT
    workspace,
    node,
    family,
    event_seq,
    event_index,
    event.boot_id AS boot_id,
    event.sequence AS sequence,
    observed_at,
    received_at
FROM landing_inventory
WHERE implausible = '';

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_quarantined_events_of_inventory TO quarantined_events AS
SELECT
    workspace,
    node,
    family,
    event_seq,
    event_index,
    received_at,
    implausible AS reason,
    event.boot_id AS boot_id,
    event.sequence AS sequence,
    event.observed_at_ms AS observed_at_ms,
    toJSONString(event) AS event
FROM landing_inventory
WHERE implausible != '';

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_late_events_of_inventory TO late_events AS
SELECT
    workspace,
    node,
    hour,
    max(event_seq) AS event_seq
FROM landing_inventory
ARRAY JOIN arrayDistinct([toStartOfHour(observed_at), toStartOfHour(observed_at + INTERVAL 300 SECOND)]) AS hour
WHERE implausible = '' AND received_at >= hour + INTERVAL 1 HOUR
GROUP BY workspace, node, hour;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_known_nodes_of_inventory TO known_nodes AS
SELECT
    workspace,
    node,
    min(observed_at) AS first_seen,
    max(observed_at) AS last_seen
FROM landing_inventory
WHERE implausible = ''
GROUP BY workspace, node;
