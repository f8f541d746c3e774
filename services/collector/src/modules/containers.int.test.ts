import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fixtureContext } from "../testing/fixture-host.js";
import { type PrivatePodman, startPodman } from "../testing/private-podman.js";
import { openContainers } from "./containers.js";

let podman: PrivatePodman;
beforeAll(async () => {
  podman = await startPodman();
}, 90_000);
afterAll(() => podman?.stop());

/** A context whose /proc and /sys are this machine's. */
function open(sockets: readonly string[]) {
  const fixture = fixtureContext("container", { containerSockets: () => sockets });
  return openContainers({ ...fixture, host: { ...fixture.host, procRoot: "/proc", sysRoot: "/sys", fileRoot: "/" } });
}

describe("a real Podman", () => {
  it("lists its containers, with numbers of the control group of the one that runs", async () => {
    const said = await open([podman.socket]).sample(0);
    const ours = said?.items.filter(({ id }) => id === podman.ids.web || id === podman.ids.job) ?? [];
    expect(
      ours
        .map(({ name, image, runtime, state, health, restarts }) => [name, image, runtime, state, health, restarts])
        .sort(),
    ).toEqual([
      ["job", "localhost/busybox:1", "podman", "exited", "", 0n],
      ["web", "localhost/busybox:1", "podman", "running", "", 0n],
    ]);
    const web = ours.find(({ name }) => name === "web");
    expect(Number(web?.cpuMs)).toBeGreaterThanOrEqual(0);
    const ageMs = Date.now() - Number(web?.startedAtMs);
    expect(ageMs).toBeGreaterThan(0);
    expect(ageMs).toBeLessThan(120_000);
    // Its network has no interface but the loopback.
    expect([web?.receiveBytes, web?.transmitBytes]).toEqual([0n, 0n]);
    expect(ours.find(({ name }) => name === "job")?.cpuMs).toBeUndefined();
  });

  it("need not be asked to see that a container runs", async () => {
    const said = await open([]).sample(0);
    expect(said?.items.find(({ id }) => id === podman.ids.web)).toMatchObject({
      name: podman.ids.web.slice(0, 12),
      runtime: "podman",
      state: "running",
    });
    expect(said?.items.some(({ id }) => id === podman.ids.job)).toBe(false);
  });
});
