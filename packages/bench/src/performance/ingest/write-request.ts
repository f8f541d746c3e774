import { compress } from "snappyjs";

/**
 * Builds the body of a Prometheus remote-write 1.0 request: protobuf
 * `WriteRequest { timeseries = 1 } · TimeSeries { labels = 1, samples = 2 } · Label { name = 1, value = 2 } ·
 * Sample { value = 1 (double), timestamp = 2 (int64, ms) }`, compressed as one Snappy block
 * (https://prometheus.io/docs/specs/prw/remote_write_spec/).
 */
export class WriteRequest {
  #buffer = Buffer.alloc(1 << 16);
  #length = 0;

  /** Appends a series. @param labels of `encodeLabels`; @param samples values with Unix milliseconds, oldest first */
  append(labels: Uint8Array, samples: readonly { value: number; atMs: number }[]): void {
    const bodies = samples.map(({ atMs }) => 10 + varintLength(atMs));
    const length = labels.length + bodies.reduce((sum, body) => sum + 2 + body, 0);
    this.#reserve(length + 11);
    this.#byte(0x0a);
    this.#varint(length);
    this.#buffer.set(labels, this.#length);
    this.#length += labels.length;
    for (const [index, { value, atMs }] of samples.entries()) {
      this.#byte(0x12);
      this.#byte(bodies[index] ?? 0);
      this.#byte(0x09);
      this.#length = this.#buffer.writeDoubleLE(value, this.#length);
      this.#byte(0x10);
      this.#varint(atMs);
    }
  }

  /** Uncompressed bytes so far. */
  bytes(): Uint8Array {
    return this.#buffer.subarray(0, this.#length);
  }

  /** The compressed body of what was appended; the next `append` begins another. */
  take(): Uint8Array {
    const body = compress(this.bytes());
    this.#length = 0;
    return body;
  }

  #byte(value: number): void {
    this.#buffer[this.#length++] = value;
  }

  #varint(value: number): void {
    let rest = value;
    for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) this.#byte((rest % 0x80) | 0x80);
    this.#byte(rest);
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#buffer.length) return;
    const larger = Buffer.alloc(Math.max(this.#buffer.length * 2, this.#length + more));
    larger.set(this.bytes());
    this.#buffer = larger;
  }
}

/** The labels of one series as fields of a TimeSeries, sorted by name as the specification asks. Each is shorter than 64 bytes. */
export function encodeLabels(labels: Readonly<Record<string, string>>): Uint8Array {
  const pairs = Object.entries(labels).sort(([one], [other]) => (one < other ? -1 : 1));
  return Buffer.concat(
    pairs.map(([name, value]) => {
      const label = Buffer.concat([shortField(0x0a, name), shortField(0x12, value)]);
      return Buffer.concat([Buffer.from([0x0a, label.length]), label]);
    }),
  );
}

function shortField(key: number, text: string): Buffer {
  const bytes = Buffer.from(text);
  if (bytes.length > 60) throw new Error(`label too long: ${text}`);
  return Buffer.concat([Buffer.from([key, bytes.length]), bytes]);
}

function varintLength(value: number): number {
  let length = 1;
  for (let rest = value; rest >= 0x80; rest = Math.floor(rest / 0x80)) length += 1;
  return length;
}
