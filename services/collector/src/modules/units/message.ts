import { marshal, unmarshal, type Value, type Variant } from "./wire.js";

/** A call of a method; arguments by the signature. */
export interface Call {
  path: string;
  interface: string;
  member: string;
  /** Who is meant on a bus; left out between two that are connected directly. */
  destination?: string | undefined;
  signature?: string;
  args?: readonly Value[];
}

/** A message that answers a call, or any other kind, which has no `replyTo`. */
export interface Received {
  replyTo: number | undefined;
  /** Name of the error, when the call failed. */
  error: string | undefined;
  body: Value[];
}

const kinds = { call: 1, reply: 2, error: 3 } as const;
const fields = {
  path: 1,
  interface: 2,
  member: 3,
  errorName: 4,
  replySerial: 5,
  destination: 6,
  signature: 8,
} as const;
const headerSignature = "yyyyuua(yv)";
const little = 0x6c;
const big = 0x42;
const protocolVersion = 1;

/** The list of all units of a large host has 300 kB. */
const messageBytesMax = 16 * 1024 ** 2;

/** The bytes of a call (D-Bus specification, "Message Format"). */
export function encodeCall(serial: number, call: Call): Buffer {
  const { path, interface: interfaceName, member, destination, signature = "", args = [] } = call;
  const body = marshal(signature, args);
  const variant = (type: string, value: string): Variant => ({ signature: type, value });
  const header: Value[] = [
    [fields.path, variant("o", path)],
    [fields.interface, variant("s", interfaceName)],
    [fields.member, variant("s", member)],
    ...(destination === undefined ? [] : [[fields.destination, variant("s", destination)]]),
    ...(signature === "" ? [] : [[fields.signature, variant("g", signature)]]),
  ];
  const head = marshal(headerSignature, [little, kinds.call, 0, protocolVersion, body.length, serial, header]);
  return Buffer.concat([head, Buffer.alloc((8 - (head.length % 8)) % 8), body]);
}

/** Bytes of the message at the beginning of `bytes`; undefined when not even that is known. @throws Error when it is none. */
export function messageLength(bytes: Buffer): number | undefined {
  if (bytes.length < 16) return undefined;
  const endian = bytes[0];
  if ((endian !== little && endian !== big) || bytes[3] !== protocolVersion) throw new Error("d-bus: not a message");
  const read = (at: number) => (endian === little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  const head = 16 + read(12);
  const length = head + ((8 - (head % 8)) % 8) + read(4);
  if (length > messageBytesMax) throw new Error(`d-bus: a message of ${length} bytes`);
  return length;
}

/** One whole message. @throws Error when its parts do not fit together. */
export function decodeMessage(bytes: Buffer): Received {
  const isLittle = bytes[0] === little;
  const [, kind, , , bodyLength, , list] = unmarshal(headerSignature, bytes, 0, isLittle);
  const header = new Map((list as [number, Variant][]).map(([code, { value }]) => [code, value]));
  if (kind !== kinds.reply && kind !== kinds.error) return { replyTo: undefined, error: undefined, body: [] };
  const body = bytes.subarray(bytes.length - (bodyLength as number));
  return {
    replyTo: header.get(fields.replySerial) as number | undefined,
    error: kind === kinds.error ? String(header.get(fields.errorName) ?? "an error without a name") : undefined,
    body: unmarshal(String(header.get(fields.signature) ?? ""), body, 0, isLittle),
  };
}
