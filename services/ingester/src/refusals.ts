/** How many messages the share is counted over, and how many refused ones it takes at least. */
const windowMessages = 10_000;
const refusedMin = 100;
const refusedShareMax = 0.01;

/** Too many messages are refused for bad luck: something systematic is wrong, or somebody sends what nobody can store. */
export class TooManyRefusedError extends Error {
  override readonly name = "TooManyRefusedError";
}

/** Counts the messages that the history store refused over the last ten thousand or so. */
export class RefusalMeter {
  #messages = 0;
  #refused = 0;

  /** Begins to count anew. */
  reset(): void {
    this.#messages = 0;
    this.#refused = 0;
  }

  /** Counts messages that are done with, refused ones among them. */
  seen(messages: number): void {
    this.#messages += messages;
    while (this.#messages > windowMessages) {
      this.#messages /= 2;
      this.#refused /= 2;
    }
  }

  /**
   * Counts one refused message, as soon as it is known: a batch of which everything is refused must not be set aside
   * to its end first.
   * @throws TooManyRefusedError when more than 1 % (and at least 100) were refused.
   */
  refused(): void {
    this.#refused += 1;
    if (this.#refused >= refusedMin && this.#refused > windowMessages * refusedShareMax) {
      throw new TooManyRefusedError(
        `the history store refused more than ${refusedShareMax * 100} % of the last ${windowMessages} messages`,
      );
    }
  }
}
