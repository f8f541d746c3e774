-- What the pipeline knows of itself, for Grafana and other readers, as in 0006: columns are added, never renamed.

-- When each event was observed and when the log had it.
CREATE VIEW IF NOT EXISTS v_events AS
SELECT
    workspace,
    node,
    family,
    observed_at AS time,
    received_at,
    (toUnixTimestamp64Milli(received_at) - toUnixTimestamp64Milli(observed_at)) / 1000 AS delay_seconds,
    event_seq,
    boot_id,
    sequence
FROM host_events;

CREATE VIEW IF NOT EXISTS v_quarantined_events AS
SELECT
    workspace,
    node,
    family,
    received_at AS time,
    reason,
    event
FROM quarantined_events;

-- Every close of an hour ('1h') or a day ('1d'); nodes = 0 means every node.
CREATE VIEW IF NOT EXISTS v_rollup_closes AS
SELECT
    level,
    start,
    closed_at AS time,
    nodes,
    version
FROM rollup_closes;
