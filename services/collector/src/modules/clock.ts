import { statSync } from "node:fs";
import { isIPv6 } from "node:net";
import { type ChronyState, parseTracking, trackingRequest } from "./clock/chrony.js";
import { exchange } from "./clock/datagram.js";
import { parseSntp, sntpRequest } from "./clock/sntp.js";
import type { ModuleContext, ModuleReader, Reading } from "./module.js";

type ClockReading = Reading<"clock">;

/** chronyd's command port; it answers monitoring requests of any local user. */
const chronyAddress = { address: "127.0.0.1", port: 323 };

/** An answer from this host takes microseconds, from a time server up to a good part of a second. */
const localAnswerMs = 300;
const serverAnswerMs = 900;

/** A host that is further off than this is not synchronized, whatever runs on it (STEPT of RFC 5905, appendix A). */
const synchronizedWithinUs = 128_000;

export interface ClockOptions {
  chrony?: { address: string; port: number };
}

/**
 * How far the clock is off. Asked in this order, and the first that answers is reported: chronyd; the time servers that
 * the settings name, by SNTP, which tells the offset to a millisecond or so; systemd-timesyncd, which only tells whether
 * it has synchronized. Absent without any of them; a failure when servers are named, none answers and nothing else tells.
 */
export function openClock(
  context: ModuleContext,
  { chrony = chronyAddress }: ClockOptions = {},
): ModuleReader<"clock"> {
  return {
    async sample() {
      const fromChrony = await readChrony(context, chrony);
      if (fromChrony !== undefined) return fromChrony;
      const { reading, problem } = await readServers(context);
      if (reading !== undefined) return reading;
      const fromTimesyncd = readTimesyncd(context.host.fileRoot);
      if (fromTimesyncd !== undefined) return fromTimesyncd;
      if (problem !== undefined) throw new Error(problem);
      return undefined;
    },
  };
}

async function readChrony(
  { randomBytes }: ModuleContext,
  to: { address: string; port: number },
): Promise<ClockReading | undefined> {
  const sequence = Buffer.from(randomBytes(4)).readUInt32BE();
  const answer = await exchange({ ...to, request: trackingRequest(sequence), answerMs: localAnswerMs });
  return answer.ok ? toReading(parseTracking(answer.bytes, sequence)) : undefined;
}

function toReading(state: ChronyState): ClockReading {
  return {
    synchronized: state.synchronized,
    offsetUs: micros(state.offsetSeconds),
    rootDelayUs: micros(state.rootDelaySeconds),
    rootDispersionUs: micros(state.rootDispersionSeconds),
    stratum: state.stratum,
    frequencyErrorPpb: BigInt(Math.round(state.frequencyPpm * 1000)),
    service: "chrony",
    reference: state.reference,
  };
}

/** The first server's answer, or what is wrong with the last one that was asked. */
async function readServers(context: ModuleContext): Promise<{ reading?: ClockReading; problem?: string }> {
  let problem: string | undefined;
  for (const server of context.clockServers()) {
    const said = await readServer(context, server);
    if (typeof said !== "string") return { reading: said };
    problem = `${server}: ${said}`;
  }
  return problem === undefined ? {} : { problem };
}

async function readServer({ nowMs, randomBytes }: ModuleContext, server: string): Promise<ClockReading | string> {
  const to = parseServer(server);
  if (to === undefined) return "expected a name or an address, with or without a port";
  const nonce = Buffer.from(randomBytes(8));
  const answer = await exchange({ ...to, request: sntpRequest(nonce), answerMs: serverAnswerMs, nowMs });
  if (!answer.ok) return answer.reason;
  const said = parseSntp(answer.bytes, { nonce, sentAtMs: answer.sentAtMs, receivedAtMs: answer.receivedAtMs });
  if (!said.ok) return said.reason;
  const offsetUs = said.offsetMs * 1000;
  return {
    synchronized: Math.abs(offsetUs) <= synchronizedWithinUs,
    offsetUs: BigInt(Math.round(offsetUs)),
    rootDelayUs: BigInt(Math.round((said.rootDelayMs + said.delayMs) * 1000)),
    rootDispersionUs: BigInt(Math.round(said.rootDispersionMs * 1000)),
    stratum: said.stratum,
    service: "sntp",
    reference: server,
  };
}

/** `time.example`, `192.0.2.1`, `192.0.2.1:1123`, `[2001:db8::1]:123`, `2001:db8::1`. */
export function parseServer(server: string): { address: string; port: number } | undefined {
  const [, bracketed, plain, port] = /^(?:\[([\da-fA-F:.]+)\]|([^[\]:\s]+))(?::(\d{1,5}))?$/.exec(server) ?? [];
  const address = bracketed ?? plain ?? (isIPv6(server) ? server : undefined);
  if (address === undefined) return undefined;
  const number = port === undefined ? 123 : Number(port);
  return number >= 1 && number <= 65_535 ? { address, port: number } : undefined;
}

/** timesyncd touches `synchronized` when it has set the clock (systemd-timesyncd.service(8)); its folder says it runs. */
function readTimesyncd(fileRoot: string): ClockReading | undefined {
  const folder = `${fileRoot}/run/systemd/timesync`;
  if (!isThere(folder)) return undefined;
  return { synchronized: isThere(`${folder}/synchronized`), service: "timesyncd", reference: "" };
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

function micros(seconds: number): bigint {
  return BigInt(Math.round(seconds * 1e6));
}
