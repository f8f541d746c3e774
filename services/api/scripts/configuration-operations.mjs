// The text of a controller of one kind of document.
import { pascal } from "./interfaces.mjs";

const exampleId = "0197a3b0-0000-7000-8000-000000000001";

/** What is shown once has no place in a batch's answer, and some kinds are created by an operation of their own. */
export function isMadeInBatches(kind) {
  return kind.createdBy === undefined && kind.secretFrom !== "made";
}

/** Some kinds have their end by something else. */
export function isDeleted(kind) {
  return kind.endedBy === undefined;
}

/** Every operation that a kind has, as tsoa reads them. */
export function controllerOf(name, kind, type) {
  const texts = { name, kind, type, ...textsOf(name, kind, type) };
  const made = kind.createdBy === undefined ? [create] : [];
  const removed = isDeleted(kind) ? [remove] : [];
  const operations = [list, ...made, batch, read, replace, patch, ...removed, history].map((operation) =>
    operation(texts),
  );
  return `${classOf(texts)}
${operations.join("\n\n")}
}
`;
}

/** What may stand against the deletion of some kinds. */
const against = {
  membership: "A workspace would have no owner",
  user: "A workspace would have no owner",
  workspace: "A node has a credential that is good",
};

function conflict(name) {
  return against[name] === undefined ? "" : `\n  @Response<Problem>(409, "${against[name]}")`;
}

/** What an operation needs of its caller, by each way to present a credential. */
function needs(name, verb) {
  return ["ApiKey", "Bearer", "Session"].map((scheme) => `@Security("${scheme}", ["${name}:${verb}"])`).join("\n  ");
}

/** What several operations say. */
function textsOf(name, kind, type) {
  const plural = kind.plural;
  const words = plural.replaceAll("-", " ");
  const Plural = pascal(plural);
  const example = JSON.stringify(kind.example);
  const batchExample = isMadeInBatches(kind)
    ? `{"operation": "create", "document": ${example}}`
    : isDeleted(kind)
      ? `{"operation": "delete", "id": "${exampleId}"}`
      : `{"operation": "patch", "id": "${exampleId}", "patch": ${example}}`;
  const created = kind.secretFrom === "made" ? `${type}Created` : `${type}Document`;
  const common = '@Response<Problem>(400, "A value is not allowed")';
  const missing = `@Response<Problem>(404, "There is no such ${name}")`;
  const matches = '@Response<Problem>(412, "It was changed since")\n  @Response<Problem>(428, "If-Match is needed")';
  const taken = '@Response<Problem>(409, "A name is taken, or there are too many")';
  const workspace = '@Header("X-Workspace") _workspace?: string';
  const ifMatch = '@Header("If-Match") _ifMatch?: string';
  const inWorkspace = "@param _workspace The workspace; absent: the one that is served";
  const idParam = `@param id Which\n   * @example id "${name === "workspace" ? "default" : exampleId}"`;
  return {
    plural,
    words,
    Plural,
    example,
    batchExample,
    created,
    common,
    missing,
    matches,
    taken,
    workspace,
    ifMatch,
    inWorkspace,
    idParam,
  };
}

const classOf = ({ plural, Plural }) => `@Route("api/v2/${plural}")
@Tags("Configuration")
@Middlewares(limited("native"), knownParameters)
@Response<Problem>(401, "Missing or wrong key")
@Response<Problem>(403, "The caller may not do that")
@Response<Problem>(404, "There is no such workspace")
@Response<Problem>(429, "Too many requests with this key")
@Response<Problem>(503, "The configuration cannot be read or changed now")
export class ${Plural}Controller {
  constructor(private readonly surface: ConfigurationSurface) {}
`;

const list = ({ words, Plural, common, workspace, inWorkspace, name, kind, type }) => `  /**
   * Lists ${words}, a page at a time. ${kind.summary}
   * @summary ${sentence(words)}
   * @param limit How many to return
   * @isInt limit
   * @minimum limit 1
   * @maximum limit 500
   * @param cursor \`next_cursor\` of the page before
   * @param sort A field, with \`-\` before it the other way round
   * @param filter \`field=value\`, or \`field~text\` for a part of it; of several each must hold
   * @param at As they were at this time: ISO 8601, Unix time, or relative as in -1h
   * ${inWorkspace}
   */
  @Get()
  ${needs(name, "read")}
  @SuccessResponse(200, "A page of ${words}")
  ${common}
  async list${Plural}(
    @Request() request: HttpRequest, @Query() limit: number = 100, @Query() cursor?: string, @Query() sort?: string,
    @Query() filter?: string[], @Query() at?: string, ${workspace},
  ): Promise<${type}List> {
    return this.surface.list<${type}List>(request, "${name}", { limit, cursor, sort, filter }, at);
  }`;

const create = ({ example, created, common, taken, workspace, inWorkspace, name, type }) => `  /**
   * Creates a ${name}.
   * @summary New ${name}
   * @example body ${example}
   * ${inWorkspace}
   * @param _key The same key again gives the same ${name} instead of another, for a day
   */
  @Post()
  @Middlewares(jsonBody)
  ${needs(name, "create")}
  @SuccessResponse(201, "Created")
  ${common}
  ${taken}
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  @Response<Problem>(422, "The Idempotency-Key was used for something else")
  async create${type}(
    @Request() request: HttpRequest, @Body() body: ${type}Input, @Header("Idempotency-Key") _key?: string, ${workspace},
  ): Promise<${created}> {
    return this.surface.create(request, "${name}", body);
  }`;

