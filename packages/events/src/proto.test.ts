import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const protoRoot = fileURLToPath(new URL("../../../proto-events/", import.meta.url));
const packageRoot = fileURLToPath(new URL("../", import.meta.url));
const buf = join(packageRoot, "node_modules/.bin/buf");
const baseline = join(protoRoot, "baseline/v1.binpb");

let scratch: string;

beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "proto-"));
});

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe("the .proto files", () => {
  it("are linted and formatted", () => {
    expect(run(["lint"], protoRoot)).toBe("");
    expect(run(["format", "--diff", "--exit-code"], protoRoot)).toBe("");
  });

  it("break nothing of the baseline", () => {
    expect(run(["breaking", "--against", baseline], protoRoot)).toBe("");
  });

  it.each([
    [
      "a field is gone",
      /^ {2}int32 used = 2;\n/m,
      "",
      'Previously present field "2" with name "used" on message "Sockets"',
    ],
    ["a type changed", "int64 uptime_ms", "int32 uptime_ms", 'from "int64" to "int32"'],
    ["a field is renamed", "int64 uptime_ms", "int64 up_ms", 'from "uptime_ms" to "up_ms"'],
    ["a number changed", "int64 uptime_ms = 5", "int64 uptime_ms = 6", 'Previously present field "5"'],
  ])("are refused when %s", (_, from, to, complaint) => {
    const copy = join(scratch, "broken");
    rmSync(copy, { recursive: true, force: true });
    cpSync(protoRoot, copy, { recursive: true, filter: (path) => !path.includes("node_modules") });
    const file = join(copy, "statwire/events/v1/host.proto");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace(from, to));
    expect(readFileSync(file, "utf8")).not.toBe(text);
    expect(run(["breaking", "--against", baseline], copy)).toContain(complaint);
  });
});

describe("the generated code", () => {
  it("is what the generators write from the .proto files", () => {
    const output = join(scratch, "generated");
    const template = readFileSync(join(protoRoot, "buf.gen.yaml"), "utf8");
    const redirected = template.replace("../packages/events/src/generated", output);
    expect(redirected).not.toBe(template);
    writeFileSync(join(scratch, "buf.gen.yaml"), redirected);
    expect(run(["generate", "--template", join(scratch, "buf.gen.yaml")], protoRoot)).toBe("");
    execFileSync("node", [join(packageRoot, "scripts/generate-landed-schema.mjs"), join(output, "landed-schema.ts")]);
    expect(contents(output)).toEqual(contents(join(packageRoot, "src/generated")));
  }, 60_000);
});

/** What buf says: nothing when it is content. */
function run(parameters: string[], cwd: string): string {
  try {
    return execFileSync(buf, parameters, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return `${stdout}${stderr}`;
  }
}

function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  return Object.fromEntries(files.toSorted().map((file) => [file, readFileSync(join(folder, file), "utf8")]));
}
