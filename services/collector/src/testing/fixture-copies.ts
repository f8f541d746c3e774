import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { afterEach } from "vitest";
import type { ModuleContext } from "../modules/module.js";
import { copyFixture, type Fixture, fixtureContext } from "./fixture-host.js";

export interface FixtureCopy {
  folder: string;
  /** What a module is opened with on the copy. */
  context(changes?: Partial<ModuleContext>): ModuleContext;
  /** Replaces a file, or adds it. */
  write(path: string, text: string): void;
  remove(path: string): void;
}

/** Makes copies of fixtures for the tests of a file, which are deleted after each of them. */
export function fixtureCopies(): (name: Fixture) => FixtureCopy {
  const removals: (() => void)[] = [];
  afterEach(() => {
    for (const remove of removals.splice(0)) remove();
  });
  return (name) => {
    const { folder, remove } = copyFixture(name);
    removals.push(remove);
    return {
      folder,
      context: (changes = {}) => fixtureContext(name, { folder, ...changes }),
      write(path, text) {
        mkdirSync(dirname(`${folder}/${path}`), { recursive: true });
        writeFileSync(`${folder}/${path}`, text);
      },
      remove: (path) => rmSync(`${folder}/${path}`, { recursive: true }),
    };
  };
}