const batch = ({ words, Plural, batchExample, common, workspace, inWorkspace, name, type }) => `  /**
   * Several changes with one request.
   * @summary Change many ${words}
   * @example body {"dry_run": true, "items": [${batchExample}]}
   * ${inWorkspace}
   * @param _key With the same key again what was created is the same, for a day; the other changes are made again, or refused
   *   when they name a revision
   */
  @Post("batch")
  @Middlewares(jsonBody)
  ${needs(name, "change")}
  @SuccessResponse(200, "What became of each")
  ${common}
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  async batch${Plural}(
    @Request() request: HttpRequest, @Body() body: ${type}Batch, @Header("Idempotency-Key") _key?: string, ${workspace},
  ): Promise<BatchResults> {
    return this.surface.batch(request, "${name}", body);
  }`;

const read = ({ common, missing, workspace, inWorkspace, idParam, name, type }) => `  /**
   * Returns one ${name}, with its revision as \`ETag\`.
   * @summary One ${name}
   * ${idParam}
   * @param at As it was at this time: ISO 8601, Unix time, or relative as in -1h
   * @param _ifNoneMatch An \`ETag\` that was read: then only another revision is answered
   * ${inWorkspace}
   */
  @Get("{id}")
  ${needs(name, "read")}
  @SuccessResponse(200, "The ${name}")
  @Response(304, "It is what had this ETag")
  ${common}
  ${missing}
  async read${type}(
    @Request() request: HttpRequest, @Path() id: string, @Query() at?: string,
    @Header("If-None-Match") _ifNoneMatch?: string, ${workspace},
  ): Promise<${type}Document> {
    return this.surface.read(request, "${name}", id, at);
  }`;

const replace = ({
  example,
  common,
  missing,
  matches,
  taken,
  workspace,
  ifMatch,
  inWorkspace,
  idParam,
  name,
  type,
}) => `  /**
   * Replaces a ${name}; what is left out gets its default.
   * @summary Replace a ${name}
   * ${idParam}
   * @example body ${example}
   * @param _ifMatch The \`ETag\` that was read, or \`*\`
   * ${inWorkspace}
   */
  @Put("{id}")
  @Middlewares(jsonBody)
  ${needs(name, "update")}
  @SuccessResponse(200, "The ${name} as it is now")
  ${common}
  ${missing}
  ${taken}
  ${matches}
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  async replace${type}(
    @Request() request: HttpRequest, @Path() id: string, @Body() body: ${type}Input, ${ifMatch}, ${workspace},
  ): Promise<${type}Document> {
    return this.surface.replace(request, "${name}", id, body);
  }`;

const patch = ({
  common,
  missing,
  matches,
  taken,
  workspace,
  ifMatch,
  inWorkspace,
  idParam,
  name,
  kind,
  type,
}) => `  /**
   * Changes some fields by a merge patch (RFC 7396): null gives a field its default.
   * @summary Change a ${name}
   * ${idParam}
   * @example body ${JSON.stringify(Object.fromEntries(Object.entries(kind.example).slice(-1)))}
   * @param _ifMatch The \`ETag\` that was read, or \`*\`
   * ${inWorkspace}
   */
  @Patch("{id}")
  @Middlewares(jsonBody)
  ${needs(name, "update")}
  @SuccessResponse(200, "The ${name} as it is now")
  ${common}
  ${missing}
  ${taken}
  ${matches}
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  async patch${type}(
    @Request() request: HttpRequest, @Path() id: string, @Body() body: MergePatch, ${ifMatch}, ${workspace},
  ): Promise<${type}Document> {
    return this.surface.patch(request, "${name}", id, body);
  }`;

const remove = ({ common, missing, matches, workspace, ifMatch, inWorkspace, idParam, name, type }) => `  /**
   * Deletes a ${name}, and what belongs to it.
   * @summary Delete a ${name}
   * ${idParam}
   * @param _ifMatch The \`ETag\` that was read, or \`*\`
   * ${inWorkspace}
   */
  @Delete("{id}")
  ${needs(name, "delete")}
  @SuccessResponse(204, "Deleted")
  ${common}
  ${missing}${conflict(name)}
  ${matches}
  async delete${type}(
    @Request() request: HttpRequest, @Path() id: string, ${ifMatch}, ${workspace},
  ): Promise<void> {
    await this.surface.delete(request, "${name}", id);
  }`;

const history = ({ common, missing, workspace, inWorkspace, idParam, name, type }) => `  /**
   * Lists the revisions of a ${name}, also of a deleted one: who made it what, and when.
   * @summary History of a ${name}
   * ${idParam}
   * @param limit How many to return
   * @isInt limit
   * @minimum limit 1
   * @maximum limit 1000
   * ${inWorkspace}
   */
  @Get("{id}/history")
  ${needs(name, "read")}
  @SuccessResponse(200, "Its revisions")
  ${common}
  ${missing}
  async list${type}History(
    @Request() request: HttpRequest, @Path() id: string, @Query() limit: number = 64, ${workspace},
  ): Promise<${type}History> {
    return this.surface.history<${type}History>(request, "${name}", id, limit);
  }`;

function sentence(words) {
  return words[0].toUpperCase() + words.slice(1);
}
