import { expect, it } from "vitest";
import { fixtureContext } from "../testing/fixture-host.js";
import { openMemory, parseMemory } from "./memory.js";
import { parsePageSize } from "./page-size.js";
import { openSwap } from "./swap.js";

it("reads a Raspberry Pi's memory: used is total less available, cached includes reclaimable slab", async () => {
  expect(await openMemory(fixtureContext("raspberry-pi-4")).sample(0)).toEqual({
    totalBytes: 3_884_368n * 1024n,
    availableBytes: 3_210_544n * 1024n,
    usedBytes: (3_884_368n - 3_210_544n) * 1024n,
    freeBytes: 2_104_112n * 1024n,
    buffersBytes: 84_320n * 1024n,
    cachedBytes: (1_043_280n + 71_428n) * 1024n,
    slabReclaimableBytes: 71_428n * 1024n,
    slabUnreclaimableBytes: 47_432n * 1024n,
    sharedBytes: 22_700n * 1024n,
    dirtyBytes: 112n * 1024n,
    committedBytes: 1_120_032n * 1024n,
    utilizationE4: 1735,
    pageFaults: 41_220_187n,
    majorPageFaults: 8_812n,
  });
});

it("estimates what is available where an old kernel does not tell", async () => {
  const memory = await openMemory(fixtureContext("container")).sample(0);
  expect(memory?.availableBytes).toBe((1_204_112n + 402_132n + 6_120_456n + 601_248n) * 1024n);
});

it("refuses text without a total", () => {
  expect(() => parseMemory("MemFree: 1 kB\n")).toThrow('meminfo: no number after "MemTotal:"');
});

it("reads swap, pages as bytes", async () => {
  expect(await openSwap(fixtureContext("raspberry-pi-4")).sample(0)).toEqual({
    totalBytes: 102_396n * 1024n,
    usedBytes: 4_092n * 1024n,
    freeBytes: 98_304n * 1024n,
    inBytes: 12n * 4096n,
    outBytes: 1_035n * 4096n,
    utilizationE4: 400,
  });
});

it("has zeros on a host without swap", async () => {
  const swap = await openSwap(fixtureContext("container")).sample(0);
  expect(swap).toMatchObject({ totalBytes: 0n, usedBytes: 0n, utilizationE4: 0 });
});

it("knows the larger pages of other machines", () => {
  expect(parsePageSize("Size: 4 kB\nKernelPageSize:       16 kB\n")).toBe(16_384);
  expect(parsePageSize("")).toBe(4096);
});
