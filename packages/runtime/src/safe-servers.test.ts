import { expect, it } from "vitest";
import { requireSafeServers } from "./safe-servers.js";
import { SettingsError } from "./settings.js";

it("unsafe servers are refused, unless it is said that they may be so", () => {
  const warned: object[] = [];
  const log = { warn: (fields: object) => void warned.push(fields) };
  const problems = ["maxmemory-policy of Redis: expected noeviction"];
  const prod = { MODE: "prod", UNSAFE_SERVERS_ALLOWED: false } as const;
  requireSafeServers([], prod, log);
  expect(() => requireSafeServers(problems, prod, log)).toThrow(SettingsError);
  expect(() => requireSafeServers(problems, prod, log)).toThrow(/noeviction\n.*UNSAFE_SERVERS_ALLOWED/);
  expect(warned).toEqual([]);
  requireSafeServers(problems, { ...prod, UNSAFE_SERVERS_ALLOWED: true }, log);
  requireSafeServers(problems, { ...prod, MODE: "dev" }, log);
  expect(warned).toEqual([{ problems }, { problems }]);
});
