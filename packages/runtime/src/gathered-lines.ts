import type { DestinationStream } from "pino";

/** Pino's number of the level `warn`: what a person may have to see. */
const warnLevel = 40;
/** Written before the turn ends when there is so much, so that memory is bounded (UTF-16 units). */
const gatheredMax = 64 * 1_024;

/** A destination of log lines that can be told to write what it has. */
export interface GatheredLines extends DestinationStream {
  flush(): void;
}

/**
 * Writes the lines of one turn of the event loop together, at its end, in their order: a call of the system for each line took more of the
 * processor than the rest of a read that is answered from memory. From `warn` on a line is written at once, with those before it. Whoever
 * ends the process flushes.
 */
export function gatherLines(destination: DestinationStream): GatheredLines {
  let gathered = "";
  const flush = () => {
    const lines = gathered;
    gathered = "";
    if (lines !== "") destination.write(lines);
  };
  return {
    // Has pino tell the level of each line before it.
    [Symbol.for("pino.metadata")]: true,
    lastLevel: 0,
    write(line: string) {
      if (gathered === "") setImmediate(flush);
      gathered += line;
      if (this.lastLevel >= warnLevel || gathered.length > gatheredMax) flush();
    },
    flush,
  } as GatheredLines & { lastLevel: number };
}
