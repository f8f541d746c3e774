-- Surveys and configurations get landing tables; those of hosts and inventories get the fields that their events have
-- gained. As in 0001, `event` mirrors the message; of a HostSampled, landing_host has the modules of the base
-- interval and landing_survey the surveys: what a table lacks is skipped when an insert is parsed. Columns that others
-- have gained go all the way to the stable views here.

CREATE TABLE IF NOT EXISTS landing_survey
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    event_seq UInt64,
    event_index UInt32,
    received_at_ms Int64,
    family LowCardinality(String),
    event Tuple(
        boot_id UInt64, sequence UInt64, observed_at_ms Int64,
        gpus Tuple(
            interval_ms UInt32,
            items Nested(
                id LowCardinality(String), name LowCardinality(String), driver LowCardinality(String),
                utilization_e4 Nullable(Int32), memory_total_bytes Nullable(Int64),
                memory_used_bytes Nullable(Int64), celsius_e3 Nullable(Int32), watts_e3 Nullable(Int32),
                limit_watts_e3 Nullable(Int32), fan_utilization_e4 Nullable(Int32), clock_hz Nullable(Int64),
                memory_clock_hz Nullable(Int64))),
        batteries Tuple(
            interval_ms UInt32,
            items Nested(
                name LowCardinality(String), status LowCardinality(String), charge_e4 Nullable(Int32),
                health_e4 Nullable(Int32), watts_e3 Nullable(Int32), volts_e3 Nullable(Int32),
                cycles Nullable(Int64), time_left_ms Nullable(Int64), model LowCardinality(String)),
            mains_online Nullable(Bool)),
        raids Tuple(
            interval_ms UInt32,
            items Nested(
                name LowCardinality(String), level LowCardinality(String), state LowCardinality(String),
                size_bytes Int64, devices_total Int32, devices_active Int32, devices_failed Int32,
                devices_spare Int32, progress_e4 Nullable(Int32), members Array(LowCardinality(String)))),
        physical_disks Tuple(
            interval_ms UInt32,
            items Nested(
                device LowCardinality(String), model LowCardinality(String), serial LowCardinality(String),
                firmware LowCardinality(String), type LowCardinality(String), size_bytes Int64,
                healthy Nullable(Bool), celsius_e3 Nullable(Int32), power_on_hours Nullable(Int64),
                power_cycles Nullable(Int64), reallocated_sectors Nullable(Int64), pending_sectors Nullable(Int64),
                uncorrectable_errors Nullable(Int64), endurance_used_e4 Nullable(Int32),
                written_bytes Nullable(Int64), read_bytes Nullable(Int64))),
        power Tuple(
            interval_ms UInt32,
            voltages Nested(sensor LowCardinality(String), volts_e3 Int32),
            currents Nested(sensor LowCardinality(String), amperes_e3 Int32),
            draws Nested(sensor LowCardinality(String), watts_e3 Int64),
            energies Nested(sensor LowCardinality(String), joules_e3 Int64)),
        kernel Tuple(
            interval_ms UInt32, open_files Int64, open_files_max Int64, conntrack_entries Nullable(Int64),
            conntrack_max Nullable(Int64), oom_kills Nullable(Int64), threads_max Int64, pids_max Int64,
            entropy_bits Nullable(Int32), inodes_allocated Int64),
        connections Tuple(
            interval_ms UInt32,
            items Nested(transport LowCardinality(String), state LowCardinality(String), count Int32)),
        clock Tuple(
            interval_ms UInt32, synchronized Bool, offset_us Nullable(Int64), root_delay_us Nullable(Int64),
            root_dispersion_us Nullable(Int64), stratum Nullable(Int32), frequency_error_ppb Nullable(Int64),
            service LowCardinality(String), reference LowCardinality(String)),
        users Tuple(
            interval_ms UInt32,
            items Nested(user String, terminal String, remote_host String, since_ms Int64, pid Int32)),
        updates Tuple(
            interval_ms UInt32, manager LowCardinality(String), pending Int32, security Int32, reboot_required Bool,
            refreshed_at_ms Nullable(Int64),
            items Nested(package String, installed_version String, candidate_version String, security Bool)),
        containers Tuple(
            interval_ms UInt32,
            items Nested(
                id LowCardinality(String), name LowCardinality(String), image LowCardinality(String),
                runtime LowCardinality(String), state LowCardinality(String), health LowCardinality(String),
                created_at_ms Nullable(Int64), started_at_ms Nullable(Int64), cpu_ms Nullable(Int64),
                cpu_utilization_e4 Nullable(Int32), memory_bytes Nullable(Int64), working_set_bytes Nullable(Int64),
                memory_limit_bytes Nullable(Int64), page_faults Nullable(Int64), disk_read_bytes Nullable(Int64),
                disk_write_bytes Nullable(Int64), receive_bytes Nullable(Int64), transmit_bytes Nullable(Int64),
                processes Nullable(Int32), restarts Nullable(Int64))),
        units Tuple(
            interval_ms UInt32, system_state LowCardinality(String), total Int32, active Int32, failed Int32,
            items Nested(
                name LowCardinality(String), load_state LowCardinality(String), active_state LowCardinality(String),
                sub_state LowCardinality(String), description LowCardinality(String), since_ms Nullable(Int64),
                restarts Nullable(Int64), cpu_ms Nullable(Int64), memory_bytes Nullable(Int64),
                tasks Nullable(Int64))),
        tasks Tuple(
            interval_ms UInt32,
            items Nested(
                name String, kind String, origin String, schedule String, user String, timezone String,
                next_run_at_ms Nullable(Int64), last_run_at_ms Nullable(Int64), error String)),
        alerts Tuple(
            interval_ms UInt32, hostname LowCardinality(String),
            items Nested(
                id String, name String, status String, value Nullable(Float64), units String, info String,
                chart String, last_status_change_at_ms Int64)),
        sources Nested(module LowCardinality(String), source LowCardinality(String))),
    gpus MATERIALIZED event.gpus,
    batteries MATERIALIZED event.batteries,
    raids MATERIALIZED event.raids,
    physical_disks MATERIALIZED event.physical_disks,
    power MATERIALIZED event.power,
    kernel MATERIALIZED event.kernel,
    connections MATERIALIZED event.connections,
    clock MATERIALIZED event.clock,
    users MATERIALIZED event.users,
    updates MATERIALIZED event.updates,
    containers MATERIALIZED event.containers,
    units MATERIALIZED event.units,
    tasks MATERIALIZED event.tasks,
    alerts MATERIALIZED event.alerts,
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

