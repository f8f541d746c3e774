import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { startInOwnGroup } from "./private-groups.js";

/** A systemd of a test's own. */
export interface PrivateSystemd {
  /** Root folder of a host whose systemd it seems to be. */
  fileRoot: string;
  stop(): Promise<void>;
}

/**
 * Starts a real systemd, as the manager of a user's session, with no unit but those given: it knows none of the host's,
 * whose start would clean folders and mount things. Needs root.
 */
export async function startSystemd(units: Record<string, string>): Promise<PrivateSystemd> {
  const fileRoot = mkdtempSync(join(tmpdir(), "statwire-systemd-"));
  for (const folder of ["run/systemd/system", "units"]) mkdirSync(`${fileRoot}/${folder}`, { recursive: true });
  for (const [name, text] of Object.entries(units)) writeFileSync(`${fileRoot}/units/${name}`, text);
  const { stop } = await startInOwnGroup({
    name: basename(fileRoot),
    // It only runs where the system seems to have been started by systemd.
    script: `
      mkdir -p /run/systemd/system
      exec env -i PATH="$PATH" HOME=${fileRoot} XDG_RUNTIME_DIR=${fileRoot}/run SYSTEMD_UNIT_PATH=${fileRoot}/units \
        /lib/systemd/systemd --user --unit=default.target`,
    readyPath: `${fileRoot}/run/systemd/private`,
    readyWithinMs: 20_000,
  });
  return {
    fileRoot,
    async stop() {
      await stop();
      rmSync(fileRoot, { recursive: true, force: true });
    },
  };
}
