import { isDeepStrictEqual } from "node:util";
import { readLastLines, readNode, type SnapshotStore } from "@statwire/snapshot-store";
import type { Truth } from "./truth.js";

const workspace = "default";
const linesCompared = 200;

/** Compares the snapshot of every node, and the last lines of every log, with the fold of the log's events. */
export async function compareSnapshots(
  store: SnapshotStore,
  truth: Truth,
): Promise<{ compared: number; mismatches: string[] }> {
  const mismatches: string[] = [];
  let compared = 0;
  const nodes = new Set([...truth.latest.keys()].map((key) => key.slice(0, key.lastIndexOf(" "))));
  for (const node of nodes) {
    const snapshot = await readNode(store, { workspace, node });
    for (const [key, expected] of truth.latest) {
      const [of, part = ""] = [key.slice(0, key.lastIndexOf(" ")), key.slice(key.lastIndexOf(" ") + 1)];
      if (of !== node) continue;
      compared += 1;
      const parts: Record<
        string,
        { bootId: number; sequence: number; observedAtMs: number; state: unknown } | undefined
      > = {
        ...snapshot?.modules,
        inventory: snapshot?.inventory,
        configuration: snapshot?.configuration,
      };
      const actual = parts[part];
      const at = `${actual?.bootId} #${actual?.sequence}`;
      if (actual?.bootId !== expected.bootId || actual.sequence !== expected.sequence) {
        mismatches.push(`snapshot ${key}: at ${at} instead of ${expected.bootId} #${expected.sequence}`);
      } else if (!isDeepStrictEqual(actual.state, JSON.parse(JSON.stringify(expected.state)))) {
        mismatches.push(`snapshot ${key}: the reading ${at} differs from its event`);
      }
    }
  }
  for (const [key, lines] of truth.lines) {
    const [node = "", log = ""] = key.split(" ");
    const { lines: kept } = await readLastLines(store, { workspace, node, log }, { limit: linesCompared });
    const expected = [...lines].sort((one, other) => one.line - other.line).slice(-linesCompared);
    compared += 1;
    if (
      !isDeepStrictEqual(
        kept.map(({ line, text }) => ({ line, text })),
        expected,
      )
    ) {
      mismatches.push(`last lines of ${key}: up to ${kept.at(-1)?.line} instead of ${expected.at(-1)?.line}`);
    }
  }
  return { compared, mismatches };
}
