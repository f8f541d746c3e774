import type { StreamOverview } from "@statwire/event-log";
import type { BrokenPart, RetentionDifference } from "@statwire/history-store";
import { bytesText, durationText } from "../operating/readable.js";
import type { Standing } from "../operating/standing.js";
import { type Finding, fail, graded, ok, warn } from "./finding.js";

const dayMs = 86_400_000;

/** How full a stream that refuses what is new is; one that drops the oldest may be full. */
export function judgeStream({ name, bytes, bytesMax, whenFull }: StreamOverview): Finding {
  const check = `stream ${name}`;
  if (bytesMax === 0) return ok(check, `${bytesText(bytes)}, no limit`);
  const share = bytes / bytesMax;
  const text = `${bytesText(bytes)} of ${bytesText(bytesMax)} (${(100 * share).toFixed(1)} %)`;
  if (whenFull !== "refuses") return ok(check, text);
  const remedy = isBucket(name)
    ? "remove what is not needed from the bucket, or raise its limit with the tools of NATS"
    : `above 70 % the ingester makes room for what it has stored: see that it keeps up, or raise ${name}_MAX_BYTES`;
  return graded(check, { value: share, warnFrom: 0.8, failFrom: 0.97 }, { text, remedy });
}

/** The stream behind a key-value bucket. */
function isBucket(stream: string): boolean {
  return stream.startsWith("KV_");
}

/** Whether the disk of the streams holds what their limits allow; `freeBytes` is of that disk. */
export function judgeDisk(streams: readonly StreamOverview[], freeBytes: number): Finding {
  const growth = streams.reduce((sum, { bytes, bytesMax }) => sum + Math.max(0, bytesMax - bytes), 0);
  const text = `the streams may grow by ${bytesText(growth)}, the disk has ${bytesText(freeBytes)}`;
  const remedy = "a full disk stops every stream: make room, or lower TELEMETRY_MAX_BYTES and LOGS_MAX_BYTES";
  if (growth < freeBytes) return ok("disk of the streams", text);
  return warn("disk of the streams", text, remedy);
}

/** Whether a stream is being stored, and how far behind that is. */
export function judgeStanding(standing: Standing): Finding[] {
  const { stream, isUntouched, isHeld, messagesBehind, secondsBehind, lost } = standing;
  const check = `history of ${stream}`;
  if (isUntouched) return [warn(check, "was never ingested", "start the ingester")];
  const text = `${messagesBehind} messages, ${secondsBehind.toFixed(1)} s behind`;
  const findings = [
    isHeld
      ? graded(
          check,
          { value: secondsBehind, warnFrom: 60, failFrom: 600 },
          { text, remedy: "see /readyz?verbose and the log of the ingester: mostly ClickHouse is away or too slow" },
        )
      : fail(check, `no ingester holds the stream; ${text}`, "start the ingester"),
  ];
  if (lost === 0) return findings;
  const remedy = "they cannot be had back; raise the limits of the stream for longer outages";
  return [...findings, fail(check, `${lost} messages left the stream before they were stored`, remedy)];
}

/** Whether the disk has what the tables should have; a part that is not so has its rows in no answer. */
export function judgeParts(broken: readonly BrokenPart[]): Finding {
  const check = "parts of tables";
  if (broken.length === 0) return ok(check, "those of the last day are on the disk, and none was set aside");
  const named = broken.slice(0, 5).map(({ table, part }) => `${table} ${part}`);
  const more = broken.length > named.length ? ` and ${broken.length - named.length} more` : "";
  const remedy = "statwire repair parts puts their rows back out of the log, which has them for 72 hours";
  return fail(check, `${broken.length} broken, mostly by a full disk: ${named.join(", ")}${more}`, remedy);
}

/** Whether there is something that could not be processed, and whether some of it was given up for room. */
export function judgeDeadLetters(count: number, givenUp: number): Finding {
  if (givenUp > 0) {
    const remedy =
      "retry or drop what is there, raise DEAD_LETTERS_MAX_BYTES; statwire deadletters list says how to see which";
    return warn("dead letters", `${count}, and ${givenUp} older ones were given up for room`, remedy);
  }
  if (count === 0) return ok("dead letters", "none");
  const remedy = "statwire deadletters list says why; retry what can be stored now, drop the rest";
  return warn("dead letters", String(count), remedy);
}

/** Whether clients can still trust the certificate. */
export function judgeCertificate(notAfterMs: number, nowMs: number): Finding {
  const left = notAfterMs - nowMs;
  const until = new Date(notAfterMs).toISOString().slice(0, 10);
  const remedy = "replace cert.pem and key.pem in TLS_DIR, or remove both: the API makes new ones when it starts";
  if (left <= 0) return fail("certificate", `expired on ${until}`, remedy);
  const text = `good until ${until} (${durationText(left)})`;
  return left < 30 * dayMs ? warn("certificate", text, remedy) : ok("certificate", text);
}

/** Whether what is kept is what is set. */
export function judgeRetention(differences: readonly RetentionDifference[]): Finding {
  if (differences.length === 0) return ok("retention", "as it is set");
  const tables = differences.map(({ table, setDays, effectiveDays }) => {
    return `${table} keeps ${effectiveDays === undefined ? "for ever" : `${effectiveDays} d`}, set ${setDays} d`;
  });
  const remedy =
    "give statwire the RETENTION_… settings of the ingester; if they are the same, start the ingester anew";
  return fail("retention", tables.slice(0, 5).join("; ") + (tables.length > 5 ? "; …" : ""), remedy);
}

/** Whether a version is one that this product works with; `least` by its numbers. */
export function judgeVersion(server: string, version: string, least: string): Finding {
  const check = `version of ${server}`;
  const [have, want] = [version, least].map((text) => text.split(".").map((part) => Number.parseInt(part, 10)));
  const at = (want ?? []).findIndex((number, index) => (have?.[index] ?? 0) !== number);
  const isLess = at >= 0 && (have?.[at] ?? 0) < (want?.[at] ?? 0);
  return isLess ? fail(check, version, `use ${least} or newer`) : ok(check, version);
}
