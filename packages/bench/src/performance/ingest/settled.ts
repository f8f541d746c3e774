import { sleep } from "@statwire/runtime";

const lookMs = 1_000;
/** So many looks in a row have to find it quiet: between two merges nothing is under way either. */
const looks = 4;

/**
 * Waits until a server has nothing left to do in the background.
 * @throws when the signal aborts, or it is not quiet within `withinMs`
 */
export async function untilQuiet(
  isQuiet: () => Promise<boolean>,
  { withinMs, signal, what }: { withinMs: number; signal: AbortSignal; what: string },
): Promise<void> {
  const deadlineMs = Date.now() + withinMs;
  for (let quiet = 0; quiet < looks; ) {
    signal.throwIfAborted();
    if (Date.now() > deadlineMs) throw new Error(`${what} is still busy after ${withinMs / 1000} s`);
    await sleep(lookMs, signal);
    quiet = (await isQuiet()) ? quiet + 1 : 0;
  }
}