CREATE TABLE IF NOT EXISTS landing_configuration
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    event_seq UInt64,
    event_index UInt32,
    received_at_ms Int64,
    family LowCardinality(String),
    event Tuple(
        boot_id UInt64, sequence UInt64, observed_at_ms Int64, sampling Bool, base_interval_ms UInt32,
        modules Nested(module String, enabled Bool, interval_ms UInt32, sources Array(String)),
        thresholds Nested(metric String, warning Float64, critical Float64, below Bool),
        logs Nested(name String, display_name String, enabled Bool, line_limit UInt32, redacts Bool, kind String),
        log_interval_ms UInt32, netdata_enabled Bool, netdata_url String),
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

ALTER TABLE landing_host
    MODIFY COLUMN event Tuple(
        boot_id UInt64, sequence UInt64, observed_at_ms Int64,
        cpu Tuple(
            interval_ms UInt32, utilization_e4 Int32, user_ms Int64, nice_ms Int64, system_ms Int64, idle_ms Int64,
            iowait_ms Int64, interrupt_ms Int64, softirq_ms Int64, steal_ms Int64, context_switches Int64,
            interrupts Int64, frequency_hz Nullable(Int64),
            cores Nested(number UInt32, utilization_e4 Int32)),
        load Tuple(
            interval_ms UInt32, one_minute_e2 Int32, five_minutes_e2 Int32, fifteen_minutes_e2 Int32,
            uptime_ms Int64),
        memory Tuple(
            interval_ms UInt32, total_bytes Int64, available_bytes Int64, used_bytes Int64, free_bytes Int64,
            buffers_bytes Int64, cached_bytes Int64, slab_reclaimable_bytes Int64, slab_unreclaimable_bytes Int64,
            shared_bytes Int64, dirty_bytes Int64, committed_bytes Int64, utilization_e4 Int32, page_faults Int64,
            major_page_faults Int64),
        swap Tuple(
            interval_ms UInt32, total_bytes Int64, used_bytes Int64, free_bytes Int64, in_bytes Int64,
            out_bytes Int64, utilization_e4 Int32),
        filesystems Tuple(
            interval_ms UInt32,
            items Nested(
                mountpoint String, device LowCardinality(String), type LowCardinality(String), total_bytes Int64,
                used_bytes Int64, free_bytes Int64, available_bytes Int64, inodes_total Int64, inodes_free Int64,
                utilization_e4 Int32, read_only Bool)),
        disks Tuple(
            interval_ms UInt32,
            items Nested(
                device LowCardinality(String), read_bytes Int64, write_bytes Int64, read_operations Int64,
                write_operations Int64, read_time_ms Int64, write_time_ms Int64, io_time_ms Int64,
                weighted_io_time_ms Int64, operations_in_progress Int32, read_merged Int64, write_merged Int64)),
        network Tuple(
            interval_ms UInt32,
            items Nested(
                name LowCardinality(String), receive_bytes Int64, transmit_bytes Int64, receive_packets Int64,
                transmit_packets Int64, receive_errors Int64, transmit_errors Int64, receive_dropped Int64,
                transmit_dropped Int64)),
        sensors Tuple(
            interval_ms UInt32,
            temperatures Nested(sensor LowCardinality(String), celsius_e3 Int32),
            fans Nested(sensor LowCardinality(String), revolutions_per_minute Int32)),
        processes Tuple(
            interval_ms UInt32, total Int32, running Int32, sleeping Int32, blocked Int32, zombie Int32,
            stopped Int32, idle Int32, threads Int32, created Int64,
            top Nested(
                pid Int32, command LowCardinality(String), user LowCardinality(String), cpu_utilization_e4 Int32,
                resident_bytes Int64, threads Int32, virtual_bytes Int64, cpu_ms Int64, page_faults Int64,
                major_page_faults Int64, read_bytes Nullable(Int64), write_bytes Nullable(Int64),
                voluntary_context_switches Nullable(Int64), involuntary_context_switches Nullable(Int64),
                open_files Nullable(Int32), started_at_ms Int64)),
        pressure Tuple(
            interval_ms UInt32, cpu_some_us Int64, memory_some_us Int64, memory_full_us Int64, io_some_us Int64,
            io_full_us Int64, cpu_some_avg10_e4 Int32, memory_some_avg10_e4 Int32, memory_full_avg10_e4 Int32,
            io_some_avg10_e4 Int32, io_full_avg10_e4 Int32),
        sockets Tuple(
            interval_ms UInt32, used Int32, tcp_in_use Int32, tcp_established Int32, tcp_time_wait Int32,
            tcp_orphan Int32, udp_in_use Int32, tcp_retransmitted_segments Int64, tcp_active_opens Int64,
            tcp_passive_opens Int64, udp_receive_errors Int64),
        collector Tuple(
            interval_ms UInt32, sampled_events Int64, published_events Int64, dropped_events Int64,
            publish_failures Int64, corrupt_spool_records Int64, spool_events Int64, spool_bytes Int64, cpu_ms Int64,
            resident_bytes Int64, tick_delay_ms Int32,
            modules Nested(
                module LowCardinality(String), duration_us Int32, failures Int64, failing Bool, error String,
                source LowCardinality(String))),
        sources Nested(module LowCardinality(String), source LowCardinality(String))),
    MODIFY COLUMN disks Tuple(
        interval_ms UInt32,
        items Nested(
            device LowCardinality(String), read_bytes Int64, write_bytes Int64, read_operations Int64,
            write_operations Int64, read_time_ms Int64, write_time_ms Int64, io_time_ms Int64,
            weighted_io_time_ms Int64, operations_in_progress Int32, read_merged Int64, write_merged Int64))
        MATERIALIZED event.disks,
    MODIFY COLUMN processes Tuple(
        interval_ms UInt32, total Int32, running Int32, sleeping Int32, blocked Int32, zombie Int32, stopped Int32,
        idle Int32, threads Int32, created Int64,
        top Nested(
            pid Int32, command LowCardinality(String), user LowCardinality(String), cpu_utilization_e4 Int32,
            resident_bytes Int64, threads Int32, virtual_bytes Int64, cpu_ms Int64, page_faults Int64,
            major_page_faults Int64, read_bytes Nullable(Int64), write_bytes Nullable(Int64),
            voluntary_context_switches Nullable(Int64), involuntary_context_switches Nullable(Int64),
            open_files Nullable(Int32), started_at_ms Int64)) MATERIALIZED event.processes;

