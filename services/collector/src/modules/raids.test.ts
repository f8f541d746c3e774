import { describe, expect, it } from "vitest";
import { fixtureCopies } from "../testing/fixture-copies.js";
import { fixtureContext } from "../testing/fixture-host.js";
import { parseMdstat } from "./mdstat.js";
import { openRaids } from "./raids.js";

const copyOf = fixtureCopies();

/** The only array of this mdstat text. */
async function arrayOf(lines: string) {
  const copy = copyOf("container");
  copy.write("proc/mdstat", `Personalities : [raid1]\n${lines}\nunused devices: <none>\n`);
  return (await openRaids(copy.context()).sample(0))?.items[0];
}

describe("raids", () => {
  it("reads arrays that are whole, checked, rebuilt, waiting and not running", async () => {
    const raids = await openRaids(fixtureContext("storage-server")).sample(0);
    expect(raids?.items).toEqual([
      {
        name: "md3",
        level: "raid0",
        state: "active",
        sizeBytes: 1_953_258_496n * 1024n,
        devicesTotal: 2,
        devicesActive: 2,
        devicesFailed: 0,
        devicesSpare: 0,
        members: ["sdh1", "sdg1"],
      },
      {
        name: "md2",
        level: "raid6",
        state: "recovering",
        sizeBytes: 11_720_540_160n * 512n,
        devicesTotal: 4,
        devicesActive: 2,
        devicesFailed: 1,
        devicesSpare: 0,
        progressE4: 1260,
        members: ["sdk1", "sdc1", "sdd1", "sde1"],
      },
      {
        name: "md1",
        level: "raid1",
        state: "resyncing",
        sizeBytes: 16_760_832n * 1024n,
        devicesTotal: 2,
        devicesActive: 2,
        devicesFailed: 0,
        devicesSpare: 0,
        members: ["sdb2", "sda2"],
      },
      {
        name: "md0",
        level: "raid1",
        state: "checking",
        sizeBytes: 976_629_760n * 1024n,
        devicesTotal: 2,
        devicesActive: 2,
        devicesFailed: 0,
        devicesSpare: 1,
        progressE4: 3800,
        members: ["sdl1", "sdb1", "sda1"],
      },
      {
        name: "md127",
        level: "container",
        state: "inactive",
        sizeBytes: 0n,
        devicesTotal: 0,
        devicesActive: 0,
        devicesFailed: 0,
        devicesSpare: 2,
        members: ["sdj", "sdi"],
      },
    ]);
  });

  it("tells degraded from failed by what the level bears", async () => {
    const raid5 = (places: string) =>
      arrayOf(`md0 : active raid5 sdb1[1] sda1[0]\n      200 blocks level 5 ${places}\n`);
    expect(await raid5("[3/3] [UUU]")).toMatchObject({ state: "active" });
    expect(await raid5("[3/2] [UU_]")).toMatchObject({ state: "degraded", devicesTotal: 3, devicesActive: 2 });
    expect(await raid5("[3/1] [U__]")).toMatchObject({ state: "failed" });
    const raid1 = await arrayOf("md0 : active raid1 sda1[0](F)\n      200 blocks [2/0] [__]\n");
    expect(raid1).toMatchObject({ state: "failed", devicesFailed: 1 });
  });

  it("says that there is none where the kernel has RAID, and is absent where it has not", async () => {
    const copy = copyOf("container");
    expect(await openRaids(copy.context()).sample(0)).toBeUndefined();
    copy.write("proc/mdstat", "Personalities : \nunused devices: <none>\n");
    expect(await openRaids(copy.context()).sample(0)).toEqual({ items: [] });
  });

  it("calls a reshape by its name", () => {
    const line = "[>....]  reshape =  0.5% (1/200) finish=9.9min speed=1K/sec";
    const [array] = parseMdstat(`md0 : active raid5 sda[0]\n      200 blocks level 5 [3/3] [UUU]\n      ${line}\n`);
    expect(array?.action).toEqual({ name: "reshape", percent: 0.5 });
  });

  it("fails with the name of what it cannot understand", async () => {
    const copy = copyOf("container");
    copy.write("proc/mdstat", "\u0000\u0001rubbish");
    await expect(openRaids(copy.context()).sample(0)).rejects.toThrow('mdstat: expected "Personalities :"');
    const server = copyOf("storage-server");
    server.write("sys/block/md0/size", "many\n");
    await expect(openRaids(server.context()).sample(0)).rejects.toThrow(
      'md0/size: expected a whole number, got "many"',
    );
  });
});
