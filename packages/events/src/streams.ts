/** A stream of the log: what it stores, and who must have read a message before it may be purged for room. */
export interface StreamDefinition {
  name: string;
  subjects: readonly string[];
  requiredReaders: readonly string[];
}

/** Every stream of the log. Limits (bytes, age) are settings of whoever creates them. */
export const streams = {
  // The cache projector needs only the last message per subject, so it holds nothing back.
  TELEMETRY: { name: "TELEMETRY", subjects: ["telemetry.v1.>"], requiredReaders: ["ingester"] },
  // Apart from the metrics, so that a flood of lines never takes their room.
  LOGS: { name: "LOGS", subjects: ["logs.v1.>"], requiredReaders: ["ingester"] },
  // What the pipeline finds out about the events of nodes: little, and kept for long.
  INTEGRITY: { name: "INTEGRITY", subjects: ["integrity.v1.>"], requiredReaders: ["ingester"] },
  // A bucket: documents and their past, which a reader copies into the history and never makes room in.
  CONFIG: { name: "KV_config", subjects: ["$KV.config.>"], requiredReaders: ["ingester"] },
  // What happens to sign-ins, apart: who tries many passwords must not take the room of anything else.
  AUDIT: { name: "AUDIT", subjects: ["audit.v1.>"], requiredReaders: ["ingester"] },
  DEAD_LETTERS: { name: "DEAD_LETTERS", subjects: ["deadletters.v1.>"], requiredReaders: [] },
} as const satisfies Record<string, StreamDefinition>;
