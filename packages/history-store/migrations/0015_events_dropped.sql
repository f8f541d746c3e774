-- What nodes themselves say of events that they gave up.

CREATE TABLE IF NOT EXISTS landing_dropped
(
    workspace LowCardinality(String),
    node LowCardinality(String),
    event_seq UInt64,
    event_index UInt32,
    received_at_ms Int64,
    family LowCardinality(String),
    event Tuple(
        observed_at_ms Int64,
        family String,
        boot_id UInt64,
        first_sequence UInt64,
        last_sequence UInt64,
        count UInt64,
        first_observed_at_ms Int64,
        last_observed_at_ms Int64,
        reason String),
    received_at DateTime64(3, 'UTC') MATERIALIZED
        fromUnixTimestamp64Milli(greatest(0, least(received_at_ms, 4102444800000)), 'UTC'),
    implausible LowCardinality(String) MATERIALIZED multiIf(
        event.boot_id > 9007199254740991, 'boot id out of range',
        event.last_sequence > 9007199254740991, 'sequence out of range',
        event.first_sequence > event.last_sequence, 'last sequence before the first',
        event.count = 0 OR event.count > 9007199254740991, 'count out of range',
        event.last_sequence > 0 AND event.count > event.last_sequence - event.first_sequence + 1,
        'count beyond the numbers',
        '')
)
ENGINE = Null;

-- Beside the findings, which have no reason: first_sequence 0 when the node does not know which events they were.
ALTER TABLE integrity_events ADD COLUMN IF NOT EXISTS reason LowCardinality(String);
ALTER TABLE integrity_events ADD COLUMN IF NOT EXISTS dropped UInt64;

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_integrity_events_of_dropped TO integrity_events AS
SELECT
    workspace,
    node,
    event_seq,
    event_index,
    received_at,
    fromUnixTimestamp64Milli(greatest(0, least(landing_dropped.event.observed_at_ms, 4102444800000)), 'UTC')
        AS observed_at,
    'EventsDropped' AS event,
    landing_dropped.event.family AS family,
    landing_dropped.event.boot_id AS boot_id,
    landing_dropped.event.first_sequence AS first_sequence,
    landing_dropped.event.last_sequence AS last_sequence,
    fromUnixTimestamp64Milli(greatest(0, least(landing_dropped.event.first_observed_at_ms, 4102444800000)), 'UTC')
        AS after,
    fromUnixTimestamp64Milli(greatest(0, least(landing_dropped.event.last_observed_at_ms, 4102444800000)), 'UTC')
        AS before,
    substring(landing_dropped.event.reason, 1, 60) AS reason,
    landing_dropped.event.count AS dropped
FROM landing_dropped
WHERE implausible = '';

CREATE MATERIALIZED VIEW IF NOT EXISTS mv_quarantined_events_of_dropped TO quarantined_events AS
SELECT
    workspace,
    node,
    family,
    event_seq,
    event_index,
    received_at,
    implausible AS reason,
    event.boot_id AS boot_id,
    event.first_sequence AS sequence,
    event.observed_at_ms AS observed_at_ms,
    toJSONString(event) AS event
FROM landing_dropped
WHERE implausible != '';

CREATE OR REPLACE VIEW v_integrity_events AS
SELECT
    workspace,
    node,
    observed_at AS time,
    event,
    family,
    boot_id,
    first_sequence,
    last_sequence,
    if(event = 'EventsDropped', toInt64(dropped), last_sequence - first_sequence + 1) AS events,
    after,
    before,
    reason
FROM integrity_events;
