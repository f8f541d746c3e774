import { describe, expect, it } from "vitest";
import { readText, repositoryFiles } from "./repository-files.js";

interface Manifest {
  name: string;
  dependencies?: Record<string, string>;
}

/** The floors table of ARCHITECTURE.md: folder → floor and the folders it may import. */
const floors = parseFloors(readText("ARCHITECTURE.md"));

const manifests = repositoryFiles()
  .filter((path) => /^(packages|services)\/[^/]+\/package\.json$|^proto-events\/package\.json$/.test(path))
  .map((path) => ({
    folder: path.replace("/package.json", ""),
    manifest: JSON.parse(readText(path)) as Manifest,
  }));

describe("floors", () => {
  it("lists every workspace folder in the table of ARCHITECTURE.md, and nothing else", () => {
    expect([...floors.keys()].sort()).toEqual(manifests.map(({ folder }) => folder).sort());
  });

  it.each(manifests)("$folder imports only what its row allows", ({ folder, manifest }) => {
    const row = floors.get(folder);
    const edges = Object.keys(manifest.dependencies ?? {})
      .filter((name) => name.startsWith("@statwire/"))
      .map((name) => name.replace("@statwire/", ""));
    const forbidden = edges.filter((edge) => !row?.mayImport.includes(edge) && !row?.mayImport.includes("any"));
    expect(forbidden).toEqual([]);
  });

  it.each(manifests)("$folder imports only from floors below its own", ({ folder, manifest }) => {
    const own = floors.get(folder)?.floor ?? -1;
    const edges = Object.keys(manifest.dependencies ?? {}).filter((name) => name.startsWith("@statwire/"));
    const above = edges.filter((name) => {
      const target = manifests.find((other) => other.manifest.name === name);
      return target === undefined || (floors.get(target.folder)?.floor ?? 99) >= own;
    });
    expect(above).toEqual([]);
  });
});

function parseFloors(text: string): Map<string, { floor: number; mayImport: string[] }> {
  const rows = [...text.matchAll(/^\| *(\d) *\| *`([^`]+)` *\|[^|]*\| *([^|]*?) *\|$/gm)];
  return new Map(
    rows.map(([, floor = "", folder = "", may = ""]) => [
      folder,
      { floor: Number(floor), mayImport: may.split(",").map((name) => name.trim()) },
    ]),
  );
}
