/** How many messages the share is counted over, and how many refused ones it takes at least. */
const windowMessages = 10_000;
const refusedMin = 100;
const refusedShareMax = 0.01;

/** Too many messages are refused for bad luck: something systematic is wrong, and a person has to look. */
export class TooManyRefusedError extends Error {
  override readonly name = "TooManyRefusedError";
}

/** Counts refused messages over the last ten thousand or so. */
export class RefusalMeter {
  #messages = 0;
  #refused = 0;

  /** @throws TooManyRefusedError when more than 1 % (and at least 100) were refused. */
  add(messages: number, refused: number): void {
    this.#messages += messages;
    this.#refused += refused;
    if (this.#refused >= refusedMin && this.#refused > Math.max(this.#messages, windowMessages) * refusedShareMax) {
      throw new TooManyRefusedError(`${this.#refused} of ${this.#messages} messages were refused`);
    }
    if (this.#messages >= windowMessages) {
      this.#messages /= 2;
      this.#refused /= 2;
    }
  }
}
