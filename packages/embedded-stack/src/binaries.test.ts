import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { requirePrograms } from "./binaries.js";

it("names the ways out when a program is missing and cannot be installed", async () => {
  const nothingHere = mkdtempSync(join(tmpdir(), "no-programs-"));
  const wanted = requirePrograms(["chromium"], { path: nothingHere, tell: () => undefined, systemFolders: [] });
  await expect(wanted).rejects.toThrow(
    /missing: chromium \(there is no apt-get here\)\.\nInstall with: apt-get install chromium\nor instead:\n {2}chromium: /,
  );
});
