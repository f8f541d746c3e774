import { decodeEventsDropped, decodeIntegrityReported, parseEventSubject, walkFrames } from "@statwire/events";
import { type Product, readStream } from "@statwire/running-product";

/** Numbers, both ends included, of a run of a family of a node. */
export interface Range {
  /** `node family boot`. */
  run: string;
  first: bigint;
  last: bigint;
}

/** What the log itself says is missing: given up by the node, and found missing by the history. */
export interface Announced {
  dropped: Range[];
  gaps: Range[];
}

/** Reads every announcement of the log. */
export async function readAnnounced(product: Product): Promise<Announced> {
  const announced: Announced = { dropped: [], gaps: [] };
  await readStream(product, { stream: "INTEGRITY", filter: "integrity.v1.default.>" }, ({ subject, data }) => {
    const address = parseEventSubject(subject);
    if (address === undefined) return;
    walkFrames(data, (start, end) => {
      const bytes = data.subarray(start, end);
      if (address.kind === "dropped") {
        announced.dropped.push(rangeOf(address.node, decodeEventsDropped(bytes)));
      } else {
        const { gapDetected } = decodeIntegrityReported(bytes);
        if (gapDetected !== undefined) announced.gaps.push(rangeOf(address.node, gapDetected));
      }
    });
  });
  return announced;
}

/** Sorts missing numbers (`node family boot number`) by who has announced them; the node's own word counts first. */
export function sortByAnnouncement(
  missing: readonly string[],
  { dropped, gaps }: Announced,
): Record<"dropped" | "gaps" | "unannounced", string[]> {
  const sorted: Record<"dropped" | "gaps" | "unannounced", string[]> = { dropped: [], gaps: [], unannounced: [] };
  for (const number of missing) {
    const by = isIn(number, dropped) ? "dropped" : isIn(number, gaps) ? "gaps" : "unannounced";
    sorted[by].push(number);
  }
  return sorted;
}

function isIn(number: string, ranges: readonly Range[]): boolean {
  const at = number.lastIndexOf(" ");
  const [run, sequence] = [number.slice(0, at), BigInt(number.slice(at + 1))];
  return ranges.some((range) => range.run === run && range.first <= sequence && sequence <= range.last);
}

function rangeOf(
  node: string,
  {
    family,
    bootId,
    firstSequence,
    lastSequence,
  }: Record<"bootId" | "firstSequence" | "lastSequence", bigint> & {
    family: string;
  },
): Range {
  return { run: `${node} ${family} ${bootId}`, first: firstSequence, last: lastSequence };
}