ALTER TABLE landing_inventory
    MODIFY COLUMN event Tuple(
        boot_id UInt64, sequence UInt64, observed_at_ms Int64, hostname String, os_type String, os_name String,
        os_version String, kernel_release String, architecture String, cpu_model String, cpu_logical_count UInt32,
        cpu_physical_count UInt32, memory_bytes Int64, booted_at_ms Int64, virtualization String, timezone String,
        collector_version String, runtime String, node_role String, node_asn String,
        interfaces Nested(
            name String, mac_address String, ipv4_addresses Array(String), ipv6_addresses Array(String),
            speed_bits_per_second Nullable(Int64), up Bool),
        node_tags Array(String), node_country String, hardware_vendor String, hardware_model String);

-- The tables, their views and the stable views that carry the new columns. NULL where the reading is older: a counter
-- that seems to begin at zero would seem to grow by all that it has counted. An older collector sends zero.

ALTER TABLE host_disks
    ADD COLUMN IF NOT EXISTS read_merged Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1)),
    ADD COLUMN IF NOT EXISTS write_merged Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1));

ALTER TABLE host_top_processes
    ADD COLUMN IF NOT EXISTS virtual_bytes Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1)),
    ADD COLUMN IF NOT EXISTS cpu_ms Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1)),
    ADD COLUMN IF NOT EXISTS page_faults Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1)),
    ADD COLUMN IF NOT EXISTS major_page_faults Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1)),
    ADD COLUMN IF NOT EXISTS read_bytes Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1)),
    ADD COLUMN IF NOT EXISTS write_bytes Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1)),
    ADD COLUMN IF NOT EXISTS voluntary_context_switches Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1)),
    ADD COLUMN IF NOT EXISTS involuntary_context_switches Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1)),
    ADD COLUMN IF NOT EXISTS open_files Nullable(Int32) CODEC(Delta, T64('bit'), ZSTD(1)),
    ADD COLUMN IF NOT EXISTS started_at_ms Nullable(Int64) CODEC(Delta, T64('bit'), ZSTD(1));

