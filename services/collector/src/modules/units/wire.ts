/**
 * D-Bus wire format (D-Bus specification, "Marshaling"): values by a signature, each aligned to its own size.
 * Numbers of 64 bits are bigints, arrays and structs are arrays, a dictionary is an array of pairs.
 */
export type Value = number | bigint | boolean | string | Value[] | Variant;

/** A value that carries its type along. */
export interface Variant {
  signature: string;
  value: Value;
}

const depthMax = 32;

/** What a fixed-size type takes; strings and arrays are aligned to their length, signatures to nothing. */
const alignments: Record<string, number> = {
  y: 1,
  b: 4,
  n: 2,
  q: 2,
  i: 4,
  u: 4,
  x: 8,
  t: 8,
  d: 8,
  h: 4,
  s: 4,
  o: 4,
  g: 1,
  a: 4,
  "(": 8,
  "{": 8,
  v: 1,
};

/** The single complete types of a signature: `sa(yv)u` gives `s`, `a(yv)`, `u`. @throws Error when it is malformed. */
export function splitSignature(signature: string): string[] {
  const types: string[] = [];
  for (let at = 0; at < signature.length; ) {
    const end = endOfType(signature, at, 0);
    types.push(signature.slice(at, end));
    at = end;
  }
  return types;
}

function endOfType(signature: string, at: number, depth: number): number {
  const code = signature[at];
  if (code === undefined || alignments[code] === undefined || depth > depthMax) throw malformed(signature);
  if (code === "a") return endOfType(signature, at + 1, depth + 1);
  if (code !== "(" && code !== "{") return at + 1;
  const close = code === "(" ? ")" : "}";
  let end = at + 1;
  while (signature[end] !== close) end = endOfType(signature, end, depth + 1);
  if (end === at + 1) throw malformed(signature);
  return end + 1;
}

/** Bytes of values, little-endian; `start` is where they will lie, for the alignment. */
export function marshal(signature: string, values: readonly Value[], start = 0): Buffer {
  const writer = new Writer(start);
  for (const [index, type] of splitSignature(signature).entries()) writer.write(type, values[index] as Value);
  return writer.bytes();
}

class Writer {
  readonly #parts: Buffer[] = [];
  #at: number;

  constructor(start: number) {
    this.#at = start;
  }

  bytes(): Buffer {
    return Buffer.concat(this.#parts);
  }

  write(type: string, value: Value): void {
    const code = type[0] ?? "";
    this.#align(alignments[code] ?? 1);
    if (code === "a") {
      this.#writeArray(type.slice(1), value as Value[]);
    } else if (code === "(" || code === "{") {
      this.#writeAll(splitSignature(type.slice(1, -1)), value as Value[]);
    } else if (code === "v") {
      const variant = value as Variant;
      this.#put(text(variant.signature, 1));
      this.write(variant.signature, variant.value);
    } else if (code === "s" || code === "o" || code === "g") {
      this.#put(text(value as string, code === "g" ? 1 : 4));
    } else {
      this.#put(number(code, value));
    }
  }

  #writeAll(types: readonly string[], values: readonly Value[]): void {
    for (const [index, type] of types.entries()) this.write(type, values[index] as Value);
  }

  /** The length does not count what aligns the first item. */
  #writeArray(type: string, items: readonly Value[]): void {
    const length = Buffer.alloc(4);
    this.#put(length);
    this.#align(alignments[type[0] ?? ""] ?? 1);
    const start = this.#at;
    for (const item of items) this.write(type, item);
    length.writeUInt32LE(this.#at - start);
  }

  #align(size: number): void {
    this.#put(Buffer.alloc((size - (this.#at % size)) % size));
  }

  #put(bytes: Buffer): void {
    this.#parts.push(bytes);
    this.#at += bytes.length;
  }
}

function text(value: string, lengthSize: 1 | 4): Buffer {
  const bytes = Buffer.alloc(lengthSize + Buffer.byteLength(value) + 1);
  if (lengthSize === 1) bytes.writeUInt8(Buffer.byteLength(value));
  else bytes.writeUInt32LE(Buffer.byteLength(value));
  bytes.write(value, lengthSize, "utf8");
  return bytes;
}

