import { HoldError } from "@statwire/event-log";

export interface SwapDeps {
  /**
   * Does something while nothing is stored; `requireHeld` throws when that will not last.
   * @throws HoldError when it was not so.
   */
  held(act: (requireHeld: () => void, committed: number) => Promise<boolean>): Promise<boolean>;
  /** Whether what was stored up to there is other than what was compared. */
  isOutdated(committed: number): Promise<boolean>;
  suspect(dayMs: number): Promise<void>;
  /** One table's day at once. */
  swap(table: string, dayMs: number): Promise<void>;
  /** @throws its reason when it has aborted */
  signal: AbortSignal;
}

/**
 * Swaps tables of days while nothing is stored. A process that was stopped for long may go on when that is over, so it
 * looks again before each.
 * @returns false, and nothing is swapped, when what was compared is outdated
 * @throws HoldError that says so when some were swapped already
 */
export async function swapWhileHeld(
  due: readonly { dayMs: number; differences: readonly { table: string }[] }[],
  { held, isOutdated, suspect, swap, signal }: SwapDeps,
): Promise<boolean> {
  let swapped = 0;
  try {
    return await held(async (requireHeld, committed) => {
      if (await isOutdated(committed)) return false;
      for (const { dayMs, differences } of due) {
        // First: killed in between, hours are compared in vain; the other way round, never.
        await suspect(dayMs);
        for (const { table } of differences) {
          signal.throwIfAborted();
          requireHeld();
          await swap(table, dayMs);
          swapped += 1;
        }
      }
      return true;
    });
  } catch (error) {
    if (swapped === 0 || !(error instanceof HoldError)) throw error;
    const text = `${error.message}; ${swapped} tables of a day were swapped already and may lack what came meanwhile`;
    throw new HoldError(`${text}: run this again`, { cause: error });
  }
}
