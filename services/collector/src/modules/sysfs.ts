import { close, open, read } from "node:fs";
import { readdir, readlink } from "node:fs/promises";
import { basename } from "node:path";
import { isAbsent } from "./proc-files.js";

/** Texts of a folder's attributes by name. What is not there or does not answer (a sleeping device) is missing. */
export interface Attributes {
  folder: string;
  texts: ReadonlyMap<string, string>;
}

/**
 * Names in a folder that match, in the order of their numbers; none where there is no such folder. Asynchronous like
 * all of this file, because a driver may ask its device and take milliseconds.
 * @throws Error when the folder is there and cannot be listed.
 */
export async function listNames(folder: string, pattern: RegExp): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => pattern.test(name)).sort(byNumber);
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
}

/** Reads those of these attributes that are there and answer; a name may lead into a folder below. */
export async function readAttributes(folder: string, names: readonly string[]): Promise<Attributes> {
  const texts = new Map<string, string>();
  // One look at the folder costs less than many attempts at what is not in it.
  const there = new Set(await listNames(folder, /./));
  for (const name of names) {
    if (!there.has(name.split("/", 1)[0] ?? name)) continue;
    const text = await readText(`${folder}/${name}`);
    if (text !== undefined) texts.set(name, text);
  }
  return { folder, texts };
}

/** The attribute's text, empty when it is missing. */
export function textOf({ texts }: Attributes, name: string): string {
  return texts.get(name) ?? "";
}

/** The attribute as a whole number, undefined when it is missing. @throws Error naming the file when it is none. */
export function integerOf({ folder, texts }: Attributes, name: string): number | undefined {
  const text = texts.get(name);
  return text === undefined ? undefined : parseInteger(text, `${folder}/${name}`);
}

/** @throws Error naming the file when its text is no whole number that can be held exactly. */
export function parseInteger(text: string, path: string): number {
  const value = /^[+-]?\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(value)) throw new Error(`${path}: expected a whole number, got "${text.slice(0, 40)}"`);
  return value;
}

/** A file of /sys has a page at most; no other that is read here is much longer. */
const textBytesMax = 8192;

/**
 * The first 8 KiB as text without surrounding white space; undefined when there is none, or the device does not answer.
 * Three calls of the kernel: Node's own `readFile` makes twice as many, and a module reads dozens of files.
 */
export function readText(path: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    open(path, "r", (failure, descriptor) => {
      if (failure !== null) return resolve(undefined);
      const buffer = Buffer.allocUnsafe(textBytesMax);
      read(descriptor, buffer, 0, textBytesMax, 0, (error, length) => {
        close(descriptor);
        resolve(error === null ? buffer.toString("utf8", 0, length).trim() || undefined : undefined);
      });
    });
  });
}

/** The last part of what a link points to: of `device/driver` the driver's name. Undefined where there is no link. */
export async function linkName(path: string): Promise<string | undefined> {
  try {
    return basename(await readlink(path));
  } catch {
    return undefined;
  }
}

/**
 * Orders names of the kernel with the numbers in them as numbers: `cpu2` before `cpu10`. By itself rather than by `Intl.Collator`, which
 * loads 2 MB of rules of languages.
 */
export function byNumber(one: string, other: string): number {
  const [ones, others] = [numberedParts(one), numberedParts(other)];
  for (const [index, part] of ones.entries()) {
    const against = others[index];
    if (against === undefined) return 1;
    if (part === against) continue;
    const difference = Number(part) - Number(against);
    if (!Number.isNaN(difference) && difference !== 0) return difference;
    return part < against ? -1 : 1;
  }
  return ones.length - others.length;
}

function numberedParts(name: string): readonly string[] {
  return name.match(/\d+|\D+/g) ?? [];
}
