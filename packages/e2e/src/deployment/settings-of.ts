import { execFileSync } from "node:child_process";
import { historySettings } from "@statwire/history-store";
import { repositoryRoot } from "../repository/repository-files.js";

/** Settings that Node itself and the image's base take. */
const ofNode = ["NODE_ENV", "NODE_EXTRA_CA_CERTS"];

const found = new Map<string, Set<string>>();

/** A service takes a second or more to say what it reads; for each test that asks all of them. */
export const askingTimeoutMs = 60_000;

/** The variables that a service reads, as its `--help` lists them; a file may hold each that does not name one. */
export function settingsOf(service: string): Set<string> {
  const known = found.get(service) ?? read(service);
  found.set(service, known);
  return known;
}

function read(service: string): Set<string> {
  const names = service === "migrate" ? Object.keys(historySettings) : listed(service);
  const files = names.filter((name) => !name.endsWith("_FILE")).map((name) => `${name}_FILE`);
  return new Set([...names, ...files, ...ofNode]);
}

function listed(service: string): string[] {
  const main = `${repositoryRoot}services/${service}/dist/main.js`;
  const help = execFileSync(process.execPath, [main, "--help"], { encoding: "utf8" });
  return [...help.matchAll(/^ {2}([A-Z][A-Z0-9_]*) /gm)].map(([, name = ""]) => name);
}
