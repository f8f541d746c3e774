import { type Metric, type MetricTable, metrics } from "@statwire/events";

/** Where the numbers of a table are in a `HostSampled`: a module, or the items of a list in it. */
interface Place {
  module: string;
  list?: string;
  /** Of an item, what tells it from the others. */
  entity?: string;
}

const places: Partial<Record<MetricTable, Place>> = {
  host_cpu: { module: "cpu" },
  host_cores: { module: "cpu", list: "cores", entity: "number" },
  host_load: { module: "load" },
  host_memory: { module: "memory" },
  host_swap: { module: "swap" },
  host_filesystems: { module: "filesystems", list: "items", entity: "mountpoint" },
  host_disks: { module: "disks", list: "items", entity: "device" },
  host_network: { module: "network", list: "items", entity: "name" },
  host_temperatures: { module: "sensors", list: "temperatures", entity: "sensor" },
  host_processes: { module: "processes" },
  host_pressure: { module: "pressure" },
  host_sockets: { module: "sockets" },
};

interface Column {
  metric: Metric;
  field: string;
  /** Value in the metric's unit = stored integer ÷ this: exact where a multiplication by 0.0001 is not. */
  divisor: number;
}

const tables = Object.entries(places).map(([table, place]) => ({
  table: table as MetricTable,
  place,
  columns: metrics
    .filter((metric) => metric.table === table)
    .map((metric): Column => ({ metric, field: toField(metric.column), divisor: 1 / metric.scale })),
}));

type Fields = Readonly<Record<string, unknown>>;

/** A number of a reading as other stores are given it: in base units, with the names of the catalogue. */
export type VisitSample = (metric: Metric, entity: string | undefined, value: number) => void;

/**
 * Calls `visit` with each number of a reading that the typed tables store, in an order that depends on the reading's
 * shape alone. What the tables do not store (rates that live displays show) is passed over.
 * @param reading a decoded `HostSampled`, or what is to be encoded as one
 */
export function eachSample(reading: object, visit: VisitSample): void {
  for (const { place, columns } of tables) {
    for (const item of itemsAt(place, reading as Fields)) {
      const entity = place.entity === undefined ? undefined : String(item[place.entity]);
      for (const { metric, field, divisor } of columns) {
        const value = item[field];
        if (value !== undefined) visit(metric, entity, Math.round(Number(value)) / divisor);
      }
    }
  }
}

export function countStoredSamples(reading: object): number {
  let count = 0;
  eachSample(reading, () => {
    count += 1;
  });
  return count;
}

/** How many rows one reading makes in each typed table. */
export function rowsOfReading(reading: object): ReadonlyMap<MetricTable, number> {
  const rows = tables.map(({ table, place }) => [table, itemsAt(place, reading as Fields).length] as const);
  return new Map(rows.filter(([, count]) => count > 0));
}

function itemsAt({ module, list }: Place, reading: Fields): readonly Fields[] {
  const found = reading[module] as Fields | undefined;
  if (found === undefined) return [];
  return list === undefined ? [found] : (found[list] as readonly Fields[]);
}

/** A column is named as the protobuf field; generated code names the field in camel case. */
function toField(column: string): string {
  return column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
