import { exitCodes, SettingsError } from "@statwire/runtime";
import { type Command, CommandError, type Outside, UsageError } from "./command.js";

/**
 * All commands, by the words that name them. Each is loaded when it is called: together they load the clients of every
 * server, which takes ten times as long as Node.js itself (1.7 seconds of processor time on a busy machine).
 */
const commands: Record<string, () => Promise<Command>> = {
  fingerprint: async () => (await import("./commands/fingerprint.js")).fingerprint,
  migrate: async () => (await import("./commands/migrate.js")).migrateHistory,
  setup: async () => (await import("./commands/setup.js")).setup,
  "credentials init": async () => (await import("./commands/credentials-init.js")).credentialsInit,
  "credentials node": async () => (await import("./commands/credentials-node.js")).credentialsNode,
  "credentials revoke": async () => (await import("./commands/credentials-revoke.js")).credentialsRevoke,
  "node enroll": async () => (await import("./commands/node-enroll.js")).nodeEnroll,
  "node revoke": async () => (await import("./commands/node-revoke.js")).nodeRevoke,
  "consumer create": async () => (await import("./commands/consumer-create.js")).consumerCreate,
  "consumer revoke": async () => (await import("./commands/consumer-revoke.js")).consumerRevoke,
  "user first-link": async () => (await import("./commands/user-first-link.js")).userFirstLink,
  "token create": async () => (await import("./commands/token-create.js")).tokenCreate,
  "token list": async () => (await import("./commands/token-list.js")).tokenList,
  "token revoke": async () => (await import("./commands/token-revoke.js")).tokenRevoke,
  "token rotate": async () => (await import("./commands/token-rotate.js")).tokenRotate,
  doctor: async () => (await import("./commands/doctor.js")).doctor,
  streams: async () => (await import("./commands/streams.js")).streams,
  lag: async () => (await import("./commands/lag.js")).lag,
  tail: async () => (await import("./commands/tail.js")).tail,
  trace: async () => (await import("./commands/trace.js")).trace,
  "deadletters list": async () => (await import("./commands/deadletters-list.js")).deadLettersList,
  "deadletters show": async () => (await import("./commands/deadletters-show.js")).deadLettersShow,
  "deadletters retry": async () => (await import("./commands/deadletters-retry.js")).deadLettersRetry,
  "deadletters drop": async () => (await import("./commands/deadletters-drop.js")).deadLettersDrop,
  "rebuild history": async () => (await import("./commands/rebuild-history.js")).rebuildHistory,
  "rebuild snapshots": async () => (await import("./commands/rebuild-snapshots.js")).rebuildSnapshots,
  "repair parts": async () => (await import("./commands/repair-parts.js")).repairPartsCommand,
  replay: async () => (await import("./commands/replay.js")).replay,
  verify: async () => (await import("./commands/verify.js")).verify,
  "config export": async () => (await import("./commands/config-export.js")).configExport,
  "config plan": async () => (await import("./commands/config-plan.js")).configPlan,
  "config apply": async () => (await import("./commands/config-apply.js")).configApply,
  audit: async () => (await import("./commands/audit.js")).audit,
  backup: async () => (await import("./commands/backup.js")).backup,
  "backup verify": async () => (await import("./commands/backup-verify.js")).backupVerify,
  restore: async () => (await import("./commands/restore.js")).restore,
};

const wrongUsage = 2;

/** As a shell has it for a program that SIGINT ended. */
const interrupted = 130;

/**
 * Runs `statwire WORDS…` and answers its exit code: 0, 1 failed, 2 called wrongly, 78 settings that cannot be used, 130
 * interrupted before it was done.
 */
export async function runCommandLine(words: readonly string[], outside: Outside): Promise<number> {
  if (words.length === 1 && words[0] === "--version") {
    outside.print(outside.version);
    return exitCodes.ok;
  }
  const name = commandName(words);
  const load = name === undefined ? undefined : commands[name];
  if (name === undefined || load === undefined) return listCommands(words, outside);
  const command = await load();
  const args = words.slice(name.split(" ").length);
  if (args.some(isHelp)) {
    outside.print(`statwire ${name}: ${command.purpose}\n\n${command.usage}`);
    return exitCodes.ok;
  }
  try {
    await command.run(args, outside);
    return exitCodes.ok;
  } catch (error) {
    return codeOf(error, name, outside);
  }
}

/** Whether names of commands begin with the word and go on, as with `rebuild`. */
function isGroup(word: string): boolean {
  return Object.keys(commands).some((name) => name.startsWith(`${word} `));
}

/** Two words where two name a command, else one. */
function commandName(words: readonly string[]): string | undefined {
  return [words.slice(0, 2).join(" "), words[0]].find((name) => name !== undefined && Object.hasOwn(commands, name));
}

/** All commands, or those of the group that the first word names. */
async function listCommands(words: readonly string[], outside: Outside): Promise<number> {
  const [first, second] = words;
  const isOfGroup = first !== undefined && isGroup(first);
  const listed = Object.keys(commands).filter((name) => !isOfGroup || name.split(" ")[0] === first);
  const width = Math.max(...listed.map((name) => name.length));
  const lines = await Promise.all(
    listed.map(async (name) => `  ${name.padEnd(width)}  ${(await commands[name]?.())?.purpose}`),
  );
  const heading = isOfGroup
    ? `statwire ${first}: the commands of this group.`
    : "statwire: operates an installation of Statwire.";
  const list = `${heading}\n\n${lines.join("\n")}\n\nstatwire COMMAND --help says more.`;
  const asked = first === undefined || isHelp(isOfGroup ? second : first);
  if (asked) outside.print(list);
  else outside.tell(`statwire: there is no command "${words.slice(0, 2).join(" ")}"\n\n${list}`);
  return asked ? exitCodes.ok : wrongUsage;
}

function isHelp(word: string | undefined): boolean {
  return word === "--help" || word === "-h";
}

function codeOf(error: unknown, name: string, outside: Outside): number {
  if (outside.signal.aborted && error === outside.signal.reason) return interrupted;
  if (error instanceof UsageError) {
    outside.tell(`statwire ${name}: ${error.message}\nstatwire ${name} --help says how`);
    return wrongUsage;
  }
  if (error instanceof SettingsError) {
    outside.tell(`statwire ${name}: ${error.message}`);
    return exitCodes.badSettings;
  }
  if (error instanceof CommandError) {
    outside.tell(`statwire ${name}: ${error.message}`);
    return exitCodes.failed;
  }
  throw error;
}
