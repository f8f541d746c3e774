import { setMaxListeners } from "node:events";
import type { Server } from "node:http";
import { collectDefaultMetrics, Registry } from "prom-client";
import { z } from "zod";
import { createLogger, type Logger } from "./logger.js";
import { createOpsServer, type OpsState, type ReadinessCheck, readiness } from "./ops-server.js";
import { allowedServers } from "./safe-servers.js";
import { describeSettings, parseSettings, port, type Settings, SettingsError, type SettingsShape } from "./settings.js";

/** Exit codes: `sysexits.h` has 78 for unusable configuration. */
export const exitCodes = { ok: 0, failed: 1, badSettings: 78 } as const;

/** All closers together may take this long, unless a service says otherwise. */
const stopTimeoutDefaultMs = 10_000;

/** Settings that every service has. */
export const runtimeSettings = {
  MODE: z.enum(["prod", "dev"]).default("prod").describe("prod refuses unsafe settings"),
  UNSAFE_SERVERS_ALLOWED: allowedServers
    .default([])
    .describe(
      "prod goes on with these servers though their settings may lose data: nats, clickhouse, redis; true: all",
    ),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace"])
    .default("info")
    .describe("least level logged"),
  OPS_HOST: z.string().default("127.0.0.1").describe("address of /livez, /readyz, /metrics"),
  OPS_PORT_BASE: port(9460).describe("first ops port; each service adds its own offset"),
};

/** What a service gets to work with. */
export interface Service<Shape extends SettingsShape> {
  settings: Settings<typeof runtimeSettings> & Settings<Shape>;
  log: Logger;
  metrics: Registry;
  /** Aborts when the service begins to stop. */
  signal: AbortSignal;
  /** Registers what undoes the last opening; closers run in reverse order. */
  onStop(name: string, closer: () => void | Promise<void>): void;
  addReadiness(name: string, check: ReadinessCheck): void;
  /** Shows at `/readyz?verbose` what is wrong although the service does its work; it stays ready. */
  addDegradation(name: string, check: ReadinessCheck): void;
  /** Runs every readiness check now. */
  readiness(): Promise<{ ready: boolean; checks: Record<string, string> }>;
  /** Ends the service because of an error that a restart may heal. */
  fail(error: unknown): void;
}

export interface ServiceDefinition<Shape extends SettingsShape> {
  name: string;
  /** One sentence for `--help`. */
  purpose: string;
  /** Added to OPS_PORT_BASE. */
  opsPortOffset: number;
  shape: Shape;
  /** All closers together may take this long; 10 s when absent. */
  stopTimeoutMs?: number;
  start(service: Service<Shape>): Promise<void>;
}

/**
 * Runs a process from settings to exit: parses the environment, serves the ops port before anything is connected,
 * starts, and on SIGINT, SIGTERM, a lost supervisor or a fatal error closes in reverse order. Only this function
 * listens to signals.
 */
export async function runService<Shape extends SettingsShape>(definition: ServiceDefinition<Shape>): Promise<void> {
  const shape = { ...runtimeSettings, ...definition.shape };
  if (process.argv.includes("--help") || process.argv.includes("-h")) {
    process.stdout.write(
      `${definition.name}: ${definition.purpose}\n\nSettings (environment):\n${describeSettings(shape)}\n`,
    );
    return;
  }
  const settings = settingsOrExit(shape, definition.name) as Settings<typeof runtimeSettings> & Settings<Shape>;
  const run = new Run(definition.name, settings.LOG_LEVEL, definition.stopTimeoutMs ?? stopTimeoutDefaultMs);
  run.listenToTheOutside();
  try {
    await run.serveOps(settings.OPS_HOST, settings.OPS_PORT_BASE + definition.opsPortOffset);
    await definition.start({
      settings,
      log: run.log,
      metrics: run.metrics,
      signal: run.stopping.signal,
      onStop: (name, closer) => run.closers.push({ name, closer }),
      addReadiness: (name, check) => run.checks.set(name, check),
      addDegradation: (name, check) => run.degradations.set(name, check),
      readiness: () => readiness(run.opsState()),
      fail: (error) => run.fail(error),
    });
    run.started = true;
    run.log.info("started");
  } catch (error) {
    // A start that a stop has interrupted is not a failure.
    if (!run.stopping.signal.aborted) run.fail(error);
  }
}

