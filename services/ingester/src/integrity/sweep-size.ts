/** How many nodes one question of a sweep may be about: any number costs the store a few milliseconds beside what it reads. */
export const sweptNodes = { min: 20, max: 500 } as const;

/** A question is meant to take a part of the budget that a sweep has in one pass, so that it does not exceed it by much. */
const goalMs = 100;

/**
 * How many nodes the next question of a sweep is about: twice as many as the last one when that took less than half of what
 * it may, half as many when it took twice that. Little is kept of nodes that are new or read seldom, much of others.
 */
export function nextSweepSize(nodes: number, tookMs: number): number {
  if (tookMs < goalMs / 2) return Math.min(sweptNodes.max, nodes * 2);
  if (tookMs > goalMs * 2) return Math.max(sweptNodes.min, Math.floor(nodes / 2));
  return nodes;
}
