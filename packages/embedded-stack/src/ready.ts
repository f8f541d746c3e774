import { type RunningProcess, tailOf } from "./processes.js";

/** Tries until the probe succeeds; fails early, with the end of its log, when the process ends. */
export async function untilReady(
  running: RunningProcess,
  probe: () => Promise<void>,
  timeoutMs = 60_000,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    try {
      await probe();
      return;
    } catch (error) {
      const ended = !running.isRunning();
      if (ended || Date.now() > deadline) {
        const what = ended
          ? "ended at its start"
          : `is not ready after ${timeoutMs / 1000} s: ${(error as Error).message}`;
        throw new Error(`${running.name} ${what}\n${tailOf(running.logFile)}\n(all of it: ${running.logFile})`);
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
