import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { containerOf, findContainerGroups, findHierarchies, firstProcess, parseIo, readGroupUsage } from "./cgroups.js";

const id = "4ba7".repeat(16);

let sys: string;
beforeEach(() => {
  sys = mkdtempSync(`${tmpdir()}/statwire-cgroups-`);
});
afterEach(() => rmSync(sys, { recursive: true, force: true }));

function write(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(`${sys}/fs/cgroup/${path}`), { recursive: true });
    writeFileSync(`${sys}/fs/cgroup/${path}`, text);
  }
}

describe("a control group's name", () => {
  it("says whose container it is", () => {
    expect(containerOf(`/system.slice/docker-${id}.scope`)).toEqual({ id, runtime: "docker" });
    expect(containerOf(`/docker/${id}`)).toEqual({ id, runtime: "docker" });
    expect(containerOf(`/machine.slice/libpod-${id}.scope`)).toEqual({ id, runtime: "podman" });
    expect(containerOf(`/libpod_parent/libpod-${id}`)).toEqual({ id, runtime: "podman" });
    expect(containerOf(`/kubepods.slice/kubepods-pod1.slice/cri-containerd-${id}.scope`)).toEqual({
      id,
      runtime: "containerd",
    });
    expect(containerOf(`/kubepods/besteffort/pod1/${id}`)).toEqual({ id, runtime: "cgroup" });
    expect(containerOf(`/kubepods.slice/crio-${id}.scope`)).toEqual({ id, runtime: "cri-o" });
    expect(containerOf("/lxc.payload.web")).toEqual({ id: "web", runtime: "lxc" });
    for (const name of [
      "/system.slice",
      `/libpod-conmon-${id}.scope`,
      `/docker-${id.slice(1)}.scope`,
      "/docker",
      "/",
    ]) {
      expect(containerOf(name)).toBeUndefined();
    }
  });
});

describe("control groups of version 2", () => {
  const path = `/system.slice/docker-${id}.scope`;
  const group = `system.slice/docker-${id}.scope`;

  it("tell what a container uses", () => {
    write({
      "cgroup.controllers": "cpu io memory pids\n",
      [`${group}/cpu.stat`]: "usage_usec 12345678\nuser_usec 1\nsystem_usec 2\n",
      [`${group}/memory.current`]: "104857600\n",
      [`${group}/memory.max`]: "536870912\n",
      [`${group}/memory.stat`]: "anon 1\ninactive_file 4857600\npgfault 4711\npgmajfault 3\n",
      [`${group}/io.stat`]:
        "8:0 rbytes=1000 wbytes=2000 rios=1 wios=2 dbytes=0 dios=0\n8:16 rbytes=1 wbytes=2 rios=1 wios=1\n",
      [`${group}/pids.current`]: "7\n",
      [`${group}/cgroup.procs`]: "4711\n4712\n",
      // A container within a container is part of it.
      [`${group}/docker/${id}/cgroup.procs`]: "1\n",
    });
    const hierarchies = findHierarchies(sys);
    if (hierarchies === undefined) throw new Error("no hierarchies");
    expect([...findContainerGroups(hierarchies).values()]).toEqual([{ id, runtime: "docker", path }]);
    expect(readGroupUsage(hierarchies, path)).toEqual({
      cpuMs: 12_346,
      memoryBytes: 104_857_600,
      workingSetBytes: 100_000_000,
      memoryLimitBytes: 536_870_912,
      pageFaults: 4711,
      readBytes: 1001,
      writeBytes: 2002,
      processes: 7,
    });
    expect(firstProcess(hierarchies, path)).toBe(4711);
  });

  it("tell a part where controllers are off, and no limit where there is none", () => {
    write({ "cgroup.controllers": "", [`${group}/cpu.stat`]: "usage_usec 1000\n", [`${group}/memory.max`]: "max\n" });
    const hierarchies = { unified: `${sys}/fs/cgroup`, controllers: {} };
    expect(readGroupUsage(hierarchies, path)).toMatchObject({
      cpuMs: 1,
      memoryBytes: undefined,
      memoryLimitBytes: undefined,
      processes: undefined,
    });
    expect(firstProcess(hierarchies, path)).toBeUndefined();
  });

  it("have the processes of a container that runs a systemd one folder below", () => {
    write({ "cgroup.controllers": "", [`${group}/cgroup.procs`]: "", [`${group}/init.scope/cgroup.procs`]: "99\n" });
    expect(firstProcess({ unified: `${sys}/fs/cgroup`, controllers: {} }, path)).toBe(99);
  });
});

describe("control groups of version 1", () => {
  it("tell the same, each controller in its own tree", () => {
    write({
      [`memory/docker/${id}/memory.usage_in_bytes`]: "2000000\n",
      [`memory/docker/${id}/memory.limit_in_bytes`]: "9223372036854771712\n",
      [`memory/docker/${id}/memory.stat`]: "total_inactive_file 500000\ntotal_pgfault 12\n",
      [`cpuacct/docker/${id}/cpuacct.usage`]: "5000000000\n",
      [`blkio/docker/${id}/blkio.throttle.io_service_bytes_recursive`]:
        "8:0 Read 10\n8:0 Write 20\n8:0 Sync 30\nTotal 30\n",
      [`pids/docker/${id}/pids.current`]: "2\n",
      [`pids/docker/${id}/cgroup.procs`]: "42\n",
    });
    const hierarchies = findHierarchies(sys);
    if (hierarchies === undefined) throw new Error("no hierarchies");
    expect(findContainerGroups(hierarchies).get(id)).toEqual({ id, runtime: "docker", path: `/docker/${id}` });
    expect(readGroupUsage(hierarchies, `/docker/${id}`)).toEqual({
      cpuMs: 5000,
      memoryBytes: 2_000_000,
      workingSetBytes: 1_500_000,
      memoryLimitBytes: undefined,
      pageFaults: 12,
      readBytes: 10,
      writeBytes: 20,
      processes: 2,
    });
    expect(firstProcess(hierarchies, `/docker/${id}`)).toBe(42);
  });

  it("are absent without any tree", () => {
    expect(findHierarchies(sys)).toBeUndefined();
    expect(parseIo(undefined, undefined)).toBeUndefined();
  });
});
