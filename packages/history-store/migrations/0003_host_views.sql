-- One view per typed table: an insert into a landing table is one block, and each view makes one part of it.
-- A sub-message that was not read is absent, which arrives as zeros: interval_ms = 0 makes no row.
-- Views use no now(), no aggregates and no conversion that can fail. They may change only while no cut is open.

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_host_cpu TO host_cpu AS
SELECT
    workspace,
    node,
    observed_at AS ts,
    cpu.utilization_e4 AS utilization_e4,
    cpu.user_ms AS user_ms,
    cpu.nice_ms AS nice_ms,
    cpu.system_ms AS system_ms,
    cpu.idle_ms AS idle_ms,
    cpu.iowait_ms AS iowait_ms,
    cpu.interrupt_ms AS interrupt_ms,
    cpu.softirq_ms AS softirq_ms,
    cpu.steal_ms AS steal_ms,
    cpu.context_switches AS context_switches,
    cpu.interrupts AS interrupts,
    cpu.frequency_hz AS frequency_hz
FROM landing_host
WHERE implausible = '' AND cpu.interval_ms > 0;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_host_cores TO host_cores AS
SELECT
    workspace,
    node,
    observed_at AS ts,
    core.number AS core,
    core.utilization_e4 AS utilization_e4
FROM landing_host
ARRAY JOIN cpu.cores AS core
WHERE implausible = '' AND cpu.interval_ms > 0;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_host_load TO host_load AS
SELECT
    workspace,
    node,
    observed_at AS ts,
    load.one_minute_e2 AS one_minute_e2,
    load.five_minutes_e2 AS five_minutes_e2,
    load.fifteen_minutes_e2 AS fifteen_minutes_e2,
    load.uptime_ms AS uptime_ms
FROM landing_host
WHERE implausible = '' AND load.interval_ms > 0;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_host_memory TO host_memory AS
SELECT
    workspace,
    node,
    observed_at AS ts,
    memory.total_bytes AS total_bytes,
    memory.available_bytes AS available_bytes,
    memory.used_bytes AS used_bytes,
    memory.free_bytes AS free_bytes,
    memory.buffers_bytes AS buffers_bytes,
    memory.cached_bytes AS cached_bytes,
    memory.slab_reclaimable_bytes AS slab_reclaimable_bytes,
    memory.slab_unreclaimable_bytes AS slab_unreclaimable_bytes,
    memory.shared_bytes AS shared_bytes,
    memory.dirty_bytes AS dirty_bytes,
    memory.committed_bytes AS committed_bytes,
    memory.utilization_e4 AS utilization_e4,
    memory.page_faults AS page_faults,
    memory.major_page_faults AS major_page_faults
FROM landing_host
WHERE implausible = '' AND memory.interval_ms > 0;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_host_swap TO host_swap AS
SELECT
    workspace,
    node,
    observed_at AS ts,
    swap.total_bytes AS total_bytes,
    swap.used_bytes AS used_bytes,
    swap.free_bytes AS free_bytes,
    swap.in_bytes AS in_bytes,
    swap.out_bytes AS out_bytes,
    swap.utilization_e4 AS utilization_e4
FROM landing_host
WHERE implausible = '' AND swap.interval_ms > 0;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_host_filesystems TO host_filesystems AS
SELECT
    workspace,
    node,
    observed_at AS ts,
    filesystem.mountpoint AS mountpoint,
    filesystem.device AS device,
    filesystem.type AS type,
    filesystem.total_bytes AS total_bytes,
    filesystem.used_bytes AS used_bytes,
    filesystem.free_bytes AS free_bytes,
    filesystem.available_bytes AS available_bytes,
    filesystem.inodes_total AS inodes_total,
    filesystem.inodes_free AS inodes_free,
    filesystem.utilization_e4 AS utilization_e4,
    filesystem.read_only AS read_only
FROM landing_host
ARRAY JOIN filesystems.items AS filesystem
WHERE implausible = '' AND filesystems.interval_ms > 0;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_host_disks TO host_disks AS
SELECT
    workspace,
    node,
    observed_at AS ts,
    disk.device AS device,
    disk.read_bytes AS read_bytes,
    disk.write_bytes AS write_bytes,
    disk.read_operations AS read_operations,
    disk.write_operations AS write_operations,
    disk.read_time_ms AS read_time_ms,
    disk.write_time_ms AS write_time_ms,
    disk.io_time_ms AS io_time_ms,
    disk.weighted_io_time_ms AS weighted_io_time_ms,
    disk.operations_in_progress AS operations_in_progress
