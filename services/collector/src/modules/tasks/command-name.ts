/** A word that only leads to a command: options with a value of their own, and words that follow the options. */
interface Wrapper {
  valued: readonly string[];
  args: number;
}

const wrappers: ReadonlyMap<string, Wrapper> = new Map([
  ["sudo", { valued: ["-u", "-g", "-h", "-C", "--user", "--group"], args: 0 }],
  ["doas", { valued: ["-u", "-C"], args: 0 }],
  ["nice", { valued: ["-n"], args: 0 }],
  ["ionice", { valued: ["-c", "-n"], args: 0 }],
  ["timeout", { valued: ["-k", "-s"], args: 1 }],
  ["flock", { valued: ["-w", "-E"], args: 1 }],
  ["chrt", { valued: [], args: 1 }],
  ["env", { valued: ["-u", "-C"], args: 0 }],
  ...["chronic", "nohup", "setsid", "time", "exec", "if", "then", "else", "do", "!"].map((name): [string, Wrapper] => [
    name,
    { valued: [], args: 0 },
  ]),
]);

/** Commands around the one that matters: `test -x … && …`, `cd … ; …`. */
const preludes = new Set(
  "test [ [[ cd command sleep export set unset umask : true . source for while read fi done esac".split(" "),
);

const interpreters = /^(?:ba|da|z|k)?sh$|^python[\d.]*$|^(?:perl|ruby|node|php|run-parts)[\d.]*$/;

const lengthMax = 64;

/**
 * What to call a task by its command: the name of the program or script that does the work, without folder and
 * arguments. The command line itself may hold secrets and is never published.
 */
export function commandName(command: string): string {
  // What a command in a command says is only an argument here.
  const outer = command.replaceAll(/\$\([^()]*\)|`[^`]*`/g, "$");
  const parts = outer.split(/&&|\|\||[;|&(){}\n]/).map((part) => unwrap(part.trim().split(/\s+/)));
  const chosen = parts.find(([program = ""]) => program !== "" && !preludes.has(program)) ?? parts[0] ?? [];
  const [program = "", ...args] = chosen;
  const script = interpreters.test(basename(program)) ? scriptOf(args) : undefined;
  return clean(basename(script ?? program)) || "command";
}

/** Without assignments, wrappers and their arguments. */
function unwrap(words: readonly string[]): readonly string[] {
  const [first = "", ...rest] = words;
  if (/^\w+=/.test(first)) return unwrap(rest);
  const wrapper = wrappers.get(basename(first));
  if (wrapper === undefined) return words;
  let at = 0;
  while (rest[at]?.startsWith("-")) at += wrapper.valued.includes(rest[at] ?? "") ? 2 : 1;
  return unwrap(rest.slice(at + wrapper.args));
}

/** The first argument that is no option; nothing when the program's text itself stands there or a module's name (`sh -c '…'`, `python -m …`). */
function scriptOf(args: readonly string[]): string | undefined {
  const script = args.find((word) => !word.startsWith("-"));
  const inline = args.some((word) => /^-[a-z]*[cem]$/.test(word));
  return inline || script === undefined || !/^[\w./+-]+$/.test(script) ? undefined : script;
}

function basename(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function clean(name: string): string {
  return name.replace(/[^\w.+@:-]/g, "").slice(0, lengthMax);
}
