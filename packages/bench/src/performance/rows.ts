import type { Row } from "./row.js";

/** The table, in the order in which it is measured and printed. */
export const rows: readonly Row[] = [];
