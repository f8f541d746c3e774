import { exitCodes, SettingsError } from "@statwire/runtime";
import { type Command, CommandError, type Outside, UsageError } from "./command.js";
import { audit } from "./commands/audit.js";
import { backup } from "./commands/backup.js";
import { backupVerify } from "./commands/backup-verify.js";
import { configApply } from "./commands/config-apply.js";
import { configExport } from "./commands/config-export.js";
import { configPlan } from "./commands/config-plan.js";
import { consumerCreate } from "./commands/consumer-create.js";
import { consumerRevoke } from "./commands/consumer-revoke.js";
import { credentialsInit } from "./commands/credentials-init.js";
import { credentialsNode } from "./commands/credentials-node.js";
import { credentialsRevoke } from "./commands/credentials-revoke.js";
import { deadLettersDrop } from "./commands/deadletters-drop.js";
import { deadLettersList } from "./commands/deadletters-list.js";
import { deadLettersRetry } from "./commands/deadletters-retry.js";
import { deadLettersShow } from "./commands/deadletters-show.js";
import { doctor } from "./commands/doctor.js";
import { fingerprint } from "./commands/fingerprint.js";
import { lag } from "./commands/lag.js";
import { migrateHistory } from "./commands/migrate.js";
import { nodeEnroll } from "./commands/node-enroll.js";
import { nodeRevoke } from "./commands/node-revoke.js";
import { rebuildHistory } from "./commands/rebuild-history.js";
import { rebuildSnapshots } from "./commands/rebuild-snapshots.js";
import { repairPartsCommand } from "./commands/repair-parts.js";
import { replay } from "./commands/replay.js";
import { restore } from "./commands/restore.js";
import { setup } from "./commands/setup.js";
import { streams } from "./commands/streams.js";
import { tail } from "./commands/tail.js";
import { tokenCreate } from "./commands/token-create.js";
import { tokenList } from "./commands/token-list.js";
import { tokenRevoke } from "./commands/token-revoke.js";
import { tokenRotate } from "./commands/token-rotate.js";
import { trace } from "./commands/trace.js";
import { userFirstLink } from "./commands/user-first-link.js";
import { verify } from "./commands/verify.js";

/** All commands, by the words that name them. */
const commands: Record<string, Command> = {
  fingerprint,
  migrate: migrateHistory,
  setup,
  "credentials init": credentialsInit,
  "credentials node": credentialsNode,
  "credentials revoke": credentialsRevoke,
  "node enroll": nodeEnroll,
  "node revoke": nodeRevoke,
  "consumer create": consumerCreate,
  "consumer revoke": consumerRevoke,
  "user first-link": userFirstLink,
  "token create": tokenCreate,
  "token list": tokenList,
  "token revoke": tokenRevoke,
  "token rotate": tokenRotate,
  doctor,
  streams,
  lag,
  tail,
  trace,
  "deadletters list": deadLettersList,
  "deadletters show": deadLettersShow,
  "deadletters retry": deadLettersRetry,
  "deadletters drop": deadLettersDrop,
  "rebuild history": rebuildHistory,
  "rebuild snapshots": rebuildSnapshots,
  "repair parts": repairPartsCommand,
  replay,
  verify,
  "config export": configExport,
  "config plan": configPlan,
  "config apply": configApply,
  audit,
  backup,
  "backup verify": backupVerify,
  restore,
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
  const command = name === undefined ? undefined : commands[name];
  if (name === undefined || command === undefined) return listCommands(words, outside);
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
function listCommands(words: readonly string[], outside: Outside): number {
  const [first, second] = words;
  const isOfGroup = first !== undefined && isGroup(first);
  const listed = Object.entries(commands).filter(([name]) => !isOfGroup || name.split(" ")[0] === first);
  const width = Math.max(...listed.map(([name]) => name.length));
  const lines = listed.map(([name, { purpose }]) => `  ${name.padEnd(width)}  ${purpose}`);
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
