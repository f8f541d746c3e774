/** Words that only lead to a command, with how many words of arguments follow their options. */
const wrappers: Record<string, number> = {
  sudo: 0,
  doas: 0,
  env: 0,
  nice: 0,
  ionice: 0,
  chronic: 0,
  nohup: 0,
  time: 0,
  exec: 0,
  command: 0,
  setsid: 0,
  timeout: 1,
  flock: 1,
  chrt: 1,
};

/** Options of the wrappers that take the next word as their value. */
const valueOptions = new Set(["-u", "-g", "-n", "-c", "-p", "-k", "-s", "-w", "-E", "-C", "-h", "--user", "--group"]);

/** Commands before the one that matters: `test -x … && …`, `cd … ; …`. */
const preludes = new Set([
  "test",
  "[",
  "[[",
  "cd",
  "if",
  "then",
  "sleep",
  "export",
  "set",
  ":",
  "true",
  ".",
  "source",
  "umask",
]);

const interpreters = /^(?:ba|da|z|k)?sh$|^python[\d.]*$|^(?:perl|ruby|node|php|run-parts)[\d.]*$/;

const lengthMax = 64;

/**
 * What to call a task by its command: the name of the program or script that does the work, without folder and
 * arguments. The command line itself may hold secrets and is never published.
 */
export function commandName(command: string): string {
  const parts = command.split(/&&|\|\||[;|&(){}\n]/).map((part) => unwrap(part.trim().split(/\s+/)));
  const chosen = parts.find(([program = ""]) => program !== "" && !preludes.has(program)) ?? parts[0] ?? [];
  const [program = "", ...args] = chosen;
  const script = interpreters.test(basename(program)) ? scriptOf(args) : undefined;
  return clean(basename(script ?? program)) || "command";
}

/** Without assignments, wrappers and their arguments. */
function unwrap(words: readonly string[]): readonly string[] {
  const [first = "", ...rest] = words;
  if (/^!$|^\w+=/.test(first)) return unwrap(rest);
  const skip = wrappers[basename(first)];
  if (skip === undefined) return words;
  let at = 0;
  while (rest[at]?.startsWith("-")) at += valueOptions.has(rest[at] ?? "") ? 2 : 1;
  return unwrap(rest.slice(at + skip));
}

/** The first argument that is no option; nothing when the program's text itself stands there (`sh -c '…'`). */
function scriptOf(args: readonly string[]): string | undefined {
  const script = args.find((word) => !word.startsWith("-"));
  const inline = args.some((word) => /^-[a-z]*[ce]$/.test(word));
  return inline || script === undefined || !/^[\w./+-]+$/.test(script) ? undefined : script;
}

function basename(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function clean(name: string): string {
  return name.replace(/[^\w.+@:-]/g, "").slice(0, lengthMax);
}