FROM landing_host
ARRAY JOIN disks.items AS disk
WHERE implausible = '' AND disks.interval_ms > 0;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_host_network TO host_network AS
SELECT
    workspace,
    node,
    observed_at AS ts,
    port.name AS interface,
    port.receive_bytes AS receive_bytes,
    port.transmit_bytes AS transmit_bytes,
    port.receive_packets AS receive_packets,
    port.transmit_packets AS transmit_packets,
    port.receive_errors AS receive_errors,
    port.transmit_errors AS transmit_errors,
    port.receive_dropped AS receive_dropped,
    port.transmit_dropped AS transmit_dropped
FROM landing_host
ARRAY JOIN network.items AS port
WHERE implausible = '' AND network.interval_ms > 0;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_host_temperatures TO host_temperatures AS
SELECT
    workspace,
    node,
    observed_at AS ts,
    temperature.sensor AS sensor,
    temperature.celsius_e3 AS celsius_e3
FROM landing_host
ARRAY JOIN sensors.temperatures AS temperature
WHERE implausible = '' AND sensors.interval_ms > 0;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_host_fans TO host_fans AS
SELECT
    workspace,
    node,
    observed_at AS ts,
    fan.sensor AS sensor,
    fan.revolutions_per_minute AS revolutions_per_minute
FROM landing_host
ARRAY JOIN sensors.fans AS fan
WHERE implausible = '' AND sensors.interval_ms > 0;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_host_processes TO host_processes AS
SELECT
    workspace,
    node,
    observed_at AS ts,
    processes.total AS total,
    processes.running AS running,
    processes.sleeping AS sleeping,
    processes.blocked AS blocked,
    processes.zombie AS zombie,
    processes.stopped AS stopped,
    processes.idle AS idle,
    processes.threads AS threads,
    processes.created AS created
FROM landing_host
WHERE implausible = '' AND processes.interval_ms > 0;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_host_top_processes TO host_top_processes AS
SELECT
    workspace,
    node,
    observed_at AS ts,
    process.pid AS pid,
    process.command AS command,
    process.user AS user,
    process.cpu_utilization_e4 AS cpu_utilization_e4,
    process.resident_bytes AS resident_bytes,
    process.threads AS threads
FROM landing_host
ARRAY JOIN processes.top AS process
WHERE implausible = '' AND processes.interval_ms > 0;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_host_pressure TO host_pressure AS
SELECT
    workspace,
    node,
    observed_at AS ts,
    pressure.cpu_some_us AS cpu_some_us,
    pressure.memory_some_us AS memory_some_us,
    pressure.memory_full_us AS memory_full_us,
    pressure.io_some_us AS io_some_us,
    pressure.io_full_us AS io_full_us,
    pressure.cpu_some_avg10_e4 AS cpu_some_avg10_e4,
    pressure.memory_some_avg10_e4 AS memory_some_avg10_e4,
    pressure.memory_full_avg10_e4 AS memory_full_avg10_e4,
    pressure.io_some_avg10_e4 AS io_some_avg10_e4,
    pressure.io_full_avg10_e4 AS io_full_avg10_e4
FROM landing_host
WHERE implausible = '' AND pressure.interval_ms > 0;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_host_sockets TO host_sockets AS
SELECT
    workspace,
    node,
    observed_at AS ts,
    sockets.used AS used,
    sockets.tcp_in_use AS tcp_in_use,
    sockets.tcp_established AS tcp_established,
    sockets.tcp_time_wait AS tcp_time_wait,
    sockets.tcp_orphan AS tcp_orphan,
    sockets.udp_in_use AS udp_in_use,
    sockets.tcp_retransmitted_segments AS tcp_retransmitted_segments,
    sockets.tcp_active_opens AS tcp_active_opens,
    sockets.tcp_passive_opens AS tcp_passive_opens,
    sockets.udp_receive_errors AS udp_receive_errors
FROM landing_host
WHERE implausible = '' AND sockets.interval_ms > 0;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_host_collector TO host_collector AS
SELECT
    workspace,
    node,
    observed_at AS ts,
    collector.sampled_events AS sampled_events,
    collector.published_events AS published_events,
    collector.dropped_events AS dropped_events,
    collector.publish_failures AS publish_failures,
    collector.corrupt_spool_records AS corrupt_spool_records,
    collector.spool_events AS spool_events,
    collector.spool_bytes AS spool_bytes,
    collector.cpu_ms AS cpu_ms,
    collector.resident_bytes AS resident_bytes,
    collector.tick_delay_ms AS tick_delay_ms
FROM landing_host
WHERE implausible = '' AND collector.interval_ms > 0;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_host_collector_modules TO host_collector_modules AS
SELECT
    workspace,
    node,
    observed_at AS ts,
    module_health.module AS module,
    module_health.duration_us AS duration_us,
    module_health.failures AS failures,
    module_health.failing AS failing,
    module_health.error AS error,
    module_health.source AS source
FROM landing_host
ARRAY JOIN collector.modules AS module_health
WHERE implausible = '' AND collector.interval_ms > 0;
