-- Where inserts land. One table per landed message (statwire/events/v1/landed.proto), ENGINE = Null:
-- nothing is kept here, the materialized views of 0003 fan each block out.
--
-- `event` mirrors the protobuf message field by field; a repeated message is a Nested, an optional
-- scalar a Nullable, an enum or bool an integer. Rates per second are left out: they are for live
-- display and are computed again from the counters.
--
-- `observed_at` is clamped so that no number a sender can write makes a conversion fail.
-- `implausible` says why an event is quarantined, or is empty; the views read nothing else to decide.
-- The migrator sets `oldest_plausible_ms` to the longest retention that is set.

CREATE TABLE IF NOT EXISTS landing_host
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
        cpu Tuple(
            interval_ms UInt32,
            utilization_e4 Int32,
            user_ms Int64,
            nice_ms Int64,
            system_ms Int64,
            idle_ms Int64,
            iowait_ms Int64,
            interrupt_ms Int64,
            softirq_ms Int64,
            steal_ms Int64,
            context_switches Int64,
            interrupts Int64,
            frequency_hz Nullable(Int64),
            cores Nested(number UInt32, utilization_e4 Int32)),
        load Tuple(
            interval_ms UInt32,
            one_minute_e2 Int32,
            five_minutes_e2 Int32,
            fifteen_minutes_e2 Int32,
            uptime_ms Int64),
        memory Tuple(
            interval_ms UInt32,
            total_bytes Int64,
            available_bytes Int64,
            used_bytes Int64,
            free_bytes Int64,
            buffers_bytes Int64,
            cached_bytes Int64,
            slab_reclaimable_bytes Int64,
            slab_unreclaimable_bytes Int64,
            shared_bytes Int64,
            dirty_bytes Int64,
            committed_bytes Int64,
            utilization_e4 Int32,
            page_faults Int64,
            major_page_faults Int64),
        swap Tuple(
            interval_ms UInt32,
            total_bytes Int64,
            used_bytes Int64,
            free_bytes Int64,
            in_bytes Int64,
            out_bytes Int64,
            utilization_e4 Int32),
        filesystems Tuple(
            interval_ms UInt32,
            items Nested(
                mountpoint String,
                device LowCardinality(String),
                type LowCardinality(String),
                total_bytes Int64,
                used_bytes Int64,
                free_bytes Int64,
                available_bytes Int64,
                inodes_total Int64,
                inodes_free Int64,
                utilization_e4 Int32,
                read_only Bool)),
        disks Tuple(
            interval_ms UInt32,
            items Nested(
                device LowCardinality(String),
                read_bytes Int64,
                write_bytes Int64,
                read_operations Int64,
                write_operations Int64,
                read_time_ms Int64,
                write_time_ms Int64,
                io_time_ms Int64,
                weighted_io_time_ms Int64,
                operations_in_progress Int32)),
        network Tuple(
            interval_ms UInt32,
            items Nested(
                name LowCardinality(String),
                receive_bytes Int64,
                transmit_bytes Int64,
                receive_packets Int64,
                transmit_packets Int64,
                receive_errors Int64,
                transmit_errors Int64,
                receive_dropped Int64,
                transmit_dropped Int64)),
        sensors Tuple(
            interval_ms UInt32,
            temperatures Nested(sensor LowCardinality(String), celsius_e3 Int32),
            fans Nested(sensor LowCardinality(String), revolutions_per_minute Int32)),
        processes Tuple(
            interval_ms UInt32,
            total Int32,
            running Int32,
            sleeping Int32,
            blocked Int32,
            zombie Int32,
            stopped Int32,
            idle Int32,
            threads Int32,
            created Int64,
            top Nested(
                pid Int32,
                command LowCardinality(String),
                user LowCardinality(String),
                cpu_utilization_e4 Int32,
                resident_bytes Int64,
                threads Int32)),
        pressure Tuple(
            interval_ms UInt32,
            cpu_some_us Int64,
            memory_some_us Int64,
            memory_full_us Int64,
            io_some_us Int64,
            io_full_us Int64,
            cpu_some_avg10_e4 Int32,
            memory_some_avg10_e4 Int32,
            memory_full_avg10_e4 Int32,
            io_some_avg10_e4 Int32,
            io_full_avg10_e4 Int32),
        sockets Tuple(
            interval_ms UInt32,
            used Int32,
            tcp_in_use Int32,
            tcp_established Int32,
            tcp_time_wait Int32,
            tcp_orphan Int32,
            udp_in_use Int32,
            tcp_retransmitted_segments Int64,
            tcp_active_opens Int64,
            tcp_passive_opens Int64,
            udp_receive_errors Int64),
        collector Tuple(
            interval_ms UInt32,
            sampled_events Int64,
            published_events Int64,
            dropped_events Int64,
            publish_failures Int64,
            corrupt_spool_records Int64,
            spool_events Int64,
            spool_bytes Int64,
            cpu_ms Int64,
            resident_bytes Int64,
            tick_delay_ms Int32,
            modules Nested(
                module LowCardinality(String),
                duration_us Int32,
                failures Int64,
                failing Bool,
                error String,
                source LowCardinality(String)))),
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
