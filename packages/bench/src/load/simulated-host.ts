import { mulberry32, normal } from "./random.js";

const gibibyte = 1024 ** 3;
const cores = 4;
const interfaces = ["lo", "eth0", "eth1", "docker0"];
const disks = ["sda", "sdb", "nvme0n1"];
const mounts = ["/", "/boot", "/home", "/var", "/srv", "/backup"];
const sensors = ["coretemp/Package id 0", "coretemp/Core 0", "coretemp/Core 1", "nvme/Composite"];

interface Tick {
  observedAtMs: number;
  intervalMs: number;
  seconds: number;
}

/** One host, whose readings follow each other. What is random in them says `HostLoad`. */
export class SimulatedHost {
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
    const tick: Tick = { observedAtMs, intervalMs, seconds: intervalMs / 1000 };
    const busy = this.#gauge("cpu", tick, 0.3, 0.02);
    return {
      bootId: 1n,
      sequence: BigInt(sequence),
      observedAtMs: BigInt(observedAtMs),
      cpu: this.#cpu(tick, busy),
      load: this.#load(tick, busy, sequence),
      memory: this.#memory(tick),
      swap: { intervalMs, totalBytes: 0n, usedBytes: 0n, freeBytes: 0n, inBytes: 0n, outBytes: 0n, utilizationE4: 0 },
      filesystems: { intervalMs, items: mounts.map((mountpoint) => this.#filesystem(mountpoint)) },
      disks: { intervalMs, items: disks.map((device, index) => this.#disk(device, index === 1 ? 0 : 1, tick)) },
      network: { intervalMs, items: interfaces.map((name, index) => this.#interface(name, index === 2 ? 0 : 1, tick)) },
      sensors: { intervalMs, temperatures: this.#temperatures(busy), fans: [] },
      processes: this.#processes(tick, busy),
      pressure: this.#pressure(tick, busy),
      sockets: this.#sockets(tick),
    };
  }

  #cpu(tick: Tick, busy: number) {
    return {
      intervalMs: tick.intervalMs,
      utilizationE4: Math.round(busy * 1e4),
      userMs: this.#grows("user", 700 * busy * cores, tick),
      niceMs: 0n,
      systemMs: this.#grows("system", 200 * busy * cores, tick),
      idleMs: this.#grows("idle", 1000 * (1 - busy) * cores, tick),
      iowaitMs: this.#grows("iowait", 8, tick),
      interruptMs: this.#grows("interrupt", 3, tick),
      softirqMs: this.#grows("softirq", 6, tick),
      stealMs: this.#grows("steal", 1, tick),
      contextSwitches: this.#grows("switches", 9_000, tick),
      interrupts: this.#grows("interrupts", 4_000, tick),
      cores: Array.from({ length: cores }, (_, number) => ({
        number,
        utilizationE4: Math.round(this.#gauge(`core${number}`, tick, 0.3, 0.05) * 1e4),
      })),
    };
  }

  #load(tick: Tick, busy: number, sequence: number) {
    return {
      intervalMs: tick.intervalMs,
      oneMinuteE2: Math.round(busy * cores * 100),
      fiveMinutesE2: Math.round(this.#gauge("load5", tick, 0.3, 0.005) * cores * 100),
      fifteenMinutesE2: Math.round(this.#gauge("load15", tick, 0.3, 0.002) * cores * 100),
      uptimeMs: BigInt(sequence * tick.intervalMs),
    };
  }

  #memory(tick: Tick) {
    const memoryTotal = 16 * gibibyte;
    const used = memoryTotal * this.#gauge("memory", tick, 0.5, 0.004);
    return {
      intervalMs: tick.intervalMs,
      totalBytes: big(memoryTotal),
      availableBytes: big(pages(memoryTotal - used)),
      usedBytes: big(pages(used)),
      freeBytes: big(pages((memoryTotal - used) * 0.3)),
      buffersBytes: big(pages(0.2 * gibibyte * this.#gauge("buffers", tick, 0.6, 0.001))),
      cachedBytes: big(pages((memoryTotal - used) * 0.6)),
      slabReclaimableBytes: big(pages(0.5 * gibibyte * this.#gauge("slab", tick, 0.6, 0.001))),
      slabUnreclaimableBytes: big(pages(0.2 * gibibyte * this.#gauge("slabs", tick, 0.6, 0.001))),
      sharedBytes: big(pages(0.1 * gibibyte)),
      dirtyBytes: big(pages(gibibyte * 0.02 * this.#random())),
      committedBytes: big(pages(used * 1.4)),
      utilizationE4: Math.round((used / memoryTotal) * 1e4),
      pageFaults: this.#grows("faults", 3_000, tick),
      majorPageFaults: this.#grows("majors", 0.2, tick),
    };
  }

  #temperatures(busy: number) {
    return sensors.map((sensor, index) => ({
      sensor,
      celsiusE3: 1000 * Math.round(38 + 30 * busy + index + 2 * this.#random()),
    }));
  }

  #processes(tick: Tick, busy: number) {
    return {
      intervalMs: tick.intervalMs,
      total: Math.round(300 * this.#gauge("processes", tick, 0.7, 0.01)),
      running: 1 + Math.round(busy * cores),
      sleeping: Math.round(250 * this.#gauge("sleeping", tick, 0.7, 0.01)),
      blocked: this.#random() < 0.05 ? 1 : 0,
      zombie: 0,
      stopped: 0,
      idle: 90,
      threads: Math.round(900 * this.#gauge("threads", tick, 0.7, 0.01)),
      created: this.#grows("created", 6, tick),
      top: [],
    };
  }

  #pressure(tick: Tick, busy: number) {
    return {
      intervalMs: tick.intervalMs,
      cpuSomeUs: this.#grows("pressure.cpu", 9_000 * busy, tick),
      memorySomeUs: this.#grows("pressure.memory", 20, tick),
      memoryFullUs: this.#grows("pressure.memory.full", 10, tick),
      ioSomeUs: this.#grows("pressure.io", 2_000, tick),
      ioFullUs: this.#grows("pressure.io.full", 1_500, tick),
      cpuSomeAvg10E4: Math.round(200 * busy),
      memorySomeAvg10E4: 0,
      memoryFullAvg10E4: 0,
      ioSomeAvg10E4: Math.round(50 * this.#random()),
      ioFullAvg10E4: Math.round(30 * this.#random()),
    };
  }

  #sockets(tick: Tick) {
    return {
      intervalMs: tick.intervalMs,
      used: Math.round(500 * this.#gauge("sockets", tick, 0.5, 0.01)),
      tcpInUse: Math.round(200 * this.#gauge("tcp", tick, 0.5, 0.01)),
      tcpEstablished: Math.round(150 * this.#gauge("established", tick, 0.5, 0.01)),
      tcpTimeWait: Math.round(60 * this.#random()),
      tcpOrphan: 0,
      udpInUse: 12,
      tcpRetransmittedSegments: this.#grows("retransmitted", 0.5, tick),
      tcpActiveOpens: this.#grows("opens", 4, tick),
      tcpPassiveOpens: this.#grows("accepted", 12, tick),
      udpReceiveErrors: 0n,
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

  #disk(device: string, active: number, { seconds }: Tick) {
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

  #interface(name: string, active: number, { seconds }: Tick) {
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
  #gauge(name: string, { observedAtMs }: Tick, middle: number, step: number): number {
    const walk = (this.#at.get(name) ?? 0) * 0.98 + step * normal(this.#random);
    this.#at.set(name, walk);
    const day = 0.4 * middle * Math.sin(2 * Math.PI * (observedAtMs / 86_400_000 + this.#phase));
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

  #grows(name: string, ratePerSecond: number, { seconds }: Tick): bigint {
    return big(this.#counter(name, ratePerSecond, seconds));
  }
}

function big(value: number): bigint {
  return BigInt(Math.round(value));
}

function pages(bytes: number): number {
  return Math.round(bytes / 4096) * 4096;
}
