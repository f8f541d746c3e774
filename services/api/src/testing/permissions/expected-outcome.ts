import type { Role } from "@statwire/control-plane";
import { type Expectation, expectedOfKinds } from "./expectations.js";

/** A token of the walk. */
export interface WalkedCaller {
  name: string;
  role: Role;
  workspace: "default" | "beta";
  isReadOnly: boolean;
  /** Limited to the first project of its workspace. */
  isLimited: boolean;
}

/** What is asked for: something in the caller's first project, or in another of the same workspace. */
export type Place = "first" | "second";

/** `through`: the operation itself answered. `hidden`: 404, as of something that is not there. */
export type Outcome = "through" | "forbidden" | "hidden" | "unknown";

const roles: readonly Role[] = ["viewer", "editor", "admin", "owner"];

/** What an operation of the workspace `default` should answer to a caller. */
export function expectedOutcome(expectation: Expectation, caller: WalkedCaller, place: Place): Outcome {
  if (expectation.is === "documents") return ofDocuments(expectation, caller, place);
  if (expectation.is === "nodes") {
    const may = caller.workspace === "default" && has(caller, expectation.least);
    if (!may || (expectation.changes && caller.isReadOnly)) return "forbidden";
    return caller.isLimited && place === "second" ? "hidden" : "through";
  }
  // Of its own workspace; in another one than is asked about it has none.
  if (expectation.is === "audit") {
    if (!has(caller, "admin") || caller.isLimited) return "forbidden";
    return caller.workspace === "default" ? "through" : "hidden";
  }
  if (expectation.is === "person" && expectation.programsAre !== undefined) return expectation.programsAre;
  return expectation.is === "open" || expectation.is === "known" ? "through" : "forbidden";
}

function ofDocuments(
  { kind, verb, names, hiddenIs, actsAtHome, placeless }: Extract<Expectation, { is: "documents" }>,
  caller: WalkedCaller,
  place: Place,
): Outcome {
  const expected = expectedOfKinds[kind];
  const least = verb === "read" ? expected.read : verb === "create" ? expected.create : expected.change;
  if (least === "administrator" || !has(caller, least)) return "forbidden";
  if (verb !== "read" && caller.isReadOnly) return "forbidden";
  if (verb !== "read" && caller.isLimited) {
    if (expected.projects === "read" || (kind === "project" && verb === "create")) return "forbidden";
  }
  // Users belong to no workspace, and who is none sees none but itself.
  if (kind === "user") return names === "one" ? "hidden" : "through";
  if (caller.workspace !== "default" && !(actsAtHome && names !== "one")) return hiddenIs ?? "hidden";
  if (kind === "preference" && !has(caller, "admin")) return ofAnothers(verb, names);
  if (placeless && expected.projects === "within" && caller.isLimited) return "forbidden";
  if (expected.projects !== "within" || !caller.isLimited || place === "first") return "through";
  // A list is of what is in reach.
  return verb === "create" ? "forbidden" : names !== "none" ? "hidden" : "through";
}

/** The preferences of the walk are a user's, and its callers are none. */
function ofAnothers(verb: string, names: "one" | "key" | "none"): Outcome {
  if (names === "one") return "hidden";
  return verb === "create" ? "forbidden" : "through";
}

function has({ role }: WalkedCaller, least: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(least);
}
