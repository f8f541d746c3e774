import { type DescField, type DescMessage, ScalarType } from "@bufbuild/protobuf";
import {
  baseModules,
  LandedConfigurationSchema,
  LandedDroppedSchema,
  LandedHostSchema,
  LandedIntegritySchema,
  LandedInventorySchema,
  LandedLogSchema,
  LandedRevisionSchema,
  LandedSignInSchema,
  metrics,
  surveyModules,
} from "@statwire/events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestHistory, type TestHistory } from "../testing/test-history.js";
import { checkDeduplicationWindows } from "./deduplication-windows.js";
import { migrate } from "./migrate.js";
import { readMigrations } from "./migration-files.js";
import { retainedTables } from "./retention.js";

interface Column {
  table: string;
  name: string;
  type: string;
}

let test: TestHistory;
let columns: Column[];

beforeAll(async () => {
  test = await createTestHistory();
  columns = await test.rows<Column>("SELECT table, name, type FROM system.columns WHERE database = currentDatabase()");
});

afterAll(() => test.close());

describe("the metric catalogue and the tables", () => {
  const numeric = /^(Nullable\()?U?Int(32|64)\)?$/;

  const instant = /_at_ms$|^since_ms$/;
  /** What is stored of a number that is computed on reading. */
  const rest = /_rest$/;

  it("has an integer or a truth for every metric, and its entity", () => {
    for (const { name, table, column, entity } of metrics) {
      expect(typeOf(table, column)?.replace("Bool", "Int32"), `${name}: ${table}.${column}`).toMatch(numeric);
      if (entity !== undefined) expect(typeOf(table, entity.column), `${table}.${entity.column}`).toBeDefined();
    }
  });

  it("has a metric for every number of a typed table", () => {
    const tables = new Set<string>(metrics.map(({ table }) => table));
    const known = new Set(
      metrics.flatMap(({ table, column, entity }) => [`${table}.${column}`, `${table}.${entity?.column}`]),
    );
    const unknown = columns
      .filter(
        ({ table, name, type }) => tables.has(table) && numeric.test(type) && !instant.test(name) && !rest.test(name),
      )
      .map(({ table, name }) => `${table}.${name}`)
      .filter((id) => !known.has(id));
    expect(unknown).toEqual([]);
  });

  it("has one table, kind, unit and scale for every name", () => {
    const traits = new Map<string, string>();
    for (const { name, table, kind, unit, scale, entity } of metrics) {
      const own = JSON.stringify([table, kind, unit, scale, entity]);
      expect(traits.get(name) ?? own, name).toBe(own);
      traits.set(name, own);
    }
  });
});

describe("the landing tables", () => {
  it("mirror the events, field by field, each those modules that land in it", () => {
    const host = fieldOf(LandedHostSchema, "event");
    const without = (modules: readonly string[]) => new Set(modules.map((module) => host.field[module]?.name ?? ""));
    // Its fields are columns: a column `event_cpu` is the field `cpu` of `event`.
    const ofHost = columns.filter(({ table, name }) => table === "landing_host" && /^event_(?!seq$|index$)/.test(name));
    const stated = ofHost.map(({ name, type }) => `${name.slice("event_".length)} ${normal(type)}`).join(", ");
    expect(`Tuple(${stated.replaceAll(/Array\(Tuple\((.*?)\)\)/g, "Nested($1)")})`).toBe(
      tupleOf(host, "Tuple", without(surveyModules)),
    );
    expect(normal(typeOf("landing_survey", "event"))).toBe(tupleOf(host, "Tuple", without(baseModules)));
    expect(normal(typeOf("landing_inventory", "event"))).toBe(tupleOf(fieldOf(LandedInventorySchema, "event")));
    expect(normal(typeOf("landing_configuration", "event"))).toBe(tupleOf(fieldOf(LandedConfigurationSchema, "event")));
  });

  it("hand every module on with the type that it has in the event", () => {
    const handedOn = columns.filter(
      ({ table, name, type }) => table === "landing_survey" && name !== "event" && type.startsWith("Tuple("),
    );
    expect(handedOn).toHaveLength(surveyModules.length);
    for (const { table, name, type } of handedOn) {
      expect(normal(typeOf(table, "event"))).toContain(`${name} ${normal(type)}`);
    }
  });

  it("hand the fields of a host event on in groups, each once and with its type", () => {
    const isOfGroup = ({ table }: Column) => table.startsWith("landing_host_");
    for (const { table, name, type } of columns.filter(isOfGroup)) {
      expect(type, `${table}.${name}`).toBe(typeOf("landing_host", name));
    }
    const fields = (isWanted: (column: Column) => boolean) =>
      columns.flatMap((column) => (isWanted(column) && column.name.startsWith("event_") ? [column.name] : [])).sort();
    const ofHost = fields(({ table, name }) => table === "landing_host" && name !== "event_observed_at_ms");
    expect(fields(isOfGroup)).toEqual(ofHost);
  });

  it("mirror the lines of logs", () => {
    expect(normal(typeOf("landing_log", "event"))).toBe(tupleOf(fieldOf(LandedLogSchema, "event")));
  });

  it("mirror what is found out about events", () => {
    expect(normal(typeOf("landing_integrity", "event"))).toBe(tupleOf(fieldOf(LandedIntegritySchema, "event")));
    expect(normal(typeOf("landing_dropped", "event"))).toBe(tupleOf(fieldOf(LandedDroppedSchema, "event")));
  });

  it("mirror revisions of the configuration", () => {
    expect(normal(typeOf("landing_revision", "event"))).toBe(tupleOf(fieldOf(LandedRevisionSchema, "event")));
  });

  it("mirror what happens to sign-ins", () => {
    expect(normal(typeOf("landing_signin", "event"))).toBe(tupleOf(fieldOf(LandedSignInSchema, "event")));
  });
});

