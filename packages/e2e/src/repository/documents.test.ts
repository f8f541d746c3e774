import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { readText, repositoryFiles, repositoryRoot } from "./repository-files.js";

const files = repositoryFiles();
const documents = files.filter((path) => path.endsWith(".md"));
const topLevel = new Set(files.map((path) => path.split("/", 1)[0]).filter((name) => name !== undefined));
const apiPaths = Object.keys(
  (JSON.parse(readText("services/api/src/generated/openapi.json")) as { paths: object }).paths,
);
const scripts = scriptNames();

describe.each(documents)("%s", (document) => {
  const text = readText(document);

  it("names only files and folders that exist", () => {
    const named = codeSpans(text).filter(isRepositoryPath);
    const linked = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, target = ""]) => target);
    const missing = [
      ...named.filter((path) => !existsInRepository(path) && !existsBeside(document, path)),
      ...linked.filter((path) => !existsBeside(document, path)),
    ];
    expect(missing).toEqual([]);
  });

  it("names only commands that exist", () => {
    const commands = [...text.matchAll(/\b(?:npm|pnpm)(?: --filter \S+| -r)? (?:run )?([a-z][a-z:-]*)\b/g)].map(
      ([, name = ""]) => name,
    );
    const builtin = new Set([
      "start",
      "test",
      "install",
      "ci",
      "workspace",
      "exec",
      "catalog",
      "alone",
      "package",
      "packages",
      "registry",
    ]);
    expect(commands.filter((name) => !builtin.has(name) && !scripts.has(name))).toEqual([]);
  });

  it("calls only paths that the API serves", () => {
    const called = [...text.matchAll(/https?:\/\/(?:127\.0\.0\.1|localhost):(?:8034|5241)(\/[^\s"'`)?]*)?/g)].map(
      ([, path = "/"]) => path.replace(/\\$/, "").replace(/[.,;:]$/, ""),
    );
    expect(called.filter((path) => !isServed(path))).toEqual([]);
  });
});

/** Words between backticks, and in fenced blocks the words that are their own token. */
function codeSpans(text: string): string[] {
  const inline = [...text.matchAll(/`([^`\n]+)`/g)].map(([, span = ""]) => span);
  return inline.flatMap((span) => span.split(/[\s,;()]+/));
}

function isRepositoryPath(word: string): boolean {
  const first = word.split("/", 1)[0] ?? "";
  return word.includes("/") && (topLevel.has(first) || first === "docs") && !/[<>*{}$…]/.test(word);
}

function existsInRepository(path: string): boolean {
  return existsSync(join(repositoryRoot, path.replace(/:\d+$/, "")));
}

function existsBeside(document: string, path: string): boolean {
  return existsSync(join(repositoryRoot, dirname(document), path));
}

function scriptNames(): Set<string> {
  const manifests = files.filter((path) => path.endsWith("package.json"));
  return new Set(
    manifests.flatMap((path) => Object.keys((JSON.parse(readText(path)) as { scripts?: object }).scripts ?? {})),
  );
}

/** `/docs` and the like are served beside the OpenAPI document that describes the operations. */
function isServed(path: string): boolean {
  const beside = ["/docs", "/redoc", "/openapi.json", "/swagger/index.html", "/api/openapi.json"];
  if (beside.includes(path)) return true;
  return apiPaths.some((pattern) => {
    const expression = pattern.replace(/[.+?^$()|[\]\\]/g, "\\$&").replace(/\{[^}]+\}/g, "[^/]+");
    return new RegExp(`^${expression}$`).test(path);
  });
}
