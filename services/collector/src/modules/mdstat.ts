import { words } from "./proc-text.js";

/** One array of /proc/mdstat. */
export interface MdArray {
  name: string;
  active: boolean;
  /** `raid1`, …; empty while the array is not running. */
  level: string;
  members: MdMember[];
  blocks: number;
  /** Places and how many of them hold a working device; undefined for levels without redundancy. */
  places: { total: number; working: number } | undefined;
  /** What is under way, in md's word, and how far it is; no progress while it waits its turn. */
  action: { name: string; percent: number | undefined } | undefined;
}

export interface MdMember {
  device: string;
  role: "member" | "failed" | "spare" | "journal" | "replacement";
}

const roles: Record<string, MdMember["role"]> = { F: "failed", S: "spare", J: "journal", R: "replacement" };

/** The arrays of an mdstat text (md(4)): a line that names it, indented lines that say how it fares, an empty line. */
export function parseMdstat(text: string): MdArray[] {
  const arrays: MdArray[] = [];
  for (const line of text.split("\n")) {
    const heading = /^(md\S*) : (active|inactive)\b(.*)$/.exec(line);
    const array = arrays.at(-1);
    if (heading !== null) arrays.push(parseHeading(heading));
    else if (array !== undefined && line.startsWith(" ")) addDetails(array, line);
  }
  return arrays;
}

/** `md0 : active (read-only) raid1 sdb1[2](S) sda1[0]`: a level, unless inactive, and devices with their slots. */
function parseHeading([, name = "", state = "", rest = ""]: RegExpExecArray): MdArray {
  const parts = words(rest.replace(/\((?:auto-)?read-only\)|\(broken\)/g, ""));
  const members = parts.filter((part) => part.includes("["));
  return {
    name,
    active: state === "active",
    level: parts.find((part) => part !== "" && !part.includes("[")) ?? "",
    members: members.map(parseMember),
    blocks: 0,
    places: undefined,
    action: undefined,
  };
}

/** `sdb1[1](W)(F)`: flags behind the slot; write-mostly (`W`) is no role. */
function parseMember(part: string): MdMember {
  const flags = [...part.matchAll(/\((.)\)/g)].map(([, flag = ""]) => flag);
  const flag = flags.find((letter) => roles[letter] !== undefined);
  return { device: part.slice(0, part.indexOf("[")), role: roles[flag ?? ""] ?? "member" };
}

function addDetails(array: MdArray, line: string): void {
  const blocks = /^\s+(\d+) blocks\b/.exec(line)?.[1];
  if (blocks !== undefined) array.blocks = Number(blocks);
  const places = /\[(\d+)\/(\d+)\] \[[U_]+\]/.exec(line);
  if (places !== null) array.places = { total: Number(places[1]), working: Number(places[2]) };
  const action = /\b(resync|recovery|reshape|check)\s*=\s*(?:([\d.]+)%|[A-Z]+)/.exec(line);
  if (action !== null) {
    array.action = { name: action[1] ?? "", percent: action[2] === undefined ? undefined : Number(action[2]) };
  }
}
