import { encodeHostSampled } from "@statwire/events";

/**
 * Readings as hosts make them, repeatable from a seed. Where they are random, and how much, decides what they weigh when
 * they are stored, so it is stated here:
 *
 * - gauges (processor, memory, sockets, processes) follow a day's sine plus a walk whose step is drawn anew at every
 *   reading: about 6 bits a reading that no codec can foresee;
 * - counters (network, disks, faults, pressure) grow by a rate that is log-normal around the node's own level (σ = 1):
 *   about 9 bits a reading; a tenth of the interfaces and disks are idle and do not move;
 * - filesystems fill slowly: used bytes change at one reading in four, inodes at one in twenty; temperatures follow the
 *   processor, rounded to whole degrees as sensors do;
 * - sizes, names and limits are constant. Times are on the grid of the interval, without jitter.
 */
export interface HostLoadOptions {
  seed: number;
  nodes: number;
  /** Of the first reading of every node (Unix milliseconds). */
  firstAtMs: number;
  intervalMs: number;
}

export interface LoadEvent {
  node: string;
  observedAtMs: number;
  /** An encoded `HostSampled`. */
  bytes: Uint8Array;
}

/** Makes the readings of all nodes, tick by tick. */
export class HostLoad {
  readonly #options: HostLoadOptions;
  readonly #hosts: Host[];
  #tick = 0;

  constructor(options: HostLoadOptions) {
    this.#options = options;
    this.#hosts = Array.from({ length: options.nodes }, (_, index) => new Host(options.seed * 7_919 + index));
  }

