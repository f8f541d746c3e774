import { access } from "node:fs/promises";
import { listNames, readText } from "./sysfs.js";

/** Where Linux distributions and NVIDIA's installer put the program that asks the driver. */
const programs = ["/usr/bin/nvidia-smi", "/usr/local/bin/nvidia-smi", "/opt/bin/nvidia-smi"];

/** Names of the cards that NVIDIA's own driver runs, by PCI address; it tells nothing else in files. */
export async function readNvidiaNames(procRoot: string): Promise<Map<string, string>> {
  const folder = `${procRoot}/driver/nvidia/gpus`;
  const names = new Map<string, string>();
  for (const address of await listNames(folder, /^[0-9a-f]{4,}:[0-9a-f]{2}:[0-9a-f]{2}\.[0-7]$/i)) {
    const text = await readText(`${folder}/${address}/information`);
    if (text !== undefined) names.set(address.toLowerCase(), parseNvidiaModel(text));
  }
  return names;
}

/** The model of an `information` text, empty where it has none. */
export function parseNvidiaModel(information: string): string {
  return /^Model:\s*(.+?)\s*$/m.exec(information)?.[1] ?? "";
}

/** True when every card is one that only `nvidia-smi` can tell more of, and this host has it. */
export async function isDecidedByNvidia(fileRoot: string, cards: readonly { driver: string }[]): Promise<boolean> {
  if (!cards.every(({ driver }) => driver === "nvidia")) return false;
  const found = await Promise.all(programs.map((program) => exists(`${fileRoot}${program}`)));
  return found.includes(true);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
