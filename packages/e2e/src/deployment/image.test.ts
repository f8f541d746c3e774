import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readText, repositoryFiles, repositoryRoot } from "../repository/repository-files.js";

const dockerfile = readText("deploy/Dockerfile").replaceAll("\\\n", " ");
const instructions = dockerfile.split("\n").flatMap((line) => {
  const [, word = "", rest = ""] = /^([A-Z]+) (.*)$/.exec(line) ?? [];
  return word === "" ? [] : [{ word, rest }];
});
const of = (word: string) => instructions.filter((instruction) => instruction.word === word).map(({ rest }) => rest);

describe("deploy/Dockerfile", () => {
  it("builds in one stage and runs in another, both of the Node of this repository", () => {
    const version = readText(".node-version").trim();
    expect(of("FROM")).toEqual([`node:${version}-bookworm-slim AS build`, `node:${version}-bookworm-slim`]);
  });

  it("copies files that are there, and from the first stage only what runs", () => {
    const copied = of("COPY").filter((rest) => !rest.startsWith("--from"));
    const sources = copied.flatMap((rest) => rest.split(" ").slice(0, -1)).filter((source) => source !== ".");
    for (const source of sources) expect(existsSync(repositoryRoot + source), source).toBe(true);
    expect(of("COPY").filter((rest) => rest.startsWith("--from"))).toEqual(["--from=build /app /app"]);
  });

  it("runs as nobody in particular, and holds no secret", () => {
    expect(of("USER")).toEqual(["10001:10001"]);
    expect(of("ENV")).toEqual(["NODE_ENV=production"]);
    expect(of("ARG")).toEqual([]);
  });

  it("has whatever a deployment starts", () => {
    const started = [
      "docker-compose.yml",
      "deploy/kubernetes/services.yaml",
      "deploy/kubernetes/collector.yaml",
    ].flatMap((file) =>
      [...readText(file).matchAll(/services\/([\w-]+)\/dist\/main\.js/g)].map(([, name = ""]) => name),
    );
    expect(new Set(started)).toEqual(new Set(["api", "cache-projector", "collector", "ingester"]));
    for (const name of started) expect(existsSync(`${repositoryRoot}services/${name}/src/main.ts`), name).toBe(true);
  });
});

describe(".dockerignore", () => {
  it("keeps out what is made here and what is kept here", () => {
    const ignored = readText(".dockerignore").split("\n");
    for (const path of [".git", "**/node_modules", "**/dist", "data"]) expect(ignored).toContain(path);
  });
});

describe("every deployment", () => {
  it("names no version that moves", () => {
    const files = repositoryFiles().filter((file) => file.startsWith("deploy/") || file === "docker-compose.yml");
    for (const file of files) expect(readText(file), file).not.toMatch(/image:.*:latest|^FROM \S+:latest/m);
  });
});
