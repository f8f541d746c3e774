import { openSync, writeSync } from "node:fs";
import { SettingsError } from "@statwire/runtime";

/** An event that the log has acknowledged, whether it answered the publish or showed later that it has the event. */
export interface AcknowledgedEvent {
  /** Of readings; `log/<name>` of a log's lines; `dropped/<family>` of an announcement, which is named by its first number. */
  family: string;
  bootId: number;
  sequence: number;
}

/** Told of every acknowledgement before what was acknowledged is let go. */
export type RecordAcknowledged = (events: readonly AcknowledgedEvent[]) => void;

/**
 * Appends what the log has acknowledged to a file, a line `["node","family",run,sequence]` each, written when it is said:
 * what a program outside compares the stores with. A process that was killed may leave half a line, so each begins
 * with a new one. Without a file nothing is recorded.
 * @throws SettingsError with MODE=prod: it grows without a bound.
 */
export function openAcknowledgedRecord({
  MODE,
  file,
  node,
}: {
  MODE: "prod" | "dev";
  file: string | undefined;
  node: string;
}): RecordAcknowledged {
  if (file === undefined) return () => undefined;
  if (MODE === "prod") throw new SettingsError(["COLLECTOR_ACKNOWLEDGED_TO: is for MODE=dev only"]);
  const descriptor = openSync(file, "a", 0o600);
  writeSync(descriptor, "\n");
  return (events) => {
    if (events.length === 0) return;
    const lines = events.map(({ family, bootId, sequence }) => `${JSON.stringify([node, family, bootId, sequence])}\n`);
    writeSync(descriptor, lines.join(""));
  };
}
