import { nameBytesMax } from "@statwire/events";
import type { ExpectedNode } from "./numbered-nodes.js";

/** Parses `name` or `name:tag`, comma-separated; tells what is wrong, naming the entry. */
export function parseExpectedNodes(text: string, complain: (message: string) => void): ExpectedNode[] {
  const entries = text
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
  return entries.flatMap((entry) => {
    const [node = "", ...tag] = entry.split(":");
    const isName = node !== "" && Buffer.byteLength(node) <= nameBytesMax;
    if (!isName) complain(`"${entry}": expected a name of 1 to ${nameBytesMax} bytes before the colon`);
    return isName ? [{ node, tag: tag.join(":") }] : [];
  });
}
