import { faultsInNumbering } from "@statwire/running-product";
import { lineText } from "../load/log-writer.js";
import type { Findings } from "./findings.js";
import type { Truth } from "./truth.js";

/** Which runs of a node lose readings by what is done to its spool. */
export type MissingIn = "every run" | "all but the first run";

/** What the senders know of what the log has to hold. */
export interface Sent {
  /** How many lines were written, by `node log`. */
  written: ReadonlyMap<string, number>;
  /** Nodes of which numbers may be missing: in every run, or in all but the first. */
  incomplete: ReadonlyMap<string, MissingIn>;
  /** Nodes of which something has to be in the log. */
  nodes: readonly string[];
}

/**
 * Compares the log with its senders: every number of every run up to its highest, and every written line, once.
 * `givenUp` are the missing numbers of nodes that may have given them up: they have to be announced.
 * A run's last numbers cannot be missed that way; those were not acknowledged.
 */
export function compareSenders(
  truth: Truth,
  { written, incomplete, nodes }: Sent,
): Pick<Findings, "lost" | "doubled"> & { givenUp: string[] } {
  // Those that are stored apart are in the log, too.
  const identities = [...truth.events, ...truth.quarantined].flatMap(([text, places]) => {
    const [node = "", family = "", bootId = "", sequence = "", observedAtMs = ""] = text.split(" ");
    // No collector numbers so: it follows nothing, and nothing follows it.
    if (!isNumber(bootId) || !isNumber(sequence)) return [];
    return places.map(() => ({ node, family, bootId, sequence, observedAtMs: Number(observedAtMs) }));
  });
  const numbering = faultsInNumbering(identities);
  const firstRuns = new Map<string, bigint>();
  for (const { node, bootId } of identities) {
    const first = firstRuns.get(node);
    if (first === undefined || BigInt(bootId) < first) firstRuns.set(node, BigInt(bootId));
  }
  const mayBeMissing = (number: string) => {
    const [node = "", , bootId] = number.split(" ");
    if (incomplete.get(node) === "every run") return true;
    return incomplete.has(node) && firstRuns.get(node) !== BigInt(bootId ?? 0);
  };
  const lost = numbering.missing
    .filter((number) => !mayBeMissing(number))
    .map((number) => `number ${number} is missing in the log`);
  const givenUp = numbering.missing.filter((number) => incomplete.get(number.split(" ")[0] ?? "") === "every run");
  const doubled = numbering.doubled.map((number) => `number ${number} is in the log twice`);
  const heard = new Set(identities.map(({ node }) => node));
  for (const node of nodes) if (!heard.has(node)) lost.push(`nothing of ${node} is in the log`);
  for (const [key, count] of written) {
    const [node = ""] = key.split(" ");
    const times = new Map<string, number>();
    for (const { text } of truth.lines.get(key) ?? []) times.set(text, (times.get(text) ?? 0) + 1);
    for (let line = 1; line <= count; line += 1) {
      const seen = times.get(lineText(node, line)) ?? 0;
      if (seen === 0) lost.push(`line ${line} of ${key} was written`);
      if (seen > 1) doubled.push(`line ${line} of ${key} is in the log ${seen} times`);
    }
  }
  return { lost, doubled, givenUp };
}

function isNumber(text: string): boolean {
  return Number(text) > 0 && Number.isSafeInteger(Number(text));
}
