-- The contract for Grafana and other readers: one view per typed table, in base units (seconds, bytes, ratios
-- from 0 to 1, celsius, hertz), time in the column "time". Columns are added, never renamed or removed.
-- Counters are cumulative here too. The views over rollups follow the metric catalogue, so the migrator makes
-- them (catalogue-views.ts).

CREATE VIEW IF NOT EXISTS v_host_cpu AS
SELECT
    workspace,
    node,
    ts AS time,
    utilization_e4 / 10000 AS utilization,
    user_ms / 1000 AS user_seconds,
    nice_ms / 1000 AS nice_seconds,
    system_ms / 1000 AS system_seconds,
    idle_ms / 1000 AS idle_seconds,
    iowait_ms / 1000 AS iowait_seconds,
    interrupt_ms / 1000 AS interrupt_seconds,
    softirq_ms / 1000 AS softirq_seconds,
    steal_ms / 1000 AS steal_seconds,
    context_switches,
    interrupts,
    frequency_hz AS frequency_hertz
FROM host_cpu;

CREATE VIEW IF NOT EXISTS v_host_cores AS
SELECT
    workspace,
    node,
    core,
    ts AS time,
    utilization_e4 / 10000 AS utilization
FROM host_cores;

CREATE VIEW IF NOT EXISTS v_host_load AS
SELECT
    workspace,
    node,
    ts AS time,
    one_minute_e2 / 100 AS one_minute,
    five_minutes_e2 / 100 AS five_minutes,
    fifteen_minutes_e2 / 100 AS fifteen_minutes,
    uptime_ms / 1000 AS uptime_seconds
FROM host_load;

CREATE VIEW IF NOT EXISTS v_host_memory AS
SELECT
    workspace,
    node,
    ts AS time,
    total_bytes,
    available_bytes,
    used_bytes,
    free_bytes,
    buffers_bytes,
    cached_bytes,
    slab_reclaimable_bytes,
    slab_unreclaimable_bytes,
    shared_bytes,
    dirty_bytes,
    committed_bytes,
    utilization_e4 / 10000 AS utilization,
    page_faults,
    major_page_faults
FROM host_memory;

CREATE VIEW IF NOT EXISTS v_host_swap AS
SELECT
    workspace,
    node,
    ts AS time,
    total_bytes,
    used_bytes,
    free_bytes,
    in_bytes,
    out_bytes,
    utilization_e4 / 10000 AS utilization
FROM host_swap;

CREATE VIEW IF NOT EXISTS v_host_filesystems AS
SELECT
    workspace,
    node,
    mountpoint,
    ts AS time,
    device,
    type,
    total_bytes,
    used_bytes,
    free_bytes,
    available_bytes,
    inodes_total,
    inodes_free,
    utilization_e4 / 10000 AS utilization,
    read_only
FROM host_filesystems;

CREATE VIEW IF NOT EXISTS v_host_disks AS
SELECT
    workspace,
    node,
    device,
    ts AS time,
    read_bytes,
    write_bytes,
    read_operations,
    write_operations,
    read_time_ms / 1000 AS read_time_seconds,
    write_time_ms / 1000 AS write_time_seconds,
    io_time_ms / 1000 AS io_time_seconds,
    weighted_io_time_ms / 1000 AS weighted_io_time_seconds,
    operations_in_progress
FROM host_disks;

CREATE VIEW IF NOT EXISTS v_host_network AS
SELECT
    workspace,
    node,
    interface,
    ts AS time,
    receive_bytes,
    transmit_bytes,
    receive_packets,
    transmit_packets,
    receive_errors,
    transmit_errors,
    receive_dropped,
    transmit_dropped
FROM host_network;

CREATE VIEW IF NOT EXISTS v_host_temperatures AS
SELECT
    workspace,
    node,
    sensor,
    ts AS time,
    celsius_e3 / 1000 AS celsius
FROM host_temperatures;

CREATE VIEW IF NOT EXISTS v_host_fans AS
SELECT
    workspace,
    node,
    sensor,
    ts AS time,
    revolutions_per_minute
FROM host_fans;

CREATE VIEW IF NOT EXISTS v_host_processes AS
SELECT
    workspace,
    node,
    ts AS time,
    total,
    running,
    sleeping,
    blocked,
    zombie,
    stopped,
    idle,
    threads,
    created
FROM host_processes;

CREATE VIEW IF NOT EXISTS v_host_top_processes AS
SELECT
    workspace,
    node,
    pid,
    ts AS time,
    command,
    user,
    cpu_utilization_e4 / 10000 AS cpu_utilization,
    resident_bytes,
    threads
FROM host_top_processes;

CREATE VIEW IF NOT EXISTS v_host_pressure AS
SELECT
    workspace,
    node,
    ts AS time,
    cpu_some_us / 1000000 AS cpu_some_seconds,
    memory_some_us / 1000000 AS memory_some_seconds,
    memory_full_us / 1000000 AS memory_full_seconds,
    io_some_us / 1000000 AS io_some_seconds,
    io_full_us / 1000000 AS io_full_seconds,
    cpu_some_avg10_e4 / 10000 AS cpu_some_avg10,
    memory_some_avg10_e4 / 10000 AS memory_some_avg10,
    memory_full_avg10_e4 / 10000 AS memory_full_avg10,
    io_some_avg10_e4 / 10000 AS io_some_avg10,
    io_full_avg10_e4 / 10000 AS io_full_avg10
FROM host_pressure;

CREATE VIEW IF NOT EXISTS v_host_sockets AS
SELECT
    workspace,
    node,
    ts AS time,
    used,
    tcp_in_use,
    tcp_established,
    tcp_time_wait,
    tcp_orphan,
    udp_in_use,
    tcp_retransmitted_segments,
    tcp_active_opens,
    tcp_passive_opens,
    udp_receive_errors
FROM host_sockets;

CREATE VIEW IF NOT EXISTS v_host_collector AS
SELECT
    workspace,
    node,
    ts AS time,
    sampled_events,
    published_events,
    dropped_events,
    publish_failures,
    corrupt_spool_records,
    spool_events,
    spool_bytes,
    cpu_ms / 1000 AS cpu_seconds,
    resident_bytes,
    tick_delay_ms / 1000 AS tick_delay_seconds
FROM host_collector;

CREATE VIEW IF NOT EXISTS v_host_collector_modules AS
SELECT
    workspace,
    node,
    module,
    ts AS time,
    duration_us / 1000000 AS duration_seconds,
    failures,
    failing,
    error,
    source
FROM host_collector_modules;

CREATE VIEW IF NOT EXISTS v_host_inventory AS
SELECT
    workspace,
    node,
    ts AS time,
    * EXCEPT (workspace, node, ts, booted_at_ms),
    fromUnixTimestamp64Milli(booted_at_ms, 'UTC') AS booted_at
FROM host_inventory;

CREATE VIEW IF NOT EXISTS v_nodes AS
SELECT
    workspace,
    node,
    min(known_nodes.first_seen) AS first_seen,
    max(known_nodes.last_seen) AS last_seen
FROM known_nodes
GROUP BY workspace, node;