describe("retention", () => {
  it("covers every table that stores rows, but for the nodes, the logs and the schema's own", async () => {
    const stored = await test.rows<{ name: string }>(
      "SELECT name FROM system.tables WHERE database = currentDatabase() AND engine LIKE '%MergeTree' ORDER BY name",
    );
    const kept = ["known_logs", "known_nodes", "schema_migrations"];
    expect(stored.map(({ name }) => name).filter((name) => !kept.includes(name))).toEqual(
      Object.keys(retainedTables).sort(),
    );
  });
});

describe("migrate", () => {
  it("can run each statement again, as long as its migration is the last", async () => {
    const fresh = await createTestHistory(0);
    for (const { statements } of await readMigrations()) {
      for (const query of [...statements, ...statements]) {
        expect(query).toMatch(
          /^(CREATE (TABLE|VIEW|MATERIALIZED VIEW) IF NOT EXISTS|CREATE OR REPLACE VIEW|ALTER TABLE \w+\s+((ADD|DROP) \w+ IF|MODIFY (COLUMN|QUERY|SETTING)|UPDATE)\s)/,
        );
        await fresh.history.client.command({ query });
      }
    }
    await checkDeduplicationWindows(fresh.history);
    await fresh.close();
  });

  it("refuses a database of a later version, and one that was built otherwise", async () => {
    const insert = (version: number, name: string) =>
      test.history.client.command({
        query: `INSERT INTO schema_migrations (version, name, checksum) VALUES (${version}, '${name}', 'x')`,
      });
    await insert(9999, "from_the_future");
    await expect(migrate(test.history)).rejects.toThrow("migration 9999 from_the_future");
    await test.history.client.command({
      query: "ALTER TABLE schema_migrations DELETE WHERE version = 9999 SETTINGS mutations_sync = 1",
    });
    await insert(1, "landing");
    await expect(migrate(test.history)).rejects.toThrow("migration 1 landing is not the one");
  });
});

function typeOf(table: string, name: string): string | undefined {
  return columns.find((column) => column.table === table && column.name === name)?.type;
}

/** Storage of a text as a dictionary does not change what can be in it. */
function normal(type: string | undefined): string {
  return (type ?? "").replaceAll("LowCardinality(String)", "String").replaceAll(/\s+/g, " ");
}

/** Live display only, or of no interest to history. */
const leftOut = /_per_second$|^requested$|^clears_history$/;

function fieldOf(message: DescMessage, name: string): DescMessage {
  const field = message.fields.find((candidate) => candidate.name === name);
  if (field?.fieldKind !== "message") throw new Error(`${message.name}.${name} is no message`);
  return field.message;
}

function tupleOf(message: DescMessage, kind = "Tuple", without: ReadonlySet<string> = new Set()): string {
  const fields = message.fields
    .filter(({ name }) => !without.has(name))
    .filter(
      ({ name, message: inside }) => !leftOut.test(name) || inside !== undefined || name === "speed_bits_per_second",
    );
  return `${kind}(${fields.map((field) => `${field.name} ${typeOfField(field)}`).join(", ")})`;
}

function typeOfField(field: DescField): string {
  if (field.fieldKind === "message") return tupleOf(field.message);
  if (field.fieldKind === "list") {
    if (field.listKind === "message") return tupleOf(field.message, "Nested");
    return `Array(${scalars[field.scalar ?? ScalarType.STRING]})`;
  }
  if (field.fieldKind !== "scalar") throw new Error(`${field.name}: no type for ${field.fieldKind}`);
  const type = scalars[field.scalar];
  return field.proto.proto3Optional ? `Nullable(${type})` : String(type);
}

const scalars: Partial<Record<ScalarType, string>> = {
  [ScalarType.STRING]: "String",
  [ScalarType.BYTES]: "String",
  [ScalarType.BOOL]: "Bool",
  [ScalarType.INT32]: "Int32",
  [ScalarType.INT64]: "Int64",
  [ScalarType.UINT32]: "UInt32",
  [ScalarType.UINT64]: "UInt64",
  [ScalarType.DOUBLE]: "Float64",
};
