-- The typed tables: one row per module reading (and per core, device, interface, …), columns named as the
-- protobuf fields, integers as they travelled (`x_e4` = x * 10^4). Counters stay counters: rates are
-- computed on reading and when an hour is closed.
--
-- Delta + T64('bit') + ZSTD(1) stores such numbers in about one byte. Daily partitions with
-- ttl_only_drop_parts let retention drop whole parts; the migrator sets the TTL.
-- non_replicated_deduplication_window makes the retry of an insert count once; without it on one table,
-- that table doubles (checkDeduplicationWindows).

CREATE TABLE IF NOT EXISTS host_cpu
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    ts DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    utilization_e4 Int32 CODEC(Delta, T64('bit'), ZSTD(1)),
    user_ms Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    nice_ms Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    system_ms Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    idle_ms Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    iowait_ms Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    interrupt_ms Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    softirq_ms Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    steal_ms Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    context_switches Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    interrupts Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    frequency_hz Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1))
)
ENGINE = MergeTree
PARTITION BY toDate(ts) ORDER BY (workspace, node, ts)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE TABLE IF NOT EXISTS host_cores
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    core UInt32,
    ts DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    utilization_e4 Int32 CODEC(Delta, T64('bit'), ZSTD(1))
)
ENGINE = MergeTree
PARTITION BY toDate(ts) ORDER BY (workspace, node, core, ts)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE TABLE IF NOT EXISTS host_load
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    ts DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    one_minute_e2 Int32 CODEC(Delta, T64('bit'), ZSTD(1)),
    five_minutes_e2 Int32 CODEC(Delta, T64('bit'), ZSTD(1)),
    fifteen_minutes_e2 Int32 CODEC(Delta, T64('bit'), ZSTD(1)),
    uptime_ms Int64 CODEC(Delta, T64('bit'), ZSTD(1))
)
ENGINE = MergeTree
PARTITION BY toDate(ts) ORDER BY (workspace, node, ts)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE TABLE IF NOT EXISTS host_memory
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    ts DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    total_bytes Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    available_bytes Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    used_bytes Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    free_bytes Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    buffers_bytes Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    cached_bytes Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    slab_reclaimable_bytes Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    slab_unreclaimable_bytes Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    shared_bytes Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    dirty_bytes Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    committed_bytes Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    utilization_e4 Int32 CODEC(Delta, T64('bit'), ZSTD(1)),
    page_faults Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    major_page_faults Int64 CODEC(Delta, T64('bit'), ZSTD(1))
)
ENGINE = MergeTree
PARTITION BY toDate(ts) ORDER BY (workspace, node, ts)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE TABLE IF NOT EXISTS host_swap
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    ts DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    total_bytes Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    used_bytes Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    free_bytes Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    in_bytes Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    out_bytes Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    utilization_e4 Int32 CODEC(Delta, T64('bit'), ZSTD(1))
)
ENGINE = MergeTree
PARTITION BY toDate(ts) ORDER BY (workspace, node, ts)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE TABLE IF NOT EXISTS host_filesystems
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    mountpoint LowCardinality(String),
    ts DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    device LowCardinality(String),
    type LowCardinality(String),
    total_bytes Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    used_bytes Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    free_bytes Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    available_bytes Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    inodes_total Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    inodes_free Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    utilization_e4 Int32 CODEC(Delta, T64('bit'), ZSTD(1)),
    read_only Bool
)
ENGINE = MergeTree
PARTITION BY toDate(ts) ORDER BY (workspace, node, mountpoint, ts)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE TABLE IF NOT EXISTS host_disks
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    device LowCardinality(String),
    ts DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    read_bytes Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    write_bytes Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    read_operations Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    write_operations Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    read_time_ms Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    write_time_ms Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    io_time_ms Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    weighted_io_time_ms Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    operations_in_progress Int32 CODEC(Delta, T64('bit'), ZSTD(1))
)
ENGINE = MergeTree
PARTITION BY toDate(ts) ORDER BY (workspace, node, device, ts)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE TABLE IF NOT EXISTS host_network
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    interface LowCardinality(String),
    ts DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    receive_bytes Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    transmit_bytes Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    receive_packets Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    transmit_packets Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    receive_errors Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    transmit_errors Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    receive_dropped Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    transmit_dropped Int64 CODEC(Delta, T64('bit'), ZSTD(1))
)
ENGINE = MergeTree
PARTITION BY toDate(ts) ORDER BY (workspace, node, interface, ts)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE TABLE IF NOT EXISTS host_temperatures
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    sensor LowCardinality(String),
    ts DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    celsius_e3 Int32 CODEC(Delta, T64('bit'), ZSTD(1))
)
ENGINE = MergeTree
PARTITION BY toDate(ts) ORDER BY (workspace, node, sensor, ts)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE TABLE IF NOT EXISTS host_fans
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    sensor LowCardinality(String),
    ts DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    revolutions_per_minute Int32 CODEC(Delta, T64('bit'), ZSTD(1))
)
ENGINE = MergeTree
PARTITION BY toDate(ts) ORDER BY (workspace, node, sensor, ts)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE TABLE IF NOT EXISTS host_processes
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    ts DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    total Int32 CODEC(Delta, T64('bit'), ZSTD(1)),
    running Int32 CODEC(Delta, T64('bit'), ZSTD(1)),
    sleeping Int32 CODEC(Delta, T64('bit'), ZSTD(1)),
    blocked Int32 CODEC(Delta, T64('bit'), ZSTD(1)),
    zombie Int32 CODEC(Delta, T64('bit'), ZSTD(1)),
    stopped Int32 CODEC(Delta, T64('bit'), ZSTD(1)),
    idle Int32 CODEC(Delta, T64('bit'), ZSTD(1)),
    threads Int32 CODEC(Delta, T64('bit'), ZSTD(1)),
    created Int64 CODEC(Delta, T64('bit'), ZSTD(1))
)
ENGINE = MergeTree
PARTITION BY toDate(ts) ORDER BY (workspace, node, ts)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE TABLE IF NOT EXISTS host_top_processes
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    pid Int32,
    ts DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    command LowCardinality(String),
    user LowCardinality(String),
    cpu_utilization_e4 Int32 CODEC(Delta, T64('bit'), ZSTD(1)),
    resident_bytes Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    threads Int32 CODEC(Delta, T64('bit'), ZSTD(1))
)
ENGINE = MergeTree
PARTITION BY toDate(ts) ORDER BY (workspace, node, pid, ts)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE TABLE IF NOT EXISTS host_pressure
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    ts DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    cpu_some_us Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    memory_some_us Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    memory_full_us Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    io_some_us Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    io_full_us Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    cpu_some_avg10_e4 Int32 CODEC(Delta, T64('bit'), ZSTD(1)),
    memory_some_avg10_e4 Int32 CODEC(Delta, T64('bit'), ZSTD(1)),
    memory_full_avg10_e4 Int32 CODEC(Delta, T64('bit'), ZSTD(1)),
    io_some_avg10_e4 Int32 CODEC(Delta, T64('bit'), ZSTD(1)),
    io_full_avg10_e4 Int32 CODEC(Delta, T64('bit'), ZSTD(1))
)
ENGINE = MergeTree
PARTITION BY toDate(ts) ORDER BY (workspace, node, ts)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE TABLE IF NOT EXISTS host_sockets
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    ts DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    used Int32 CODEC(Delta, T64('bit'), ZSTD(1)),
    tcp_in_use Int32 CODEC(Delta, T64('bit'), ZSTD(1)),
    tcp_established Int32 CODEC(Delta, T64('bit'), ZSTD(1)),
    tcp_time_wait Int32 CODEC(Delta, T64('bit'), ZSTD(1)),
    tcp_orphan Int32 CODEC(Delta, T64('bit'), ZSTD(1)),
    udp_in_use Int32 CODEC(Delta, T64('bit'), ZSTD(1)),
    tcp_retransmitted_segments Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    tcp_active_opens Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    tcp_passive_opens Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    udp_receive_errors Int64 CODEC(Delta, T64('bit'), ZSTD(1))
)
ENGINE = MergeTree
PARTITION BY toDate(ts) ORDER BY (workspace, node, ts)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE TABLE IF NOT EXISTS host_collector
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    ts DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    sampled_events Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    published_events Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    dropped_events Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    publish_failures Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    corrupt_spool_records Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    spool_events Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    spool_bytes Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    cpu_ms Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    resident_bytes Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    tick_delay_ms Int32 CODEC(Delta, T64('bit'), ZSTD(1))
)
ENGINE = MergeTree
PARTITION BY toDate(ts) ORDER BY (workspace, node, ts)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE TABLE IF NOT EXISTS host_collector_modules
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    module LowCardinality(String),
    ts DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    duration_us Int32 CODEC(Delta, T64('bit'), ZSTD(1)),
    failures Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    failing Bool,
    error String CODEC(ZSTD(1)),
    source LowCardinality(String)
)
ENGINE = MergeTree
PARTITION BY toDate(ts) ORDER BY (workspace, node, module, ts)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;
