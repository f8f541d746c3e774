import type { Server } from "node:http";
import { Counter, Gauge, type Registry } from "prom-client";
import type { Refusal } from "./places.js";

export interface AdmissionCounts {
  started: number;
  refused: Readonly<Record<Refusal, number>>;
  running: number;
  waiting: number;
  open: number;
}

const refusals: readonly Refusal[] = ["too-many-open", "too-many-waiting", "waited-too-long"];

/** Of each kind none. */
export function noRefusals(): Record<Refusal, number> {
  return Object.fromEntries(refusals.map((why) => [why, 0])) as Record<Refusal, number>;
}

/** Tells at `/metrics` of requests that were taken on, wait and were refused. Read when somebody asks: counting costs nothing. */
export function exposeAdmission(registry: Registry, counts: () => AdmissionCounts): void {
  const registers = [registry];
  new Counter({
    name: "statwire_api_requests_started_total",
    help: "Requests that were taken on, without those for health.",
    registers,
    collect() {
      this.reset();
      this.inc(counts().started);
    },
  });
  new Counter({
    name: "statwire_api_requests_refused_total",
    help: "Requests that were refused with 503 before anything was done for them, by reason.",
    labelNames: ["reason"],
    registers,
    collect() {
      this.reset();
      for (const why of refusals) this.inc({ reason: why }, counts().refused[why]);
    },
  });
  new Gauge({
    name: "statwire_api_requests",
    help: "Requests that are not answered yet: running, waiting to, or elsewhere, whose answer another part of the system has to give.",
    labelNames: ["state"],
    registers,
    collect() {
      const { running, waiting, open } = counts();
      this.set({ state: "running" }, running);
      this.set({ state: "waiting" }, waiting);
      this.set({ state: "elsewhere" }, open - running - waiting);
    },
  });
}

/** Counts connections that a listener closed because it had as many as it may have. */
export function countDroppedConnections(registry: Registry, servers: readonly Server[]): void {
  const dropped = new Counter({
    name: "statwire_api_connections_dropped_total",
    help: "Connections that were closed when they came, because there were as many as there may be.",
    registers: [registry],
  });
  for (const server of servers) server.on("drop", () => dropped.inc());
}
