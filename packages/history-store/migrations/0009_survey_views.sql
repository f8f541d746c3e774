-- The views of the surveys and configurations, shaped as in 0003 and 0004.

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_host_gpus TO host_gpus AS
SELECT
    workspace, node, observed_at AS ts, item.id AS id, item.name AS name, item.driver AS driver,
    item.utilization_e4 AS utilization_e4, item.memory_total_bytes AS memory_total_bytes,
    item.memory_used_bytes AS memory_used_bytes, item.celsius_e3 AS celsius_e3, item.watts_e3 AS watts_e3,
    item.limit_watts_e3 AS limit_watts_e3, item.fan_utilization_e4 AS fan_utilization_e4, item.clock_hz AS clock_hz,
    item.memory_clock_hz AS memory_clock_hz
FROM landing_survey
ARRAY JOIN gpus.items AS item
WHERE implausible = '' AND gpus.interval_ms > 0;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_host_batteries TO host_batteries AS
SELECT
    workspace, node, observed_at AS ts, item.name AS name, item.status AS status, item.charge_e4 AS charge_e4,
    item.health_e4 AS health_e4, item.watts_e3 AS watts_e3, item.volts_e3 AS volts_e3, item.cycles AS cycles,
    item.time_left_ms AS time_left_ms, item.model AS model, batteries.mains_online AS mains_online
FROM landing_survey
ARRAY JOIN batteries.items AS item
WHERE implausible = '' AND batteries.interval_ms > 0;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_host_raids TO host_raids AS
SELECT
    workspace, node, observed_at AS ts, item.name AS name, item.level AS level, item.state AS state,
    item.size_bytes AS size_bytes, item.devices_total AS devices_total, item.devices_active AS devices_active,
    item.devices_failed AS devices_failed, item.devices_spare AS devices_spare, item.progress_e4 AS progress_e4,
    item.members AS members
FROM landing_survey
ARRAY JOIN raids.items AS item
WHERE implausible = '' AND raids.interval_ms > 0;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_host_physical_disks TO host_physical_disks AS
SELECT
    workspace, node, observed_at AS ts, item.device AS device, item.model AS model, item.serial AS serial,
    item.firmware AS firmware, item.type AS type, item.size_bytes AS size_bytes, item.healthy AS healthy,
    item.celsius_e3 AS celsius_e3, item.power_on_hours AS power_on_hours, item.power_cycles AS power_cycles,
    item.reallocated_sectors AS reallocated_sectors, item.pending_sectors AS pending_sectors,
    item.uncorrectable_errors AS uncorrectable_errors, item.endurance_used_e4 AS endurance_used_e4,
    item.written_bytes AS written_bytes, item.read_bytes AS read_bytes
FROM landing_survey
ARRAY JOIN physical_disks.items AS item
WHERE implausible = '' AND physical_disks.interval_ms > 0;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_host_voltages TO host_voltages AS
SELECT
    workspace, node, observed_at AS ts, item.sensor AS sensor, item.volts_e3 AS volts_e3
FROM landing_survey
ARRAY JOIN power.voltages AS item
WHERE implausible = '' AND power.interval_ms > 0;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_host_currents TO host_currents AS
SELECT
    workspace, node, observed_at AS ts, item.sensor AS sensor, item.amperes_e3 AS amperes_e3
FROM landing_survey
ARRAY JOIN power.currents AS item
WHERE implausible = '' AND power.interval_ms > 0;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_host_power_draws TO host_power_draws AS
SELECT
    workspace, node, observed_at AS ts, item.sensor AS sensor, item.watts_e3 AS watts_e3
FROM landing_survey
ARRAY JOIN power.draws AS item
WHERE implausible = '' AND power.interval_ms > 0;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_host_energies TO host_energies AS
SELECT
    workspace, node, observed_at AS ts, item.sensor AS sensor, item.joules_e3 AS joules_e3
FROM landing_survey
ARRAY JOIN power.energies AS item
WHERE implausible = '' AND power.interval_ms > 0;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_host_kernel TO host_kernel AS
SELECT
    workspace, node, observed_at AS ts, kernel.open_files AS open_files, kernel.open_files_max AS open_files_max,
    kernel.conntrack_entries AS conntrack_entries, kernel.conntrack_max AS conntrack_max,
    kernel.oom_kills AS oom_kills, kernel.threads_max AS threads_max, kernel.pids_max AS pids_max,
    kernel.entropy_bits AS entropy_bits, kernel.inodes_allocated AS inodes_allocated
