/** What came of costly work: its result, or that there is too much of it already. */
export type BoundedOutcome<T> = { ok: true; value: T } | { ok: false };

/** Runs costly work, a few at a time; more waits, up to a bound, and beyond that is refused at once. */
export type BoundedWork = <T>(work: () => Promise<T>) => Promise<BoundedOutcome<T>>;

/** Makes one: whoever asks for much of what is costly (a hash of a password, a read of the history) must not take it from everything else. */
export function boundedWork({ runningMax, waitingMax }: { runningMax: number; waitingMax: number }): BoundedWork {
  const waiting: (() => void)[] = [];
  let running = 0;
  const enter = async () => {
    if (running < runningMax) running += 1;
    // Whoever leaves hands over the place, so that nobody can come in between.
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const leave = () => {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  };
  return async (work) => {
    if (running >= runningMax && waiting.length >= waitingMax) return { ok: false };
    await enter();
    try {
      return { ok: true, value: await work() };
    } finally {
      leave();
    }
  };
}
