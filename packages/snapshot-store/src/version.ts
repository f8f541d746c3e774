import type { Position } from "./snapshot.js";

const digits = 16;

/**
 * The version of a snapshot, derived from the positions of its parts (modules, inventory and configuration): the sum of their boot
 * ids and the sum of their sequences, each in 16 decimal digits, joined by a dot. Texts of one length compare as the
 * numbers do.
 *
 * It grows with every change. A part is only ever replaced by a later one: either its boot id is higher, and with it
 * the first sum, whatever the sequence does; or its boot id is the same and its sequence higher, and with it the
 * second sum while the first stays. A new part adds a boot id of at least 1. So of two states of a node, one of which
 * came after the other, the later has the higher version, and equal versions mean equal parts.
 *
 * It is made of facts alone, not of how often or in which batches they arrived, so a rebuild ends with the same one.
 */
export function versionOf(parts: Iterable<Position>): string {
  let bootIds = 0;
  let sequences = 0;
  for (const { bootId, sequence } of parts) {
    bootIds += bootId;
    sequences += sequence;
  }
  return `${String(bootIds).padStart(digits, "0")}.${String(sequences).padStart(digits, "0")}`;
}

/** True when `position` comes after `other` in its family's numbering. */
export function isLater(position: Position, other: Position): boolean {
  return position.bootId > other.bootId || (position.bootId === other.bootId && position.sequence > other.sequence);
}