FROM landing_survey
WHERE implausible = '' AND kernel.interval_ms > 0;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_host_connections TO host_connections AS
SELECT
    workspace, node, observed_at AS ts, concat(item.transport, ':', item.state) AS connection,
    item.transport AS transport, item.state AS state, item.count AS count
FROM landing_survey
ARRAY JOIN connections.items AS item
WHERE implausible = '' AND connections.interval_ms > 0;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_host_clock TO host_clock AS
SELECT
    workspace, node, observed_at AS ts, clock.synchronized AS synchronized, clock.offset_us AS offset_us,
    clock.root_delay_us AS root_delay_us, clock.root_dispersion_us AS root_dispersion_us, clock.stratum AS stratum,
    clock.frequency_error_ppb AS frequency_error_ppb, clock.service AS service, clock.reference AS reference
FROM landing_survey
WHERE implausible = '' AND clock.interval_ms > 0;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_host_users TO host_users AS
SELECT
    workspace, node, observed_at AS ts, toInt32(length(users.items)) AS sessions, users.items AS items
FROM landing_survey
WHERE implausible = '' AND users.interval_ms > 0;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_host_updates TO host_updates AS
SELECT
    workspace, node, observed_at AS ts, updates.manager AS manager, updates.pending AS pending,
    updates.security AS security, updates.reboot_required AS reboot_required,
    updates.refreshed_at_ms AS refreshed_at_ms, updates.items AS items
FROM landing_survey
WHERE implausible = '' AND updates.interval_ms > 0;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_host_containers TO host_containers AS
SELECT
    workspace, node, observed_at AS ts, item.id AS id, item.name AS name, item.image AS image,
    item.runtime AS runtime, item.state AS state, item.health AS health, item.created_at_ms AS created_at_ms,
    item.started_at_ms AS started_at_ms, item.cpu_ms AS cpu_ms, item.cpu_utilization_e4 AS cpu_utilization_e4,
    item.memory_bytes AS memory_bytes, item.working_set_bytes AS working_set_bytes,
    item.memory_limit_bytes AS memory_limit_bytes, item.page_faults AS page_faults,
    item.disk_read_bytes AS disk_read_bytes, item.disk_write_bytes AS disk_write_bytes,
    item.receive_bytes AS receive_bytes, item.transmit_bytes AS transmit_bytes, item.processes AS processes,
    item.restarts AS restarts
FROM landing_survey
ARRAY JOIN containers.items AS item
WHERE implausible = '' AND containers.interval_ms > 0;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_host_unit_totals TO host_unit_totals AS
SELECT
    workspace, node, observed_at AS ts, units.system_state AS system_state, units.total AS total,
    units.active AS active, units.failed AS failed
FROM landing_survey
WHERE implausible = '' AND units.interval_ms > 0;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_host_units TO host_units AS
SELECT
    workspace, node, observed_at AS ts, item.name AS name, item.load_state AS load_state,
    item.active_state AS active_state, item.sub_state AS sub_state, item.description AS description,
    item.since_ms AS since_ms, item.restarts AS restarts, item.cpu_ms AS cpu_ms, item.memory_bytes AS memory_bytes,
    item.tasks AS tasks
FROM landing_survey
ARRAY JOIN units.items AS item
WHERE implausible = '' AND units.interval_ms > 0;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_host_tasks TO host_tasks AS
SELECT
    workspace, node, observed_at AS ts, tasks.items AS items
FROM landing_survey
WHERE implausible = '' AND tasks.interval_ms > 0;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_host_alerts TO host_alerts AS
SELECT
    workspace, node, observed_at AS ts, alerts.hostname AS hostname,
    toInt32(arrayCount(status -> status = 'warning', alerts.items.status)) AS warning,
    toInt32(arrayCount(status -> status = 'critical', alerts.items.status)) AS critical, alerts.items AS items
FROM landing_survey
WHERE implausible = '' AND alerts.interval_ms > 0;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_collector_configurations TO collector_configurations AS
SELECT
    workspace, node, observed_at AS ts, event.sampling AS sampling, event.base_interval_ms AS base_interval_ms,
    event.modules AS modules, event.thresholds AS thresholds, event.logs AS logs,
    event.log_interval_ms AS log_interval_ms, event.netdata_enabled AS netdata_enabled,
    event.netdata_url AS netdata_url
