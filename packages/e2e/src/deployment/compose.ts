import { parse } from "yaml";
import { readText } from "../repository/repository-files.js";

/** What the tests look at of a Compose file (https://github.com/compose-spec/compose-spec/blob/main/spec.md). */
export interface ComposeFile {
  services: Record<string, ComposeService>;
  networks?: Record<string, { internal?: boolean }>;
  volumes?: Record<string, unknown>;
}

export interface ComposeService {
  image: string;
  build?: { context: string; dockerfile: string };
  command?: string[];
  entrypoint?: string[];
  user?: string;
  restart?: string;
  read_only?: boolean;
  privileged?: boolean;
  cap_drop?: string[];
  cap_add?: string[];
  security_opt?: string[];
  network_mode?: string;
  networks?: string[];
  ports?: string[];
  mem_limit?: string;
  cpus?: number;
  pids_limit?: number;
  logging?: { options?: Record<string, string> };
  healthcheck?: { test: string[]; interval: string; timeout: string; retries: number };
  depends_on?: Record<string, { condition: string }>;
  environment?: Record<string, string | number>;
  volumes?: string[];
}

/** A Compose file with its merge keys resolved, and its variables as they are written. */
export function composeFile(path: string): ComposeFile {
  return parse(readText(path), { merge: true }) as ComposeFile;
}

/** A text of a Compose file with nothing set in the environment: defaults apply, `${X:+…}` is empty. */
export function withDefaults(text: string): string {
  return text.replaceAll(/\$\{\w+(?::([-+?])([^}]*))?\}/g, (_, kind?: string, value = "") =>
    kind === "-" ? value : "",
  );
}

/** Folders below /secrets that a service names anywhere. */
export function secretFolders(service: ComposeService): string[] {
  const texts = [
    ...(service.command ?? []),
    ...(service.entrypoint ?? []),
    ...Object.values(service.environment ?? {}).map(String),
  ];
  const named = texts.flatMap((text) => [...text.matchAll(/\/secrets\/([\w-]+)\//g)].map(([, folder = ""]) => folder));
  return [...new Set(named)];
}
