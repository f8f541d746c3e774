// Writes src/generated/configuration: for each kind of document what tsoa needs to see of it, plain interfaces and a controller.
// The control plane's schema is the only place where a kind's fields are written down.
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { kindNames, kindOf } from "@statwire/control-plane";
import { controllerOf, isDeleted, isMadeInBatches } from "./configuration-operations.mjs";
import { Interfaces, pascal, toSchema } from "./interfaces.mjs";

/** Writes a file for each kind into the folder, and removes what is of no kind any more. */
export async function writeConfigurationSurface(folder) {
  await mkdir(folder, { recursive: true });
  const wanted = new Map(kindNames.map((name) => [`${name}-controller.ts`, fileOf(name, kindOf(name))]));
  for (const file of await readdir(folder)) if (!wanted.has(file)) await rm(new URL(file, folder));
  for (const [file, text] of wanted) await writeFile(new URL(file, folder), text);
}

function fileOf(name, kind) {
  const type = pascal(name);
  const input = new Interfaces(`${type}Input`, "input");
  const output = new Interfaces(`${type}Fields`, "output");
  const members = [...input.membersOf(kind.fields, `${type}Input`)];
  if (kind.secretFrom === "client") {
    const secret = input.nest(toSchema(kind.secret, "input"), `${type}Secret`);
    members.push(
      `/** Stored apart and never shown; null takes it away, and absent leaves it as it is. */\n  secret?: ${secret} | null;`,
    );
  }
  input.add(`${type}Input`, `What is written of a ${name}.`, members);
  output.add(`${type}Fields`, `What a ${name} says.`, [
    ...output.membersOf(kind.fields, type),
    ...(kind.kept === undefined ? [] : output.membersOf(kind.kept, type)),
  ]);
  return [
    header(name, kind),
    ...input.texts,
    ...output.texts,
    documentOf(type, name, kind),
    controllerOf(name, kind, type),
  ].join("\n\n");
}

const header = (name, kind) => `// Generated from the kind "${name}" by scripts/configuration-surface.mjs.
import {
  Body, ${isDeleted(kind) ? "Delete, " : ""}Get, Header, Middlewares, Patch, Path, Post, Put, Query, Request, Response, Route, Security, SuccessResponse,
  Tags,
} from "@tsoa/runtime";
import type { Request as HttpRequest } from "express";
import type { Problem } from "../../http/problem.js";
import { limited } from "../../http/rate-limits.js";
import { jsonBody } from "../../http/request-body.js";
import type {
  BatchResults, DocumentMeta${kind.secretFrom === undefined ? "" : ", SecretMeta"}, MergePatch, RevisionMeta,
} from "../../surfaces/native/configuration/dto.js";
import type { ConfigurationSurface } from "../../surfaces/native/configuration/surface.js";
import { knownParameters } from "../../surfaces/native/known-parameters.js";`;

function documentOf(type, name, kind) {
  const secret = kind.secretFrom === undefined ? "" : ", SecretMeta";
  const made = kind.secretFrom === "made";
  return `/** A ${name}. */
export interface ${type}Document extends DocumentMeta${secret}, ${type}Fields {}
${
  made
    ? `
export interface ${type}Created extends ${type}Document {
  /** Shown this once; null when the same Idempotency-Key was used before. */
  token: string | null;
}
`
    : ""
}
export interface ${type}List {
  items: ${type}Document[];
  /** For the next page; null: this is the last one. */
  next_cursor: string | null;
}

export interface ${type}Revision extends RevisionMeta {
  /** What it said from then on. */
  document: ${type}Fields;
}

export interface ${type}History {
  /** The newest first. */
  revisions: ${type}Revision[];
}

export interface ${type}BatchItem {
  operation: ${isMadeInBatches(kind) ? '"create" | ' : ""}"replace" | "patch"${isDeleted(kind) ? ' | "delete"' : ""};
  /** Which; not with create. */
  id?: string;
  /** Only when its current revision has this number. */
  revision?: number;
  /** With create and replace: as with a request of its own. */
  document?: MergePatch;
  /** With patch: a merge patch (RFC 7396). */
  patch?: MergePatch;
}

export interface ${type}Batch {
  /** Only says what would become of each. */
  dry_run?: boolean;
  /**
   * Done one after the other; one that is refused does not stop the others.
   * @minItems 1
   * @maxItems 100
   */
  items: ${type}BatchItem[];
}`;
}
