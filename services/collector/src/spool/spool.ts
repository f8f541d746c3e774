import { closeSync, fsyncSync, openSync } from "node:fs";
import { encodeSpoolEntry, readSpoolEntry, type SpooledReading } from "@statwire/events";
import type { ReachedLines } from "../lanes/reached-lines.js";
import type { Log } from "../log.js";
import type { LossReason } from "../losses/loss-list.js";
import { PendingQueue, type PendingReading } from "./pending.js";
import type { Quarantine } from "./quarantine.js";
import { type Recovered, recover } from "./recover.js";
import { Segment } from "./segment.js";

export interface SpoolOptions {
  folder: string;
  /** Bound of all segments together. */
  bytesMax: number;
  /** The kernel's run, `/proc/sys/kernel/random/boot_id`. */
  kernelBootId: string;
  log: Log;
  /** Told of what was acknowledged, and to keep that before a segment that would say so is deleted. */
  reached: ReachedLines;
  /** Told of readings that are given up, before they are deleted. */
  onGivenUp(readings: readonly PendingReading[], reason: LossReason): void;
}

export interface SpoolCounts {
  waitingEvents: number;
  bytes: number;
  /** Given up in this run because the spool was full or could not be written. */
  droppedEvents: number;
  damagedPlaces: number;
}

/** A full spool gives up a segment at a time, so one is a sixteenth of it. */
const segmentsMax = 16;
const segmentBytesMax = 4 * 1024 * 1024;

/**
 * Readings on disk from before their first publish attempt until the log has stored them. Writes go to the page cache,
 * which a killed process leaves intact; only before a segment is deleted is the disk waited for, so that after a power
 * cut it cannot come back without its acknowledgements.
 *
 * What a power cut can do all the same: the page cache of the last half minute is gone. Readings in it that the log has
 * not stored are lost. Acknowledgements in it are lost as well, and their readings wait again. The lanes' last messages
 * settle those they hold and, for the backlog, all before them; a live reading of that half minute which is not the
 * last one is sent a second time, on the backlog lane, with the same run and sequence number.
 */
export class Spool {
  /** The machine stopped without writing out its page cache since the spool was last used. */
  readonly machineRestarted: boolean;
  readonly #options: SpoolOptions;
  readonly #segments: Segment[];
  readonly #quarantine: Quarantine;
  readonly #queues = new Map<string, PendingQueue>();
  readonly #segmentBytes: number;
  readonly #counts: SpoolCounts;
  #reclaiming: Promise<void> | undefined;
  #writable = true;

  /** Opens the folder and what earlier runs left in it. Throws when it cannot be written to. */
  constructor(options: SpoolOptions) {
    this.#options = options;
    const recovered = recover(options.folder);
    this.#segments = recovered.segments;
    this.#quarantine = recovered.quarantine;
    this.#segmentBytes = Math.min(segmentBytesMax, Math.floor(options.bytesMax / segmentsMax));
    this.#counts = { waitingEvents: 0, bytes: 0, droppedEvents: 0, damagedPlaces: recovered.damagedPlaces };
    for (const reading of recovered.waiting) this.#enqueue(reading);
    for (const reading of recovered.acknowledged) options.reached.note(reading);
    this.#counts.bytes = this.#segments.reduce((sum, segment) => sum + segment.bytes, 0);
    const { kernelBootId } = recovered;
    this.machineRestarted = kernelBootId !== undefined && kernelBootId !== options.kernelBootId;
    this.#report(recovered);
    if (kernelBootId !== options.kernelBootId) this.#startSegment();
    void this.#reclaim();
  }

  get counts(): Readonly<SpoolCounts> {
    return this.#counts;
  }

  /** Families with readings that wait. */
  families(): string[] {
    return [...this.#queues.keys()].filter((family) => !isEmpty(this.waiting(family)));
  }

  /** Readings of a family that wait, oldest first. */
  waiting(family: string): Iterable<PendingReading> {
    return this.#queues.get(family) ?? [];
  }

  /** The highest run number among the readings that wait, 0 without any. */
  highestBootId(): number {
    let highest = 0;
    for (const queue of this.#queues.values()) for (const { bootId } of queue) highest = Math.max(highest, bootId);
    return highest;
  }

  /** Writes a reading. Undefined when the disk refuses it: then it exists in memory only, and is counted if it is lost. */
  append(reading: SpooledReading): PendingReading | undefined {
    const record = encodeSpoolEntry({ type: "reading", reading });
    const place = this.#write(record);
    if (place === undefined) return undefined;
    const { family, bootId, sequence, observedAtMs } = reading;
    const pending = { ...place, length: record.length, family, bootId, sequence, observedAtMs, settled: false };
    this.#enqueue(pending);
    place.owner.waiting += 1;
    return pending;
  }

  /** Notes that the log has stored these readings. Repeating it does nothing. */
  acknowledge(readings: readonly PendingReading[]): void {
    for (const reading of readings) if (!reading.settled) this.#options.reached.note(reading);
    this.#release(readings);
  }

  #release(readings: readonly PendingReading[]): void {
    const places = readings.filter((reading) => this.#settle(reading));
    if (places.length === 0) return;
    this.#write(encodeSpoolEntry({ type: "acknowledged", places }));
    void this.#reclaim();
  }

  /** The event's bytes, undefined when they are damaged: the reading is then put into quarantine and waits no longer. */
  read(reading: PendingReading): Uint8Array | undefined {
    const segment = this.#segments.find(({ number }) => number === reading.segment);
    if (segment === undefined || reading.settled) return undefined;
    const bytes = segment.read(reading.offset, reading.length);
    const read = readSpoolEntry(bytes, 0);
    if (read.ok && read.entry.type === "reading") return read.entry.reading.event;
    this.#counts.damagedPlaces += 1;
    this.#quarantine.put(`${reading.segment}-${reading.offset}`, bytes);
    this.#options.log.warn({ family: reading.family, sequence: reading.sequence }, "spooled reading damaged");
    this.#options.onGivenUp([reading], "spool-damaged");
    this.#release([reading]);
    return undefined;
  }

  /** Counts a reading that was neither spooled nor published. */
  countLost(): void {
    this.#counts.droppedEvents += 1;
  }

  async close(): Promise<void> {
    await this.#reclaiming;
    this.#options.reached.save();
    for (const segment of this.#segments) {
      await segment.makeDurable();
      segment.close();
    }
    this.#segments.length = 0;
  }

  #enqueue(reading: PendingReading): void {
    const queue = this.#queues.get(reading.family) ?? new PendingQueue();
    this.#queues.set(reading.family, queue);
    queue.push(reading);
    this.#counts.waitingEvents += 1;
  }

  #settle(reading: PendingReading): boolean {
    if (reading.settled) return false;
    reading.settled = true;
    this.#counts.waitingEvents -= 1;
    const segment = this.#segments.find(({ number }) => number === reading.segment);
    if (segment !== undefined) segment.waiting -= 1;
    return segment !== undefined;
  }

