import {
  Body,
  Delete,
  Get,
  Middlewares,
  Path,
  Post,
  Query,
  Request,
  Response,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from "@tsoa/runtime";
import type { Request as HttpRequest } from "express";
import { limited } from "../../http/rate-limits.js";
import { signOut } from "../native/sign-in.js";
import {
  deleteServers,
  deleteToken,
  listTokens,
  makeToken,
  saveServer,
  searchServers,
  setGroup,
} from "./administration.js";
import type { NezhaError } from "./dto.js";
import type {
  NezhaGroupForm,
  NezhaOutcome,
  NezhaSearch,
  NezhaServerForm,
  NezhaServerId,
  NezhaServerSaved,
  NezhaTokenForm,
  NezhaTokenList,
  NezhaTokenMade,
} from "./dto-admin.js";
import { form, list } from "./forms.js";
import type { Nezha } from "./nezha.js";
import { toSearchResult } from "./to-server.js";

/** What Nezha's own administration asks for. Whoever is not signed in gets code 403, whatever token is sent; all errors are HTTP 200. */
@Route("api")
@Tags("Nezha administration")
@Response<NezhaError>(429, "Too many requests of this user")
@Response<NezhaError>(503, "Sign-ins cannot be looked up, or nothing can be changed now")
export class NezhaAdminController {
  constructor(private readonly nezha: Nezha) {}

  /**
   * Lists the tokens of programs, by their first and last characters: they are kept as hashes.
   * @summary Tokens
   */
  @Get("token")
  @Security("NezhaSession", ["token:read"])
  @Middlewares(limited("nezha"))
  @SuccessResponse(200, "The tokens, or code 403")
  async listNezhaTokens(@Request() request: HttpRequest): Promise<NezhaTokenList> {
    return { code: 0, message: "success", result: listTokens(this.nezha, request) };
  }

  /**
   * Makes a token of 32 letters and digits, which is shown this once. It may read servers and register new ones, as its maker may.
   * @summary Make a token
   * @example body {"Note": "Dashboard in the hall"}
   */
  @Post("token")
  @Security("NezhaSession", ["token:create"])
  @Middlewares(limited("nezha"), form("Note"))
  @SuccessResponse(200, "The token, or code 400 or 403")
  async makeNezhaToken(@Request() request: HttpRequest, @Body() body: NezhaTokenForm): Promise<NezhaTokenMade> {
    return { code: 200, message: "success", result: await makeToken(this.nezha, request, body.Note) };
  }

  /**
   * Deletes a token: nobody gets in with it from then on.
   * @summary Delete a token
   * @param token The token itself, what the list shows of it, or its id
   * @example token "0197a3b0-0000-7000-8000-000000000001"
   */
  @Delete("token/{token}")
  @Security("NezhaSession", ["token:delete"])
  @Middlewares(limited("nezha"))
  @SuccessResponse(200, "Deleted, or code 400 or 403")
  async deleteNezhaToken(@Request() request: HttpRequest, @Path() token: string): Promise<NezhaOutcome> {
    await deleteToken(this.nezha, request, token);
    return { code: 200, message: "success" };
  }

  /**
   * Finds servers by their id, and by words in their name, group and notes.
   * @summary Search servers
   * @param word What is looked for; absent: anything
   * @example word "web"
   */
  @Get("search-server")
  @Security("NezhaSession", ["node:read"])
  @Middlewares(limited("nezha"))
  @SuccessResponse(200, "Up to a hundred servers, or code 403")
  async searchNezhaServers(@Request() request: HttpRequest, @Query() word = ""): Promise<NezhaSearch> {
    return { success: true, results: (await searchServers(this.nezha, request, word)).map(toSearchResult) };
  }

  /**
   * Makes a server, a device, or changes one. What is changed of a node that is no device yet makes it one.
   * @summary Save a server
   * @example body {"Name": "web-2", "Tag": "web", "DisplayIndex": 10}
   */
  @Post("server")
  @Security("NezhaSession", ["device:change"])
  @Middlewares(limited("nezha"), form("ID", "Name", "DisplayIndex", "Secret", "Tag", "Note", ...moreOfServers()))
  @SuccessResponse(200, "Saved, or code 400 or 403")
  async saveNezhaServer(@Request() request: HttpRequest, @Body() body: NezhaServerForm): Promise<NezhaServerSaved> {
    const secret = await saveServer(this.nezha, request, body);
    return { code: 200, ...(secret === undefined ? {} : { result: { secret } }) };
  }

  /**
   * Puts servers into a group.
   * @summary Group servers
   * @example body {"Servers": [1, 2], "Group": "web"}
   */
  @Post("batch-update-server-group")
  @Security("NezhaSession", ["device:change"])
  @Middlewares(limited("nezha"), form("Servers", "Group"))
  @SuccessResponse(200, "Done, or code 400 or 403")
  async groupNezhaServers(@Request() request: HttpRequest, @Body() body: NezhaGroupForm): Promise<NezhaOutcome> {
    await setGroup(this.nezha, request, body);
    return { code: 200 };
  }

  /**
   * Deletes servers that are devices. A node that goes on reporting stays, under its own name.
   * @summary Delete servers
   * @example body [3, 4]
   */
  @Post("batch-delete-server")
  @Security("NezhaSession", ["device:delete"])
  @Middlewares(limited("nezha"), list)
  @SuccessResponse(200, "Done, or code 400 or 403")
  async deleteNezhaServers(@Request() request: HttpRequest, @Body() body: NezhaServerId[]): Promise<NezhaOutcome> {
    await deleteServers(this.nezha, request, "body", body);
    return { code: 200 };
  }

  /**
   * Deletes a server that is a device. A node that goes on reporting stays, under its own name.
   * @summary Delete a server
   * @param id Its id
   * @isInt id expected a whole number
   * @minimum id 1
   * @example id 3
   */
  @Delete("server/{id}")
  @Security("NezhaSession", ["device:delete"])
  @Middlewares(limited("nezha"))
  @SuccessResponse(200, "Deleted, or code 400 or 403")
  async deleteNezhaServer(@Request() request: HttpRequest, @Path() id: number): Promise<NezhaOutcome> {
    await deleteServers(this.nezha, request, "id", [id]);
    return { code: 200 };
  }

  /**
   * Ends the session, whatever user the body names.
   * @summary Sign out
   */
  @Post("logout")
  @Security("NezhaSession", ["self"])
  @Middlewares(limited("nezha"))
  @SuccessResponse(200, "Signed out, or code 403")
  async signOutOfNezha(@Request() request: HttpRequest): Promise<NezhaOutcome> {
    await signOut(request);
    return { code: 200 };
  }
}

function moreOfServers(): string[] {
  return ["PublicNote", "HideForGuest", "EnableDDNS", "DDNSProfilesRaw"];
}