FROM landing_configuration
WHERE implausible = '';

-- What is recorded of the events themselves. The growth of a survey's counter counts over up to an hour.

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_host_events_of_survey TO host_events AS
SELECT
    workspace, node, family, event_seq, event_index, event.boot_id AS boot_id, event.sequence AS sequence,
    observed_at, received_at, event.sources AS sources
FROM landing_survey
WHERE implausible = '';

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_quarantined_events_of_survey TO quarantined_events AS
SELECT
    workspace, node, family, event_seq, event_index, received_at, implausible AS reason, event.boot_id AS boot_id,
    event.sequence AS sequence, event.observed_at_ms AS observed_at_ms, toJSONString(event) AS event
FROM landing_survey
WHERE implausible != '';

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_late_events_of_survey TO late_events AS
SELECT
    workspace, node, hour, max(event_seq) AS event_seq
FROM landing_survey
ARRAY JOIN arrayDistinct([toStartOfHour(observed_at), toStartOfHour(observed_at + INTERVAL 1 HOUR)]) AS hour
WHERE implausible = '' AND received_at >= hour + INTERVAL 1 HOUR
GROUP BY workspace, node, hour;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_known_nodes_of_survey TO known_nodes AS
SELECT
    workspace, node, min(observed_at) AS first_seen, max(observed_at) AS last_seen
FROM landing_survey
WHERE implausible = ''
GROUP BY workspace, node;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_host_events_of_configuration TO host_events AS
SELECT
    workspace, node, family, event_seq, event_index, event.boot_id AS boot_id, event.sequence AS sequence,
    observed_at, received_at
FROM landing_configuration
WHERE implausible = '';

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_quarantined_events_of_configuration TO quarantined_events AS
SELECT
    workspace, node, family, event_seq, event_index, received_at, implausible AS reason, event.boot_id AS boot_id,
    event.sequence AS sequence, event.observed_at_ms AS observed_at_ms, toJSONString(event) AS event
FROM landing_configuration
WHERE implausible != '';

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_known_nodes_of_configuration TO known_nodes AS
SELECT
    workspace, node, min(observed_at) AS first_seen, max(observed_at) AS last_seen
FROM landing_configuration
WHERE implausible = ''
GROUP BY workspace, node;

-- The contract for Grafana and other readers, as in 0006. Sessions, tasks and alerts are one row each; how many there
-- were in the reading stands in every row.

CREATE VIEW IF NOT EXISTS v_host_gpus AS
SELECT
    workspace, node, id, ts AS time, name, driver, utilization_e4 / 10000 AS utilization, memory_total_bytes,
    memory_used_bytes, celsius_e3 / 1000 AS celsius, watts_e3 / 1000 AS watts, limit_watts_e3 / 1000 AS limit_watts,
    fan_utilization_e4 / 10000 AS fan_utilization, clock_hz AS clock_hertz, memory_clock_hz AS memory_clock_hertz
FROM host_gpus;

CREATE VIEW IF NOT EXISTS v_host_batteries AS
SELECT
    workspace, node, name, ts AS time, status, charge_e4 / 10000 AS charge, health_e4 / 10000 AS health,
    watts_e3 / 1000 AS watts, volts_e3 / 1000 AS volts, cycles, time_left_ms / 1000 AS time_left_seconds, model,
    mains_online
FROM host_batteries;

CREATE VIEW IF NOT EXISTS v_host_raids AS
SELECT
    workspace, node, name, ts AS time, level, state, size_bytes, devices_total, devices_active, devices_failed,
    devices_spare, progress_e4 / 10000 AS progress, members
FROM host_raids;

CREATE VIEW IF NOT EXISTS v_host_physical_disks AS
SELECT
    workspace, node, device, ts AS time, model, serial, firmware, type, size_bytes, healthy,
    celsius_e3 / 1000 AS celsius, power_on_hours, power_cycles, reallocated_sectors, pending_sectors,
    uncorrectable_errors, endurance_used_e4 / 10000 AS endurance_used, written_bytes, read_bytes
FROM host_physical_disks;

CREATE VIEW IF NOT EXISTS v_host_voltages AS
SELECT
    workspace, node, sensor, ts AS time, volts_e3 / 1000 AS volts
FROM host_voltages;

CREATE VIEW IF NOT EXISTS v_host_currents AS
SELECT
    workspace, node, sensor, ts AS time, amperes_e3 / 1000 AS amperes