  /** The next reading of every node. */
  next(): LoadEvent[] {
    const { firstAtMs, intervalMs } = this.#options;
    const observedAtMs = firstAtMs + this.#tick * intervalMs;
    this.#tick += 1;
    return this.#hosts.map((host, index) => ({
      node: nodeName(index),
      observedAtMs,
      bytes: encodeHostSampled(host.read(observedAtMs, intervalMs, this.#tick)),
    }));
  }

  /** Numbers in one reading, each of which is stored: what is called a sample. */
  get samplesPerEvent(): number {
    return countSamples(new Host(this.#options.seed).read(0, this.#options.intervalMs, 1));
  }
}

export function nodeName(index: number): string {
  return `load-${String(index).padStart(4, "0")}`;
}

/** Numbers of a message that are readings: not its identity, nor how often a module is read. */
export function countSamples(value: unknown, name = ""): number {
  if (typeof value === "number" || typeof value === "bigint") return identity.has(name) ? 0 : 1;
  if (typeof value !== "object" || value === null) return 0;
  return Object.entries(value).reduce((sum, [key, item]) => sum + countSamples(item, key), 0);
}

const identity = new Set(["bootId", "sequence", "observedAtMs", "intervalMs", "number"]);

const gibibyte = 1024 ** 3;
const cores = 4;
const interfaces = ["lo", "eth0", "eth1", "docker0"];
const disks = ["sda", "sdb", "nvme0n1"];
const mounts = ["/", "/boot", "/home", "/var", "/srv", "/backup"];
const sensors = ["coretemp/Package id 0", "coretemp/Core 0", "coretemp/Core 1", "nvme/Composite"];

class Host {
  readonly #random: () => number;
  /** Walks and counters, by name. */
  readonly #at = new Map<string, number>();
  readonly #level = new Map<string, number>();
  readonly #phase: number;

  constructor(seed: number) {
    this.#random = mulberry32(seed);
    this.#phase = this.#random();
  }

  read(observedAtMs: number, intervalMs: number, sequence: number) {
    const seconds = intervalMs / 1000;
    const busy = this.#gauge("cpu", observedAtMs, 0.3, 0.02);
    const big = (value: number) => BigInt(Math.round(value));
    const grows = (name: string, rate: number) => big(this.#counter(name, rate, seconds));
    const memoryTotal = 16 * gibibyte;
    const used = memoryTotal * this.#gauge("memory", observedAtMs, 0.5, 0.004);
    return {
      bootId: 1n,
      sequence: BigInt(sequence),
      observedAtMs: BigInt(observedAtMs),
      cpu: {
        intervalMs,
        utilizationE4: Math.round(busy * 1e4),
        userMs: grows("user", 700 * busy * cores),
        niceMs: 0n,
        systemMs: grows("system", 200 * busy * cores),
        idleMs: grows("idle", 1000 * (1 - busy) * cores),
        iowaitMs: grows("iowait", 8),
        interruptMs: grows("interrupt", 3),
        softirqMs: grows("softirq", 6),
        stealMs: grows("steal", 1),
        contextSwitches: grows("switches", 9_000),
        interrupts: grows("interrupts", 4_000),
        cores: Array.from({ length: cores }, (_, number) => ({
          number,
          utilizationE4: Math.round(this.#gauge(`core${number}`, observedAtMs, 0.3, 0.05) * 1e4),
        })),
      },
      load: {
        intervalMs,
        oneMinuteE2: Math.round(busy * cores * 100),
        fiveMinutesE2: Math.round(this.#gauge("load5", observedAtMs, 0.3, 0.005) * cores * 100),
        fifteenMinutesE2: Math.round(this.#gauge("load15", observedAtMs, 0.3, 0.002) * cores * 100),
        uptimeMs: BigInt(sequence * intervalMs),
      },
      memory: {
        intervalMs,
        totalBytes: big(memoryTotal),
        availableBytes: big(pages(memoryTotal - used)),
        usedBytes: big(pages(used)),
        freeBytes: big(pages((memoryTotal - used) * 0.3)),
        buffersBytes: big(pages(0.2 * gibibyte * this.#gauge("buffers", observedAtMs, 0.6, 0.001))),
        cachedBytes: big(pages((memoryTotal - used) * 0.6)),
        slabReclaimableBytes: big(pages(0.5 * gibibyte * this.#gauge("slab", observedAtMs, 0.6, 0.001))),
        slabUnreclaimableBytes: big(pages(0.2 * gibibyte * this.#gauge("slabs", observedAtMs, 0.6, 0.001))),
        sharedBytes: big(pages(0.1 * gibibyte)),
        dirtyBytes: big(pages(gibibyte * 0.02 * this.#random())),
        committedBytes: big(pages(used * 1.4)),
        utilizationE4: Math.round((used / memoryTotal) * 1e4),
        pageFaults: grows("faults", 3_000),
        majorPageFaults: grows("majors", 0.2),
      },
      swap: { intervalMs, totalBytes: 0n, usedBytes: 0n, freeBytes: 0n, inBytes: 0n, outBytes: 0n, utilizationE4: 0 },
      filesystems: { intervalMs, items: mounts.map((mountpoint) => this.#filesystem(mountpoint)) },
      disks: { intervalMs, items: disks.map((device, index) => this.#disk(device, index === 1 ? 0 : 1, seconds)) },
      network: {
        intervalMs,
        items: interfaces.map((name, index) => this.#interface(name, index === 2 ? 0 : 1, seconds)),
      },
      sensors: {
        intervalMs,
        temperatures: sensors.map((sensor, index) => ({
          sensor,
          celsiusE3: 1000 * Math.round(38 + 30 * busy + index + 2 * this.#random()),
        })),
        fans: [],
      },
      processes: {
        intervalMs,
        total: Math.round(300 * this.#gauge("processes", observedAtMs, 0.7, 0.01)),
        running: 1 + Math.round(busy * cores),
        sleeping: Math.round(250 * this.#gauge("sleeping", observedAtMs, 0.7, 0.01)),
        blocked: this.#random() < 0.05 ? 1 : 0,
        zombie: 0,
        stopped: 0,
        idle: 90,
        threads: Math.round(900 * this.#gauge("threads", observedAtMs, 0.7, 0.01)),
        created: grows("created", 6),
        top: [],
      },
      pressure: {
        intervalMs,
        cpuSomeUs: grows("pressure.cpu", 9_000 * busy),
        memorySomeUs: grows("pressure.memory", 20),
        memoryFullUs: grows("pressure.memory.full", 10),
        ioSomeUs: grows("pressure.io", 2_000),
        ioFullUs: grows("pressure.io.full", 1_500),
        cpuSomeAvg10E4: Math.round(200 * busy),
        memorySomeAvg10E4: 0,
        memoryFullAvg10E4: 0,
        ioSomeAvg10E4: Math.round(50 * this.#random()),
        ioFullAvg10E4: Math.round(30 * this.#random()),
      },
      sockets: {
        intervalMs,
        used: Math.round(500 * this.#gauge("sockets", observedAtMs, 0.5, 0.01)),
        tcpInUse: Math.round(200 * this.#gauge("tcp", observedAtMs, 0.5, 0.01)),
        tcpEstablished: Math.round(150 * this.#gauge("established", observedAtMs, 0.5, 0.01)),
        tcpTimeWait: Math.round(60 * this.#random()),
        tcpOrphan: 0,
        udpInUse: 12,
        tcpRetransmittedSegments: grows("retransmitted", 0.5),
        tcpActiveOpens: grows("opens", 4),
        tcpPassiveOpens: grows("accepted", 12),
        udpReceiveErrors: 0n,
      },
    };
  }

  #filesystem(mountpoint: string) {
    const total = 200 * gibibyte;
    const used =
      this.#random() < 0.25 ? this.#counter(`fs ${mountpoint}`, 40_000, 10) : (this.#at.get(`fs ${mountpoint}`) ?? 0);
    const usedBytes = BigInt(pages(40 * gibibyte + (used % (100 * gibibyte))));
    const inodesUsed =
      this.#random() < 0.05
        ? this.#counter(`inodes ${mountpoint}`, 0.5, 10)
        : (this.#at.get(`inodes ${mountpoint}`) ?? 0);
    return {
      mountpoint,
      device: "/dev/sda1",
      type: "ext4",
      totalBytes: BigInt(total),
      usedBytes,
      freeBytes: BigInt(total) - usedBytes,
      availableBytes: BigInt(total) - usedBytes - BigInt(gibibyte),
      inodesTotal: 13_000_000n,
      inodesFree: 12_000_000n - BigInt(Math.round(inodesUsed)),
      utilizationE4: Math.round((Number(usedBytes) / total) * 1e4),
      readOnly: false,
    };
  }

  #disk(device: string, active: number, seconds: number) {
    const grows = (what: string, rate: number) => this.#counter(`${device} ${what}`, rate * active, seconds);
    const before = { read: this.#at.get(`${device} read`) ?? 0, write: this.#at.get(`${device} write`) ?? 0 };
    const read = pages(grows("read", 300_000));
    const write = pages(grows("write", 900_000));
    return {
      device,
      readBytes: BigInt(read),
      writeBytes: BigInt(write),
      readOperations: BigInt(Math.round(grows("reads", 12))),
      writeOperations: BigInt(Math.round(grows("writes", 40))),
      readTimeMs: BigInt(Math.round(grows("read time", 9))),
      writeTimeMs: BigInt(Math.round(grows("write time", 30))),
      ioTimeMs: BigInt(Math.round(grows("time", 25))),
      weightedIoTimeMs: BigInt(Math.round(grows("weighted", 40))),
      operationsInProgress: 0,
      readBytesPerSecond: BigInt(Math.max(0, Math.round((read - before.read) / seconds))),
      writeBytesPerSecond: BigInt(Math.max(0, Math.round((write - before.write) / seconds))),
      readMerged: BigInt(Math.round(grows("read merged", 1))),
      writeMerged: BigInt(Math.round(grows("write merged", 8))),
    };
  }

  #interface(name: string, active: number, seconds: number) {
    const grows = (what: string, rate: number) => this.#counter(`${name} ${what}`, rate * active, seconds);
    const before = { receive: this.#at.get(`${name} receive`) ?? 0, transmit: this.#at.get(`${name} transmit`) ?? 0 };
    const receive = grows("receive", 250_000);
    const transmit = grows("transmit", 180_000);
    return {
      name,
      receiveBytes: BigInt(Math.round(receive)),
      transmitBytes: BigInt(Math.round(transmit)),
      receivePackets: BigInt(Math.round(grows("packets in", 400))),
      transmitPackets: BigInt(Math.round(grows("packets out", 350))),
      receiveErrors: 0n,
      transmitErrors: 0n,
      receiveDropped: BigInt(Math.round(grows("dropped", 0.02))),
      transmitDropped: 0n,
      receiveBytesPerSecond: BigInt(Math.round((receive - before.receive) / seconds)),
      transmitBytesPerSecond: BigInt(Math.round((transmit - before.transmit) / seconds)),
    };
  }

  /** Between 0 and 1: a day's sine around `middle`, and a walk that comes back to it. */
  #gauge(name: string, atMs: number, middle: number, step: number): number {
    const walk = (this.#at.get(name) ?? 0) * 0.98 + step * normal(this.#random);
    this.#at.set(name, walk);
    const day = 0.4 * middle * Math.sin(2 * Math.PI * (atMs / 86_400_000 + this.#phase));
    return Math.min(1, Math.max(0, middle + day + walk));
  }

  #counter(name: string, ratePerSecond: number, seconds: number): number {
    let level = this.#level.get(name);
    if (level === undefined) {
      level = Math.exp(normal(this.#random));
      this.#level.set(name, level);
    }
    const grown = (this.#at.get(name) ?? 0) + ratePerSecond * level * Math.exp(normal(this.#random)) * seconds;
    this.#at.set(name, grown);
    return grown;
  }
}

function pages(bytes: number): number {
  return Math.round(bytes / 4096) * 4096;
}

/** Standard normal, by Box and Muller. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A small generator with 32 bits of state (mulberry32, public domain): repeatable, and good enough for loads. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
