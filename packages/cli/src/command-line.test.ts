import { describe, expect, it } from "vitest";
import { call } from "./testing/call.js";

describe("statwire", () => {
  it.each([[[]], [["--help"]], [["-h"]]])("lists its commands for %j", async (words) => {
    const { code, printed } = await call(words);
    expect(code).toBe(0);
    expect(printed).toMatch(
      /^ {2}fingerprint .*\n {2}migrate .*\n {2}setup .*\n {2}credentials init .*\n {2}credentials node /m,
    );
  });

  it("says its version", async () => {
    expect(await call(["--version"])).toEqual({ code: 0, printed: "1.2.3", told: "" });
  });

  it.each([["fingerprint"], ["migrate"], ["setup"], ["credentials init"], ["credentials node"], ["streams"], ["lag"]])(
    "explains %s without doing anything",
    async (name) => {
      const { code, printed } = await call([...name.split(" "), "--help"]);
      expect(code).toBe(0);
      expect(printed).toContain(`statwire ${name}`);
    },
  );

  it.each([
    ["rebuild", ["history", "snapshots"]],
    ["deadletters", ["list", "show", "retry", "drop"]],
    ["config", ["export", "plan", "apply"]],
    ["credentials", ["init", "node", "revoke"]],
    ["user", ["first-link"]],
  ])("lists the commands of the group %s, and no other", async (group, names) => {
    for (const help of ["--help", "-h"]) {
      const { code, printed, told } = await call([group, help]);
      expect([code, told]).toEqual([0, ""]);
      const listed = [...printed.matchAll(/^ {2}(\S+ \S+) {2,}\S/gm)].map(([, name]) => name);
      expect(listed).toEqual(names.map((name) => `${group} ${name}`));
    }
  });

  it("explains a command that begins a group itself, and says of a wrong one what there is", async () => {
    expect((await call(["backup", "--help"])).printed).toMatch(/^statwire backup: /);
    const { code, printed, told } = await call(["rebuild", "everything"]);
    expect([code, printed]).toEqual([2, ""]);
    expect(told).toContain('there is no command "rebuild everything"');
    expect(told).toContain("  rebuild history ");
    expect(told).not.toContain("fingerprint");
  });

  it.each([
    [["sing"], 'there is no command "sing"'],
    [["credentials"], 'there is no command "credentials"'],
    [["rebuild", "everything", "--help"], 'there is no command "rebuild everything"'],
    [["constructor"], 'there is no command "constructor"'],
    [["fingerprint", "--loud"], "--loud"],
    [["fingerprint", "5241"], "5241"],
    [["fingerprint", "--url", "http://localhost:5241"], "--url: expected https://HOST[:PORT]"],
    [["migrate", "--timeout", "soon"], "--timeout: expected whole seconds"],
    [["credentials", "node", "--dir", "/tmp/x"], "--node is required"],
    [["setup"], "--dir is required"],
    [["setup", "--dir", "/tmp/x", "--owner", "nats=root"], "--owner: expected FOLDER=UID:GID"],
  ])("ends with 2 for %j", async (words, reason) => {
    const { code, printed, told } = await call(words);
    expect(code).toBe(2);
    expect(told).toContain(reason);
    expect(printed).toBe("");
  });

  it("ends with 78 when its settings cannot be used", async () => {
    const { code, told } = await call(["migrate"], { CLICKHOUSE_URL: "nowhere", RETENTION_RAW_DAYS: "1" });
    expect(code).toBe(78);
    expect(told).toContain("CLICKHOUSE_URL:");
    expect(told).toContain("RETENTION_RAW_DAYS:");
  });
});