FROM host_currents;

CREATE VIEW IF NOT EXISTS v_host_power_draws AS
SELECT
    workspace, node, sensor, ts AS time, watts_e3 / 1000 AS watts
FROM host_power_draws;

CREATE VIEW IF NOT EXISTS v_host_energies AS
SELECT
    workspace, node, sensor, ts AS time, joules_e3 / 1000 AS joules
FROM host_energies;

CREATE VIEW IF NOT EXISTS v_host_kernel AS
SELECT
    workspace, node, ts AS time, open_files, open_files_max, conntrack_entries, conntrack_max, oom_kills, threads_max,
    pids_max, entropy_bits, inodes_allocated
FROM host_kernel;

CREATE VIEW IF NOT EXISTS v_host_connections AS
SELECT
    workspace, node, ts AS time, transport, state, count
FROM host_connections;

CREATE VIEW IF NOT EXISTS v_host_clock AS
SELECT
    workspace, node, ts AS time, synchronized, offset_us / 1000000 AS offset_seconds,
    root_delay_us / 1000000 AS root_delay_seconds, root_dispersion_us / 1000000 AS root_dispersion_seconds, stratum,
    frequency_error_ppb / 1000000000 AS frequency_error, service, reference
FROM host_clock;

CREATE VIEW IF NOT EXISTS v_host_users AS
SELECT
    workspace, node, ts AS time, sessions, item.user AS user, item.terminal AS terminal,
    item.remote_host AS remote_host, fromUnixTimestamp64Milli(item.since_ms, 'UTC') AS since, item.pid AS pid
FROM host_users
ARRAY JOIN items AS item;

CREATE VIEW IF NOT EXISTS v_host_updates AS
SELECT
    workspace, node, ts AS time, manager, pending, security, reboot_required,
    fromUnixTimestamp64Milli(refreshed_at_ms, 'UTC') AS refreshed_at, items
FROM host_updates;

CREATE VIEW IF NOT EXISTS v_host_containers AS
SELECT
    workspace, node, id, ts AS time, name, image, runtime, state, health,
    fromUnixTimestamp64Milli(created_at_ms, 'UTC') AS created_at,
    fromUnixTimestamp64Milli(started_at_ms, 'UTC') AS started_at, cpu_ms / 1000 AS cpu_seconds,
    cpu_utilization_e4 / 10000 AS cpu_utilization, memory_bytes, working_set_bytes, memory_limit_bytes, page_faults,
    disk_read_bytes, disk_write_bytes, receive_bytes, transmit_bytes, processes, restarts
FROM host_containers;

CREATE VIEW IF NOT EXISTS v_host_unit_totals AS
SELECT
    workspace, node, ts AS time, system_state, total, active, failed
FROM host_unit_totals;

CREATE VIEW IF NOT EXISTS v_host_units AS
SELECT
    workspace, node, name, ts AS time, load_state, active_state, sub_state, description,
    fromUnixTimestamp64Milli(since_ms, 'UTC') AS since, restarts, cpu_ms / 1000 AS cpu_seconds, memory_bytes, tasks
FROM host_units;

CREATE VIEW IF NOT EXISTS v_host_tasks AS
SELECT
    workspace, node, ts AS time, item.name AS name, item.kind AS kind, item.origin AS origin,
    item.schedule AS schedule, item.user AS user, item.timezone AS timezone,
    fromUnixTimestamp64Milli(item.next_run_at_ms, 'UTC') AS next_run_at,
    fromUnixTimestamp64Milli(item.last_run_at_ms, 'UTC') AS last_run_at, item.error AS error
FROM host_tasks
ARRAY JOIN items AS item;

CREATE VIEW IF NOT EXISTS v_host_alerts AS
SELECT
    workspace, node, ts AS time, hostname, warning, critical, item.id AS id, item.name AS name, item.status AS status,
    item.value AS value, item.units AS units, item.info AS info, item.chart AS chart,
    fromUnixTimestamp64Milli(item.last_status_change_at_ms, 'UTC') AS last_status_change_at
FROM host_alerts
ARRAY JOIN items AS item;

CREATE VIEW IF NOT EXISTS v_collector_configurations AS
SELECT
    workspace, node, ts AS time, sampling, base_interval_ms / 1000 AS base_interval_seconds, modules, thresholds,
    logs, log_interval_ms / 1000 AS log_interval_seconds, netdata_enabled, netdata_url
FROM collector_configurations;
