-- The typed tables of the surveys and configurations, shaped as in 0002. What is a list of texts
-- rather than of numbers (sessions, updates, tasks, alerts) is one row a reading with the list in it: so that a reading
-- that found none is there, too. The others are one row an item.

CREATE TABLE IF NOT EXISTS host_gpus
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    id LowCardinality(String),
    ts DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    name LowCardinality(String),
    driver LowCardinality(String),
    utilization_e4 Nullable(Int32) CODEC(Delta, T64('bit'), ZSTD(1)),
    memory_total_bytes Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1)),
    memory_used_bytes Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1)),
    celsius_e3 Nullable(Int32) CODEC(Delta, T64('bit'), ZSTD(1)),
    watts_e3 Nullable(Int32) CODEC(Delta, T64('bit'), ZSTD(1)),
    limit_watts_e3 Nullable(Int32) CODEC(Delta, T64('bit'), ZSTD(1)),
    fan_utilization_e4 Nullable(Int32) CODEC(Delta, T64('bit'), ZSTD(1)),
    clock_hz Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1)),
    memory_clock_hz Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1))
)
ENGINE = MergeTree
PARTITION BY toDate(ts) ORDER BY (workspace, node, id, ts)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE TABLE IF NOT EXISTS host_batteries
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    name LowCardinality(String),
    ts DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    status LowCardinality(String),
    charge_e4 Nullable(Int32) CODEC(Delta, T64('bit'), ZSTD(1)),
    health_e4 Nullable(Int32) CODEC(Delta, T64('bit'), ZSTD(1)),
    watts_e3 Nullable(Int32) CODEC(Delta, T64('bit'), ZSTD(1)),
    volts_e3 Nullable(Int32) CODEC(Delta, T64('bit'), ZSTD(1)),
    cycles Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1)),
    time_left_ms Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1)),
    model LowCardinality(String),
    mains_online Nullable(Bool)
)
ENGINE = MergeTree
PARTITION BY toDate(ts) ORDER BY (workspace, node, name, ts)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE TABLE IF NOT EXISTS host_raids
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    name LowCardinality(String),
    ts DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    level LowCardinality(String),
    state LowCardinality(String),
    size_bytes Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    devices_total Int32 CODEC(Delta, T64('bit'), ZSTD(1)),
    devices_active Int32 CODEC(Delta, T64('bit'), ZSTD(1)),
    devices_failed Int32 CODEC(Delta, T64('bit'), ZSTD(1)),
    devices_spare Int32 CODEC(Delta, T64('bit'), ZSTD(1)),
    progress_e4 Nullable(Int32) CODEC(Delta, T64('bit'), ZSTD(1)),
    members Array(LowCardinality(String)) CODEC(ZSTD(1))
)
ENGINE = MergeTree
PARTITION BY toDate(ts) ORDER BY (workspace, node, name, ts)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE TABLE IF NOT EXISTS host_physical_disks
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    device LowCardinality(String),
    ts DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    model LowCardinality(String),
    serial LowCardinality(String),
    firmware LowCardinality(String),
    type LowCardinality(String),
    size_bytes Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    healthy Nullable(Bool),
    celsius_e3 Nullable(Int32) CODEC(Delta, T64('bit'), ZSTD(1)),
    power_on_hours Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1)),
    power_cycles Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1)),
    reallocated_sectors Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1)),
    pending_sectors Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1)),
    uncorrectable_errors Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1)),
    endurance_used_e4 Nullable(Int32) CODEC(Delta, T64('bit'), ZSTD(1)),
    written_bytes Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1)),
    read_bytes Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1))
)
ENGINE = MergeTree
PARTITION BY toDate(ts) ORDER BY (workspace, node, device, ts)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE TABLE IF NOT EXISTS host_voltages
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    sensor LowCardinality(String),
    ts DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    volts_e3 Int32 CODEC(Delta, T64('bit'), ZSTD(1))
)
ENGINE = MergeTree
PARTITION BY toDate(ts) ORDER BY (workspace, node, sensor, ts)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE TABLE IF NOT EXISTS host_currents
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    sensor LowCardinality(String),
    ts DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    amperes_e3 Int32 CODEC(Delta, T64('bit'), ZSTD(1))
)
ENGINE = MergeTree
PARTITION BY toDate(ts) ORDER BY (workspace, node, sensor, ts)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE TABLE IF NOT EXISTS host_power_draws
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    sensor LowCardinality(String),
    ts DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    watts_e3 Int64 CODEC(Delta, T64('bit'), ZSTD(1))
)
ENGINE = MergeTree
PARTITION BY toDate(ts) ORDER BY (workspace, node, sensor, ts)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE TABLE IF NOT EXISTS host_energies
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    sensor LowCardinality(String),
    ts DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    joules_e3 Int64 CODEC(Delta, T64('bit'), ZSTD(1))
)
ENGINE = MergeTree
PARTITION BY toDate(ts) ORDER BY (workspace, node, sensor, ts)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE TABLE IF NOT EXISTS host_kernel
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    ts DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    open_files Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    open_files_max Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    conntrack_entries Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1)),
    conntrack_max Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1)),
    oom_kills Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1)),
    threads_max Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    pids_max Int64 CODEC(Delta, T64('bit'), ZSTD(1)),
    entropy_bits Nullable(Int32) CODEC(Delta, T64('bit'), ZSTD(1)),
    inodes_allocated Int64 CODEC(Delta, T64('bit'), ZSTD(1))
)
ENGINE = MergeTree
PARTITION BY toDate(ts) ORDER BY (workspace, node, ts)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE TABLE IF NOT EXISTS host_connections
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    connection LowCardinality(String),
    ts DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    transport LowCardinality(String),
    state LowCardinality(String),
    count Int32 CODEC(Delta, T64('bit'), ZSTD(1))
)
ENGINE = MergeTree
PARTITION BY toDate(ts) ORDER BY (workspace, node, connection, ts)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE TABLE IF NOT EXISTS host_clock
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    ts DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    synchronized Bool,
    offset_us Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1)),
    root_delay_us Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1)),
    root_dispersion_us Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1)),
    stratum Nullable(Int32) CODEC(Delta, T64('bit'), ZSTD(1)),
    frequency_error_ppb Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1)),
    service LowCardinality(String),
    reference LowCardinality(String)
)
ENGINE = MergeTree
PARTITION BY toDate(ts) ORDER BY (workspace, node, ts)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE TABLE IF NOT EXISTS host_users
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    ts DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    sessions Int32 CODEC(Delta, T64('bit'), ZSTD(1)),
    items Array(Tuple(user String, terminal String, remote_host String, since_ms Int64, pid Int32)) CODEC(ZSTD(1))
)
ENGINE = MergeTree
PARTITION BY toDate(ts) ORDER BY (workspace, node, ts)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE TABLE IF NOT EXISTS host_updates
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    ts DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    manager LowCardinality(String),
    pending Int32 CODEC(Delta, T64('bit'), ZSTD(1)),
    security Int32 CODEC(Delta, T64('bit'), ZSTD(1)),
    reboot_required Bool,
    refreshed_at_ms Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1)),
    items Array(Tuple(package String, installed_version String, candidate_version String, security Bool)) CODEC(ZSTD(1))
)
ENGINE = MergeTree
PARTITION BY toDate(ts) ORDER BY (workspace, node, ts)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE TABLE IF NOT EXISTS host_containers
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    id LowCardinality(String),
    ts DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    name LowCardinality(String),
    image LowCardinality(String),
    runtime LowCardinality(String),
    state LowCardinality(String),
    health LowCardinality(String),
    created_at_ms Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1)),
    started_at_ms Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1)),
    cpu_ms Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1)),
    cpu_utilization_e4 Nullable(Int32) CODEC(Delta, T64('bit'), ZSTD(1)),
    memory_bytes Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1)),
    working_set_bytes Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1)),
    memory_limit_bytes Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1)),
    page_faults Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1)),
    disk_read_bytes Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1)),
    disk_write_bytes Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1)),
    receive_bytes Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1)),
    transmit_bytes Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1)),
    processes Nullable(Int32) CODEC(Delta, T64('bit'), ZSTD(1)),
    restarts Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1))
)
ENGINE = MergeTree
PARTITION BY toDate(ts) ORDER BY (workspace, node, id, ts)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE TABLE IF NOT EXISTS host_unit_totals
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    ts DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    system_state LowCardinality(String),
    total Int32 CODEC(Delta, T64('bit'), ZSTD(1)),
    active Int32 CODEC(Delta, T64('bit'), ZSTD(1)),
    failed Int32 CODEC(Delta, T64('bit'), ZSTD(1))
)
ENGINE = MergeTree
PARTITION BY toDate(ts) ORDER BY (workspace, node, ts)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE TABLE IF NOT EXISTS host_units
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    name LowCardinality(String),
    ts DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    load_state LowCardinality(String),
    active_state LowCardinality(String),
    sub_state LowCardinality(String),
    description LowCardinality(String),
    since_ms Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1)),
    restarts Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1)),
    cpu_ms Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1)),
    memory_bytes Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1)),
    tasks Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1))
)
ENGINE = MergeTree
PARTITION BY toDate(ts) ORDER BY (workspace, node, name, ts)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE TABLE IF NOT EXISTS host_tasks
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    ts DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    items Array(Tuple(
        name String, kind String, origin String, schedule String, user String, timezone String,
        next_run_at_ms Nullable(Int64), last_run_at_ms Nullable(Int64), error String)) CODEC(ZSTD(1))
)
ENGINE = MergeTree
PARTITION BY toDate(ts) ORDER BY (workspace, node, ts)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE TABLE IF NOT EXISTS host_alerts
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    ts DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    hostname LowCardinality(String),
    warning Int32 CODEC(Delta, T64('bit'), ZSTD(1)),
    critical Int32 CODEC(Delta, T64('bit'), ZSTD(1)),
    items Array(Tuple(
        id String, name String, status String, value Nullable(Float64), units String, info String, chart String,
        last_status_change_at_ms Int64)) CODEC(ZSTD(1))
)
ENGINE = MergeTree
PARTITION BY toDate(ts) ORDER BY (workspace, node, ts)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

-- One row per CollectorConfigured: about one an hour and node, kept as long as inventories.
CREATE TABLE IF NOT EXISTS collector_configurations
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    ts DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    sampling Bool,
    base_interval_ms UInt32 CODEC(Delta, T64('bit'), ZSTD(1)),
    log_interval_ms UInt32 CODEC(Delta, T64('bit'), ZSTD(1)),
    netdata_enabled Bool,
    netdata_url LowCardinality(String),
    modules Array(Tuple(module String, enabled Bool, interval_ms UInt32, sources Array(String))) CODEC(ZSTD(1)),
    thresholds Array(Tuple(metric String, warning Float64, critical Float64, below Bool)) CODEC(ZSTD(1)),
    logs Array(Tuple(
        name String, display_name String, enabled Bool, line_limit UInt32, redacts Bool, kind String)) CODEC(ZSTD(1))
)
ENGINE = MergeTree
PARTITION BY toYYYYMM(ts) ORDER BY (workspace, node, ts)
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

