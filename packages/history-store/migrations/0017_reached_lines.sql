-- How far lines of a node were stored, as its readings tell: what nothing follows is missed by that.
-- As in 0007, `event` is stated as a whole.

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
        sources Nested(module LowCardinality(String), source LowCardinality(String)),
        reached Nested(family String, boot_id UInt64, sequence UInt64, observed_at_ms Int64));

ALTER TABLE landing_survey
    MODIFY COLUMN event Tuple(
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
        sources Nested(module LowCardinality(String), source LowCardinality(String)),
        reached Nested(family String, boot_id UInt64, sequence UInt64, observed_at_ms Int64));

-- So many lines of an event are kept, and only with numbers that events may have.
ALTER TABLE host_events
    ADD COLUMN IF NOT EXISTS reached
        Array(Tuple(family String, boot_id UInt64, sequence UInt64, observed_at_ms Int64)) CODEC(ZSTD(1));

ALTER TABLE mv_host_events_of_host MODIFY QUERY
SELECT
    workspace, node, family, event_seq, event_index, event.boot_id AS boot_id, event.sequence AS sequence,
    observed_at, received_at, event.sources AS sources,
    arraySlice(arrayFilter(
        line -> line.sequence > 0 AND line.sequence <= 9007199254740991 AND line.boot_id <= 9007199254740991
            AND line.observed_at_ms > 0 AND line.observed_at_ms <= received_at_ms + 300000,
        event.reached), 1, 100) AS reached
FROM landing_host
WHERE implausible = '';

ALTER TABLE mv_host_events_of_survey MODIFY QUERY
SELECT
    workspace, node, family, event_seq, event_index, event.boot_id AS boot_id, event.sequence AS sequence,
    observed_at, received_at, event.sources AS sources,
    arraySlice(arrayFilter(
        line -> line.sequence > 0 AND line.sequence <= 9007199254740991 AND line.boot_id <= 9007199254740991
            AND line.observed_at_ms > 0 AND line.observed_at_ms <= received_at_ms + 300000,
        event.reached), 1, 100) AS reached
FROM landing_survey
WHERE implausible = '';
