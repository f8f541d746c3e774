import {
  brokenParts,
  checkDeduplicationWindows,
  DeduplicationWindowError,
  type History,
  MigrationError,
  retentionDifferences,
  unappliedMigrations,
} from "@statwire/history-store";
import { readReadiness, type SnapshotStore } from "@statwire/snapshot-store";
import { CommandError, type Outside } from "../command.js";
import { withHistory, withSnapshots } from "../operating/open.js";
import type { Servers } from "../operating/servers.js";
import { type Finding, fail, ok, warn } from "./finding.js";
import { judgeParts, judgeRetention, judgeVersion } from "./judge.js";

/** COPY, which pins a snapshot. */
const redisLeast = "6.2";
/** Deduplication through dependent views, which counts an insert once. */
const clickhouseLeast = "24.8";

const partsOfMs = 24 * 3_600_000;
const accessDenied = "497";

/** ClickHouse: reachable, new enough, with this version's tables, which count an insert once and keep what is set. */
export async function checkHistory(servers: Servers, nowMs: number): Promise<Finding[]> {
  try {
    return await withHistory(servers, (history) => historyFindings(history, nowMs));
  } catch (error) {
    if (!(error instanceof CommandError) && !isServerError(error)) throw error;
    return [
      fail("ClickHouse", (error as Error).message, "start the server; CLICKHOUSE_URL or --data-dir say where it is"),
    ];
  }
}

async function historyFindings(history: History, nowMs: number): Promise<Finding[]> {
  const result = await history.client.query({ query: "SELECT version() AS version", format: "JSONEachRow" });
  const [row] = await result.json<{ version: string }>();
  const version = judgeVersion("ClickHouse", row?.version ?? "0", clickhouseLeast);
  const schema = await schemaFinding(history);
  if (schema.status !== "ok") return [version, schema];
  return [
    ...[version, schema, await windowFinding(history), judgeRetention(await retentionDifferences(history))],
    await partsFinding(history, nowMs),
  ];
}

/** Those written within a day are compared with the disk: all of them would be all bytes that there are. */
async function partsFinding(history: History, nowMs: number): Promise<Finding> {
  try {
    return judgeParts(await brokenParts(history, { sinceMs: nowMs - partsOfMs }));
  } catch (error) {
    if ((error as { code?: string }).code !== accessDenied) throw error;
    const remedy =
      "GRANT SELECT ON system.detached_parts, CHECK ON statwire.* to the user (deploy/clickhouse/users.xml)";
    return warn("parts of tables", "this user may not look", remedy);
  }
}

async function schemaFinding(history: History): Promise<Finding> {
  try {
    const pending = await unappliedMigrations(history);
    if (pending.length === 0) return ok("tables", "of this version");
    return warn("tables", `lack ${pending.join(", ")}`, "start the ingester of this version, or run statwire migrate");
  } catch (error) {
    if (!(error instanceof MigrationError)) throw error;
    return fail("tables", error.message, "use the version of Statwire that the tables were made by, or a newer one");
  }
}

async function windowFinding(history: History): Promise<Finding> {
  try {
    await checkDeduplicationWindows(history);
    return ok("deduplication windows", "every table remembers its last 10000 inserts");
  } catch (error) {
    if (!(error instanceof DeduplicationWindowError)) throw error;
    const remedy =
      "ALTER TABLE … MODIFY SETTING non_replicated_deduplication_window = 10000: a repeat would count twice";
    return fail("deduplication windows", error.message, remedy);
  }
}

/** Redis: reachable, new enough and filled. */
export async function checkSnapshots(servers: Servers, outside: Outside): Promise<Finding[]> {
  try {
    return await withSnapshots(servers, outside, snapshotFindings);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return [fail("Redis", error.message, "start the server; REDIS_URL or --data-dir say where it is")];
  }
}

async function snapshotFindings(store: SnapshotStore): Promise<Finding[]> {
  const version = await redisVersion(store);
  const readiness = await readReadiness(store);
  return [
    version === undefined
      ? ok("Redis", "reachable; this user may not ask for the version")
      : judgeVersion("Redis", version, redisLeast),
    readiness === "absent"
      ? warn("snapshots", "are not filled", "start the cache-projector; it fills them within seconds")
      : ok("snapshots", readiness === "whole" ? "filled" : "filled but for the short histories"),
  ];
}

async function redisVersion(store: SnapshotStore): Promise<string | undefined> {
  try {
    const info = await store.run((client) => client.info("server"));
    return /^redis_version:(\S+)/m.exec(info)?.[1];
  } catch (error) {
    if (/NOPERM/.test((error as Error).message)) return undefined;
    throw error;
  }
}

/** An answer of the server that refuses a statement; it carries ClickHouse's own code. */
function isServerError(error: unknown): boolean {
  return error instanceof Error && "code" in error;
}