/**
 * What the library samples of the event loop with a timer holds that timer's interval as well: half a second of lag at two looks a second. Only a
 * hundred looks a second would tell the truth, and take an idle process most of its CPU. So none of it is told and the timer hardly ever
 * runs; `nodejs_eventloop_lag_seconds`, which is measured when the metrics are asked for, is.
 */
const loopDelays = ["min", "max", "mean", "stddev", "p50", "p90", "p99"];
const loopLookMs = 3_600_000;

class Run {
  readonly log: Logger;
  readonly metrics = new Registry();
  readonly closers: { name: string; closer: () => void | Promise<void> }[] = [];
  readonly checks = new Map<string, ReadinessCheck>();
  readonly degradations = new Map<string, ReadinessCheck>();
  readonly stopping = new AbortController();
  readonly #stopTimeoutMs: number;
  started = false;

  constructor(name: string, level: string, stopTimeoutMs: number) {
    // Every loop and every pause of a service waits for it.
    setMaxListeners(1000, this.stopping.signal);
    this.#stopTimeoutMs = stopTimeoutMs;
    this.log = createLogger({ service: name, level });
    this.metrics.setDefaultLabels({ service: name });
    collectDefaultMetrics({ register: this.metrics, eventLoopMonitoringPrecision: loopLookMs });
    for (const name of loopDelays) this.metrics.removeSingleMetric(`nodejs_eventloop_lag_${name}_seconds`);
  }

  opsState(): OpsState {
    const phase = () => (this.stopping.signal.aborted ? "stopping" : this.started ? undefined : "starting");
    return { metrics: this.metrics, checks: this.checks, degradations: this.degradations, phase };
  }

  async serveOps(host: string, opsPort: number): Promise<void> {
    const server = createOpsServer(this.opsState());
    await listen(server, host, opsPort);
    // Ends with the process: readiness stays visible while the rest closes.
    server.unref();
  }

  listenToTheOutside(): void {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.on(signal, () => {
        if (this.stopping.signal.aborted) process.exit(exitCodes.failed);
        this.stop(signal, exitCodes.ok);
      });
    }
    // Started by a supervisor with an IPC channel: its end, however sudden, is ours.
    process.on("disconnect", () => this.stop("supervisor gone", exitCodes.ok));
    process.on("uncaughtException", (error) => this.fail(error));
    process.on("unhandledRejection", (error) => this.fail(error));
  }

  fail(error: unknown): void {
    this.log.fatal({ err: error }, "service failed");
    this.stop("failure", error instanceof SettingsError ? exitCodes.badSettings : exitCodes.failed);
  }

  stop(reason: string, code: number): void {
    if (this.stopping.signal.aborted) return;
    this.log.info({ reason }, "stopping");
    this.stopping.abort(new Error(`stopping: ${reason}`));
    const deadline = setTimeout(() => {
      this.log.error({ stopTimeoutMs: this.#stopTimeoutMs }, "closers took too long");
      process.exit(exitCodes.failed);
    }, this.#stopTimeoutMs);
    void this.#close().then(() => {
      clearTimeout(deadline);
      process.exit(code);
    });
  }

  async #close(): Promise<void> {
    for (const { name, closer } of this.closers.reverse()) {
      try {
        await closer();
      } catch (error) {
        this.log.warn({ err: error, closer: name }, "closing failed");
      }
    }
  }
}

function settingsOrExit(shape: SettingsShape, name: string): Settings<SettingsShape> {
  try {
    return parseSettings(shape, process.env);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    process.stderr.write(`${name}: ${error.message}\n`);
    process.exit(exitCodes.badSettings);
  }
}

function listen(server: Server, host: string, opsPort: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const reasons: Record<string, string> = {
        EADDRINUSE: `OPS_PORT_BASE: port ${opsPort} on ${host} is taken`,
        EACCES: `OPS_PORT_BASE: port ${opsPort} needs more rights than this process has`,
        EADDRNOTAVAIL: `OPS_HOST: ${host} is not an address of this machine`,
      };
      reject(new Error(reasons[error.code ?? ""] ?? `OPS_HOST: ${host} cannot be listened on: ${error.message}`));
    });
    server.listen(opsPort, host, resolve);
  });
}
