import type { Metric, MetricTable } from "@statwire/events";
import { eachSample, rowsOfReading } from "./samples.js";

/** One series of every node: a metric, and the item of the host it is about. */
export interface NodeSeries {
  metric: Metric;
  entity: string | undefined;
}

/**
 * Numbers of readings that were published, kept so that the other side is given the very same ones: of every node at
 * every tick, in base units.
 */
export class Readings {
  readonly nodes: number;
  readonly firstAtMs: number;
  readonly intervalMs: number;
  readonly series: readonly NodeSeries[];
  /** Rows that each reading makes in each typed table. */
  readonly rows: ReadonlyMap<MetricTable, number>;
  readonly #values: Float64Array;
  #kept = 0;

  /** @param like a reading of their shape, which all of them have */
  constructor(
    like: object,
    { nodes, ticks, firstAtMs, intervalMs }: { nodes: number; ticks: number; firstAtMs: number; intervalMs: number },
  ) {
    const series: NodeSeries[] = [];
    eachSample(like, (metric, entity) => series.push({ metric, entity }));
    this.nodes = nodes;
    this.firstAtMs = firstAtMs;
    this.intervalMs = intervalMs;
    this.series = series;
    this.rows = rowsOfReading(like);
    this.#values = new Float64Array(nodes * ticks * series.length);
  }

  /** Keeps the next reading: tick by tick, and each tick in the order of the nodes. */
  keep(reading: object): void {
    const before = this.#kept;
    eachSample(reading, (_metric, _entity, value) => {
      this.#values[this.#kept++] = value;
    });
    if (this.#kept - before !== this.series.length) throw new Error("a reading of another shape");
  }

  /** Readings kept so far. */
  get events(): number {
    return this.#kept / this.series.length;
  }

  get samples(): number {
    return this.#kept;
  }

  get ticks(): number {
    return this.events / this.nodes;
  }

  atMs(tick: number): number {
    return this.firstAtMs + tick * this.intervalMs;
  }

  value(tick: number, node: number, series: number): number {
    return this.#values[(tick * this.nodes + node) * this.series.length + series] ?? Number.NaN;
  }
}
