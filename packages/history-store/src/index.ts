export { connectHistory, type History, type HistoryOptions, type Retention } from "./connect.js";
export { type InsertOutcome, insertLanded, type LandedInsert } from "./ingest/insert-landed.js";
export { closeDay } from "./rollups/close-day.js";
export { closeHour, type HourClose, type NodeKey } from "./rollups/close-hour.js";
export { daysToClose, hoursToClose, type Position } from "./rollups/due.js";
export { checkDeduplicationWindows, DeduplicationWindowError } from "./schema/deduplication-windows.js";
export { MigrationError, migrate } from "./schema/migrate.js";
export { RetentionError } from "./schema/retention.js";
export { type HistorySettings, historySettings, toHistoryOptions } from "./settings.js";
