import type { StoredRevision } from "@statwire/control-plane";
import type { Answer } from "../../http/answer.js";
import type { ProblemError } from "../../http/problem.js";
import { type Account, orElse } from "./account.js";
import type { DashmonProject } from "./dto.js";
import { refusal } from "./errors.js";
import { type Body, badRequest, noteIn, textIn } from "./input.js";
import { limitsOf } from "./plans.js";

/** A project by the id that its maker chose. @throws Answer 404 */
export function projectOf(account: Account, projectId: string): StoredRevision {
  return account.named("project", "key", projectId) ?? raise(refusal(404, "Project not found"));
}

/** A project as it is shown alone: with its revision as the `ETag`. @throws Answer 404 */
export function shownProject(account: Account, projectId: string): DashmonProject {
  const project = projectOf(account, projectId);
  account.request.res?.setHeader("ETag", `"${project.revision}"`);
  return toProject(project);
}

/** @throws Answer 400 with Dashmon's own texts */
export async function createProject(account: Account, body: Body): Promise<StoredRevision> {
  const access = account.access("project", "create");
  const name = textIn(body, "name");
  const key = textIn(body, "id");
  if (name === undefined || key === undefined) throw badRequest("Project name and Project ID are required");
  const input = { key, name, location: noteIn(body, "location"), notes: noteIn(body, "notes") };
  const { workspace } = access;
  const { projects } = limitsOf(account.plan);
  return orElse(account.change(access, { verb: "create", workspace, kind: "project", input }), {
    "name-taken": () => badRequest("Project ID already exists"),
    "too-many-documents": () => badRequest(`Plan limit reached. Your plan allows ${projects} projects.`),
    "invalid-input": asProjectFault,
  });
}

/** Replaces what a client knows of a project. @throws Answer 400, 404 */
export async function replaceProject(account: Account, projectId: string, body: Body): Promise<StoredRevision> {
  const access = account.access("project", "update");
  const { id, document } = projectOf(account, projectId);
  const name = textIn(body, "name");
  if (name === undefined) throw badRequest("Project name is required");
  const input = { key: document.key, name, location: noteIn(body, "location"), notes: noteIn(body, "notes") };
  const { workspace } = access;
  return orElse(account.changeNamed(access, { verb: "replace", workspace, kind: "project", id, input }), {
    "invalid-input": asProjectFault,
  });
}

/** Deletes a project, and its devices with it. @throws Answer 404 */
export async function deleteProject(account: Account, projectId: string): Promise<void> {
  const access = account.access("project", "delete");
  const { id } = projectOf(account, projectId);
  await account.changeNamed(access, { verb: "delete", workspace: access.workspace, kind: "project", id });
}

/** A project as Dashmon has it. */
export function toProject({ document, createdAtMs, atMs }: StoredRevision): DashmonProject {
  return {
    id: document.key as string,
    name: document.name as string,
    location: document.location as string | null,
    notes: document.notes as string | null,
    created_at: new Date(createdAtMs).toISOString(),
    updated_at: new Date(atMs).toISOString(),
  };
}

/** By their creation; of one moment by their id. */
export function newestFirst(documents: readonly StoredRevision[]): StoredRevision[] {
  return documents.toSorted((one, other) => other.createdAtMs - one.createdAtMs || (one.id < other.id ? 1 : -1));
}

/** The id is our key. */
function asProjectFault({ message }: ProblemError): Answer {
  return badRequest(message.replace(/^key:/, "id:"));
}

function raise(error: Error): never {
  throw error;
}
