import { type Metric, metricsOf } from "./metric.js";

const receive = ["network.io.direction", "receive"] as const;
const transmit = ["network.io.direction", "transmit"] as const;
const io = {
  name: "system.network.io",
  unit: "By",
  kind: "counter",
  description: "Bytes received and transmitted.",
} as const;
const packets = {
  name: "system.network.packets",
  unit: "{packet}",
  kind: "counter",
  description: "Packets received and transmitted.",
} as const;
const errors = {
  name: "system.network.errors",
  unit: "{error}",
  kind: "counter",
  description: "Errors of the interface.",
} as const;
const dropped = {
  name: "system.network.dropped",
  unit: "{packet}",
  kind: "counter",
  description: "Packets dropped by the interface.",
} as const;

export const networkMetrics: Metric[] = metricsOf(
  { module: "network", table: "host_network", entity: { key: "network.interface.name", column: "interface" } },
  [
    { ...io, column: "receive_bytes", fixed: receive },
    { ...io, column: "transmit_bytes", fixed: transmit },
    { ...packets, column: "receive_packets", fixed: receive },
    { ...packets, column: "transmit_packets", fixed: transmit },
    { ...errors, column: "receive_errors", fixed: receive },
    { ...errors, column: "transmit_errors", fixed: transmit },
    { ...dropped, column: "receive_dropped", fixed: receive },
    { ...dropped, column: "transmit_dropped", fixed: transmit },
  ],
);

const sockets = {
  name: "system.socket.in_use",
  unit: "{socket}",
  description: "Sockets in use by transport.",
} as const;
const connections = {
  name: "system.network.connection.count",
  unit: "{connection}",
  description: "TCP connections by state; `orphan` belongs to no process any more.",
} as const;
const opens = {
  name: "system.network.connection.opens",
  unit: "{connection}",
  kind: "counter",
  description: "TCP connections opened: `active` from this host, `passive` towards it.",
} as const;

export const socketMetrics: Metric[] = metricsOf({ module: "sockets", table: "host_sockets" }, [
  { name: "system.socket.count", unit: "{socket}", column: "used", description: "Sockets of every kind." },
  { ...sockets, column: "tcp_in_use", fixed: ["network.transport", "tcp"] },
  { ...sockets, column: "udp_in_use", fixed: ["network.transport", "udp"] },
  { ...connections, column: "tcp_established", fixed: ["network.connection.state", "established"] },
  { ...connections, column: "tcp_time_wait", fixed: ["network.connection.state", "time_wait"] },
  { ...connections, column: "tcp_orphan", fixed: ["network.connection.state", "orphan"] },
  { ...opens, column: "tcp_active_opens", fixed: ["network.connection.side", "active"], quantiles: false },
  { ...opens, column: "tcp_passive_opens", fixed: ["network.connection.side", "passive"], quantiles: false },
  {
    name: "system.network.tcp.retransmissions",
    unit: "{segment}",
    kind: "counter",
    column: "tcp_retransmitted_segments",
    description: "TCP segments sent again.",
  },
  {
    name: "system.network.udp.receive_errors",
    unit: "{error}",
    kind: "counter",
    column: "udp_receive_errors",
    description: "UDP datagrams that could not be delivered.",
    quantiles: false,
  },
]);