function number(code: string, value: Value): Buffer {
  const bytes = Buffer.alloc(alignments[code] ?? 0);
  if (code === "y") bytes.writeUInt8(value as number);
  else if (code === "b") bytes.writeUInt32LE(value === true ? 1 : 0);
  else if (code === "n") bytes.writeInt16LE(value as number);
  else if (code === "q") bytes.writeUInt16LE(value as number);
  else if (code === "i") bytes.writeInt32LE(value as number);
  else if (code === "u" || code === "h") bytes.writeUInt32LE(value as number);
  else if (code === "x") bytes.writeBigInt64LE(value as bigint);
  else if (code === "t") bytes.writeBigUInt64LE(value as bigint);
  else bytes.writeDoubleLE(value as number);
  return bytes;
}

/**
 * Values of a signature in bytes, from `start` on; alignment counts from the beginning of `bytes`.
 * @throws Error or RangeError when the bytes do not hold what the signature says.
 */
export function unmarshal(signature: string, bytes: Buffer, start = 0, littleEndian = true): Value[] {
  const reader = new Reader(bytes, start, littleEndian);
  return splitSignature(signature).map((type) => reader.read(type, 0));
}

class Reader {
  readonly #bytes: Buffer;
  readonly #little: boolean;
  #at: number;

  constructor(bytes: Buffer, start: number, littleEndian: boolean) {
    this.#bytes = bytes;
    this.#at = start;
    this.#little = littleEndian;
  }

  read(type: string, depth: number): Value {
    if (depth > depthMax) throw new Error("d-bus: nested too deeply");
    const code = type[0] ?? "";
    this.#align(alignments[code] ?? 1);
    if (code === "a") return this.#readArray(type.slice(1), depth);
    if (code === "(" || code === "{") {
      return splitSignature(type.slice(1, -1)).map((member) => this.read(member, depth + 1));
    }
    if (code === "v") {
      const signature = this.#text(this.#number("y"));
      const [only, ...more] = splitSignature(signature);
      if (only === undefined || more.length > 0) throw malformed(signature);
      return { signature, value: this.read(only, depth + 1) };
    }
    if (code === "s" || code === "o") return this.#text(this.#number("u"));
    if (code === "g") return this.#text(this.#number("y"));
    if (code === "x" || code === "t") return this.#wide(code);
    return code === "b" ? this.#number("u") !== 0 : this.#number(code);
  }

  #readArray(type: string, depth: number): Value[] {
    const length = this.#number("u");
    this.#align(alignments[type[0] ?? ""] ?? 1);
    const end = this.#at + length;
    if (end > this.#bytes.length) throw new Error("d-bus: an array that ends outside of its message");
    const items: Value[] = [];
    while (this.#at < end) items.push(this.read(type, depth + 1));
    if (this.#at !== end) throw new Error("d-bus: an array whose items do not fill it");
    return items;
  }

  #number(code: string): number {
    const at = this.#take(alignments[code] ?? 1);
    const [bytes, little] = [this.#bytes, this.#little];
    if (code === "y") return bytes.readUInt8(at);
    if (code === "n") return little ? bytes.readInt16LE(at) : bytes.readInt16BE(at);
    if (code === "q") return little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at);
    if (code === "i") return little ? bytes.readInt32LE(at) : bytes.readInt32BE(at);
    if (code === "d") return little ? bytes.readDoubleLE(at) : bytes.readDoubleBE(at);
    return little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);
  }

  #wide(code: string): bigint {
    const at = this.#take(8);
    const bytes = this.#bytes;
    if (code === "x") return this.#little ? bytes.readBigInt64LE(at) : bytes.readBigInt64BE(at);
    return this.#little ? bytes.readBigUInt64LE(at) : bytes.readBigUInt64BE(at);
  }

  #text(length: number): string {
    const at = this.#take(length + 1);
    return this.#bytes.toString("utf8", at, at + length);
  }

  #align(size: number): void {
    this.#at += (size - (this.#at % size)) % size;
  }

  /** Where the next `size` bytes are. */
  #take(size: number): number {
    const at = this.#at;
    if (at + size > this.#bytes.length) throw new Error("d-bus: a value that ends outside of its message");
    this.#at += size;
    return at;
  }
}

function malformed(signature: string): Error {
  return new Error(`d-bus: malformed signature "${signature.slice(0, 60)}"`);
}