ALTER TABLE host_inventory
    ADD COLUMN IF NOT EXISTS node_tags Array(LowCardinality(String)) CODEC(ZSTD(1)),
    ADD COLUMN IF NOT EXISTS node_country LowCardinality(String),
    ADD COLUMN IF NOT EXISTS hardware_vendor LowCardinality(String),
    ADD COLUMN IF NOT EXISTS hardware_model LowCardinality(String);

-- Where modules of the event were read from, those that were read from the host itself left out.
ALTER TABLE host_events
    ADD COLUMN IF NOT EXISTS sources
        Array(Tuple(module LowCardinality(String), source LowCardinality(String))) CODEC(ZSTD(1));

ALTER TABLE mv_host_disks MODIFY QUERY
SELECT
    workspace, node, observed_at AS ts, disk.device AS device, disk.read_bytes AS read_bytes,
    disk.write_bytes AS write_bytes, disk.read_operations AS read_operations,
    disk.write_operations AS write_operations, disk.read_time_ms AS read_time_ms, disk.write_time_ms AS write_time_ms,
    disk.io_time_ms AS io_time_ms, disk.weighted_io_time_ms AS weighted_io_time_ms,
    disk.operations_in_progress AS operations_in_progress, nullIf(disk.read_merged, 0) AS read_merged,
    nullIf(disk.write_merged, 0) AS write_merged
