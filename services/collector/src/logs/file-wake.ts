import { type FSWatcher, watch } from "node:fs";

/** After the last change of a file it is looked at often for so long. */
const busyForMs = 10_000;
const busyPollMs = 200;
const idlePollMs = 1000;
/** Changes within so long are read together. */
const quietMs = 10;

/**
 * Waits until a file has changed: the kernel tells where it can (inotify), and where it cannot, the file is looked at
 * every 200 ms. The file is watched by its descriptor, whatever its name is by now.
 */
export class FileWake {
  #watcher: FSWatcher | undefined;
  #descriptor: number | undefined;
  #works = false;
  #wake: (() => void) | undefined;
  #isPending = false;
  #lastChangeMs = 0;
  readonly #monotonicMs: () => number;

  constructor(monotonicMs: () => number) {
    this.#monotonicMs = monotonicMs;
  }

  /** Watches this descriptor from now on, or none. */
  watch(descriptor: number | undefined): void {
    if (descriptor === this.#descriptor) return;
    this.#watcher?.close();
    this.#descriptor = descriptor;
    this.#watcher = undefined;
    this.#works = false;
    if (descriptor === undefined) return;
    try {
      this.#watcher = watch(`/proc/self/fd/${descriptor}`, () => this.now());
      this.#watcher.on("error", () => {
        this.#works = false;
      });
      this.#works = true;
    } catch {
      // No watches left, or a filesystem without them: the polls do.
    }
  }

  /** Ends the wait, or the next one. */
  now(): void {
    this.#lastChangeMs = this.#monotonicMs();
    this.#isPending = true;
    this.#wake?.();
  }

  /** Waits for a change, at most until the next poll or for `maxMs`. */
  async wait(maxMs = Number.POSITIVE_INFINITY): Promise<void> {
    const isBusy = !this.#works || this.#monotonicMs() - this.#lastChangeMs < busyForMs;
    await this.#sleep(Math.min(maxMs, isBusy ? busyPollMs : idlePollMs));
    if (this.#isPending) {
      this.#isPending = false;
      await new Promise((resolve) => setTimeout(resolve, quietMs));
    }
  }

  close(): void {
    this.watch(undefined);
    this.now();
  }

  #sleep(ms: number): Promise<void> {
    if (this.#isPending) return Promise.resolve();
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        this.#wake = undefined;
        resolve();
      };
      const timer = setTimeout(end, ms);
      this.#wake = end;
    });
  }
}
