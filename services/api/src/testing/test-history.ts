import type { HistoryReads } from "../sources.js";

/** A history in which nothing was ever stored. */
export const emptyHistory: HistoryReads = {
  readNode: async () => undefined,
  listNodes: async () => [],
  readSeries: async () => [],
};
