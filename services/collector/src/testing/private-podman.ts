import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { startInOwnGroup } from "./private-groups.js";

/** Containers of a test's own, and Podman's API for them. */
export interface PrivatePodman {
  socket: string;
  /** Where the control groups of the containers are. */
  group: string;
  /** Full ids of the containers: `web` sleeps, `job` has ended. */
  ids: { web: string; job: string };
  stop(): Promise<void>;
}

/**
 * Starts a real Podman with a container that runs and one that has ended. Their image is nothing but a static busybox;
 * they have no network and no limits, because a test may run where limits must not be raised. Needs root.
 */
export async function startPodman(): Promise<PrivatePodman> {
  const folder = mkdtempSync(join(tmpdir(), "statwire-podman-"));
  mkdirSync(`${folder}/image/bin`, { recursive: true });
  execFileSync("sh", ["-c", `cp -L "$(command -v busybox)" ${folder}/image/bin/busybox`]);
  execFileSync("tar", ["-C", `${folder}/image`, "-cf", `${folder}/image.tar`, "."]);
  const podman = `podman --root ${folder}/store --runroot ${folder}/run --tmpdir ${folder}/tmp --storage-driver vfs \
    --cgroup-manager cgroupfs --events-backend file`;
  const limits = "--network none --privileged --pids-limit -1 --ulimit nofile=1024:1024 --ulimit nproc=512:512";
  const run = `${podman} run ${limits}`;
  const { group, stop } = await startInOwnGroup({
    name: basename(folder),
    script: `
      export TMPDIR=${folder} PATH="$PATH:/usr/sbin"
      ${podman} import ${folder}/image.tar localhost/busybox:1
      ${run} --detach --cidfile ${folder}/web --name web localhost/busybox:1 /bin/busybox sleep 600
      ${run} --cidfile ${folder}/job --name job localhost/busybox:1 /bin/busybox true
      exec ${podman} system service --time 0 unix://${folder}/podman.sock`,
    readyPath: `${folder}/podman.sock`,
    readyWithinMs: 60_000,
  });
  const id = (name: string) => readFileSync(`${folder}/${name}`, "utf8").trim();
  return {
    socket: `${folder}/podman.sock`,
    group,
    ids: { web: id("web"), job: id("job") },
    async stop() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
