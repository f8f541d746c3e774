-- What nodes tell of lines is kept of lines that there can be: of a known family, or of a log whose name (1 to 255 bytes) has a
-- subject. The rest of the rule is that of 0017.

ALTER TABLE mv_host_events_of_host MODIFY QUERY
SELECT
    workspace, node, family, event_seq, event_index, event.boot_id AS boot_id, event.sequence AS sequence,
    observed_at, received_at, event.sources AS sources,
    arraySlice(arrayFilter(
        line -> line.sequence > 0 AND line.sequence <= 9007199254740991 AND line.boot_id <= 9007199254740991
            AND line.observed_at_ms > 0 AND line.observed_at_ms <= received_at_ms + 300000
            AND if(startsWith(line.family, 'log/'),
                line.boot_id = 0 AND length(line.family) BETWEEN 5 AND 259 AND isValidUTF8(line.family),
                line.family IN (
                'host', 'inventory', 'configuration', 'host.cpu', 'host.load', 'host.memory', 'host.swap',
                'host.filesystems', 'host.disks', 'host.network', 'host.sensors', 'host.processes',
                'host.pressure', 'host.sockets', 'host.collector', 'host.gpus', 'host.batteries', 'host.raids',
                'host.physicalDisks', 'host.power', 'host.kernel', 'host.connections', 'host.clock', 'host.users',
                'host.updates', 'host.containers', 'host.units', 'host.tasks', 'host.alerts')),
        event.reached), 1, 100) AS reached
FROM landing_host
WHERE implausible = '';

ALTER TABLE mv_host_events_of_survey MODIFY QUERY
SELECT
    workspace, node, family, event_seq, event_index, event.boot_id AS boot_id, event.sequence AS sequence,
    observed_at, received_at, event.sources AS sources,
    arraySlice(arrayFilter(
        line -> line.sequence > 0 AND line.sequence <= 9007199254740991 AND line.boot_id <= 9007199254740991
            AND line.observed_at_ms > 0 AND line.observed_at_ms <= received_at_ms + 300000
            AND if(startsWith(line.family, 'log/'),
                line.boot_id = 0 AND length(line.family) BETWEEN 5 AND 259 AND isValidUTF8(line.family),
                line.family IN (
                'host', 'inventory', 'configuration', 'host.cpu', 'host.load', 'host.memory', 'host.swap',
                'host.filesystems', 'host.disks', 'host.network', 'host.sensors', 'host.processes',
                'host.pressure', 'host.sockets', 'host.collector', 'host.gpus', 'host.batteries', 'host.raids',
                'host.physicalDisks', 'host.power', 'host.kernel', 'host.connections', 'host.clock', 'host.users',
                'host.updates', 'host.containers', 'host.units', 'host.tasks', 'host.alerts')),
        event.reached), 1, 100) AS reached
FROM landing_survey
WHERE implausible = '';