FROM landing_host
ARRAY JOIN disks.items AS disk
WHERE implausible = '' AND disks.interval_ms > 0;

ALTER TABLE mv_host_top_processes MODIFY QUERY
SELECT
    workspace, node, observed_at AS ts, process.pid AS pid, process.command AS command, process.user AS user,
    process.cpu_utilization_e4 AS cpu_utilization_e4, process.resident_bytes AS resident_bytes,
    process.threads AS threads, process.virtual_bytes AS virtual_bytes, process.cpu_ms AS cpu_ms,
    process.page_faults AS page_faults, process.major_page_faults AS major_page_faults,
    process.read_bytes AS read_bytes, process.write_bytes AS write_bytes,
    process.voluntary_context_switches AS voluntary_context_switches,
    process.involuntary_context_switches AS involuntary_context_switches, process.open_files AS open_files,
    process.started_at_ms AS started_at_ms
FROM landing_host
ARRAY JOIN processes.top AS process
WHERE implausible = '' AND processes.interval_ms > 0;

ALTER TABLE mv_host_inventory MODIFY QUERY
SELECT
    workspace, node, observed_at AS ts, event.hostname AS hostname, event.os_type AS os_type,
    event.os_name AS os_name, event.os_version AS os_version, event.kernel_release AS kernel_release,
    event.architecture AS architecture, event.cpu_model AS cpu_model, event.cpu_logical_count AS cpu_logical_count,
    event.cpu_physical_count AS cpu_physical_count, event.memory_bytes AS memory_bytes,
    event.booted_at_ms AS booted_at_ms, event.virtualization AS virtualization, event.timezone AS timezone,
    event.collector_version AS collector_version, event.runtime AS runtime, event.node_role AS node_role,
    event.node_asn AS node_asn, event.interfaces AS interfaces, event.node_tags AS node_tags,
    event.node_country AS node_country, event.hardware_vendor AS hardware_vendor,
    event.hardware_model AS hardware_model
FROM landing_inventory
WHERE implausible = '';

ALTER TABLE mv_host_events_of_host MODIFY QUERY
SELECT
    workspace, node, family, event_seq, event_index, event.boot_id AS boot_id, event.sequence AS sequence,
    observed_at, received_at, event.sources AS sources
FROM landing_host
WHERE implausible = '';

CREATE OR REPLACE VIEW v_host_disks AS
SELECT
    workspace, node, device, ts AS time, read_bytes, write_bytes, read_operations, write_operations,
    read_time_ms / 1000 AS read_time_seconds, write_time_ms / 1000 AS write_time_seconds,
    io_time_ms / 1000 AS io_time_seconds, weighted_io_time_ms / 1000 AS weighted_io_time_seconds,
    operations_in_progress, read_merged, write_merged
FROM host_disks;

CREATE OR REPLACE VIEW v_host_top_processes AS
SELECT
    workspace, node, pid, ts AS time, command, user, cpu_utilization_e4 / 10000 AS cpu_utilization, resident_bytes,
    threads, virtual_bytes, cpu_ms / 1000 AS cpu_seconds, page_faults, major_page_faults, read_bytes, write_bytes,
    voluntary_context_switches, involuntary_context_switches, open_files,
    fromUnixTimestamp64Milli(started_at_ms, 'UTC') AS started_at
FROM host_top_processes;

CREATE OR REPLACE VIEW v_host_inventory AS
SELECT
    workspace, node, ts AS time, * EXCEPT (workspace, node, ts, booted_at_ms),
    fromUnixTimestamp64Milli(booted_at_ms, 'UTC') AS booted_at
FROM host_inventory;