  #write(record: Buffer): { segment: number; offset: number; owner: Segment } | undefined {
    this.#makeRoom(record.length);
    try {
      const owner = this.#current(record.length);
      const offset = owner.append(record);
      this.#counts.bytes += record.length;
      if (!this.#writable) this.#options.log.info({}, "spool can be written again");
      this.#writable = true;
      return { segment: owner.number, offset, owner };
    } catch (error) {
      if (this.#writable)
        this.#options.log.error({ error: String(error) }, "spool cannot be written, publishing without it");
      this.#writable = false;
      return undefined;
    }
  }

  #current(recordBytes: number): Segment {
    const current = this.#segments.at(-1);
    if (current !== undefined && current.bytes + recordBytes <= this.#segmentBytes) return current;
    return this.#startSegment();
  }

  #startSegment(): Segment {
    const segment = new Segment(this.#options.folder, (this.#segments.at(-1)?.number ?? 0) + 1);
    this.#segments.push(segment);
    const { kernelBootId } = this.#options;
    segment.append(encodeSpoolEntry({ type: "header", kernelBootId }));
    this.#counts.bytes += segment.bytes;
    return segment;
  }

  /** Gives up the oldest segments, with whatever waits in them, until the record fits. */
  #makeRoom(recordBytes: number): void {
    while (this.#counts.bytes + recordBytes > this.#options.bytesMax && this.#segments.length > 1) {
      const [oldest] = this.#segments;
      if (oldest === undefined) return;
      const dropped = this.#waitingIn(oldest);
      for (const reading of dropped) this.#settle(reading);
      this.#counts.droppedEvents += dropped.length;
      if (dropped.length > 0) {
        this.#options.log.error({ dropped: dropped.length }, "spool full, oldest readings given up");
        this.#options.onGivenUp(dropped, "spool-full");
      }
      this.#delete(oldest);
    }
  }

  /** Of the oldest segment: what waits in it is the oldest of each family. */
  #waitingIn(oldest: Segment): PendingReading[] {
    const readings: PendingReading[] = [];
    for (const queue of this.#queues.values()) {
      for (const reading of queue) {
        if (reading.segment !== oldest.number) break;
        readings.push(reading);
      }
    }
    return readings;
  }

  /** Deletes settled segments, oldest first, once it is sure that their acknowledgements outlast a power cut. */
  #reclaim(): Promise<void> {
    if (this.#reclaiming === undefined && this.#reclaimable() !== undefined) {
      this.#reclaiming = this.#reclaimAll()
        .catch((error) => this.#options.log.error({ error: String(error) }, "spool cannot be cleared"))
        .finally(() => {
          this.#reclaiming = undefined;
        });
    }
    return this.#reclaiming ?? Promise.resolve();
  }

  async #reclaimAll(): Promise<void> {
    for (let oldest = this.#reclaimable(); oldest !== undefined; oldest = this.#reclaimable()) {
      await Promise.all(this.#segments.map((segment) => segment.makeDurable()));
      // Of those that hold the acknowledgements the names as well.
      synchronizeFolder(this.#options.folder);
      // Room may have been made meanwhile.
      if (this.#segments[0] === oldest) this.#delete(oldest);
    }
  }

  #reclaimable(): Segment | undefined {
    const [oldest] = this.#segments;
    return oldest !== undefined && this.#segments.length > 1 && oldest.waiting === 0 ? oldest : undefined;
  }

  #delete(oldest: Segment): void {
    this.#options.reached.save();
    this.#segments.shift();
    this.#counts.bytes -= oldest.bytes;
    oldest.delete();
    synchronizeFolder(this.#options.folder);
  }

  #report({ damagedPlaces, waiting }: Recovered): void {
    const { log, folder } = this.#options;
    if (damagedPlaces > 0) log.warn({ damagedPlaces, folder }, "damaged places in the spool put into quarantine");
    if (waiting.length > 0)
      log.info({ waiting: waiting.length, machineRestarted: this.machineRestarted }, "spool read");
  }
}

function isEmpty(items: Iterable<unknown>): boolean {
  for (const _ of items) return false;
  return true;
}

/**
 * Names reach the disk before what is deleted because of them, and deletions in their order, so that no segment outlives the
 * one that acknowledges it.
 */
function synchronizeFolder(folder: string): void {
  const descriptor = openSync(folder, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
