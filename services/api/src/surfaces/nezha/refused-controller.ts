import { Delete, Get, Middlewares, Path, Post, Response, Route, Security, SuccessResponse, Tags } from "@tsoa/runtime";
import { limited } from "../../http/rate-limits.js";
import type { NezhaError } from "./dto.js";
import { nezhaWrongRequest } from "./errors.js";

/** Why each is refused, for good: a collector takes no connection, and executes nothing that it is told. */
const reasons = {
  commands: "nodes run no commands that come from here",
  updates: "collectors are not updated from here",
  names: "nobody's name servers are changed from here",
  tunnels: "nodes open no tunnels",
  terminals: "nodes have no terminals here",
  files: "files of nodes are not read or written from here",
};

/** What reaches into servers in the original: whoever is signed in gets code 400 with the reason, everybody else code 403. */
@Route("/")
@Tags("Nezha administration")
@Security("NezhaSession", ["self"])
@Response<NezhaError>(429, "Too many requests of this user")
@Response<NezhaError>(503, "Sign-ins cannot be looked up now")
export class NezhaRefusedController {
  /**
   * Refused by design.
   * @summary Search tasks
   */
  @Get("api/search-tasks")
  @Middlewares(limited("nezha"))
  @SuccessResponse(200, "Code 400, or code 403")
  async searchNezhaTasks(): Promise<NezhaError> {
    throw nezhaWrongRequest(reasons.commands);
  }

  /**
   * Refused by design.
   * @summary Save a task
   */
  @Post("api/cron")
  @Middlewares(limited("nezha"))
  @SuccessResponse(200, "Code 400, or code 403")
  async saveNezhaTask(): Promise<NezhaError> {
    throw nezhaWrongRequest(reasons.commands);
  }

  /**
   * Refused by design.
   * @summary Run a task
   * @param _id Any
   * @example _id "1"
   */
  @Get("api/cron/{id}/manual")
  @Middlewares(limited("nezha"))
  @SuccessResponse(200, "Code 400, or code 403")
  async runNezhaTask(@Path("id") _id: string): Promise<NezhaError> {
    throw nezhaWrongRequest(reasons.commands);
  }

  /**
   * Refused by design.
   * @summary Delete a task
   * @param _id Any
   * @example _id "1"
   */
  @Delete("api/cron/{id}")
  @Middlewares(limited("nezha"))
  @SuccessResponse(200, "Code 400, or code 403")
  async deleteNezhaTask(@Path("id") _id: string): Promise<NezhaError> {
    throw nezhaWrongRequest(reasons.commands);
  }

  /**
   * Refused by design.
   * @summary Update agents
   */
  @Post("api/force-update")
  @Middlewares(limited("nezha"))
  @SuccessResponse(200, "Code 400, or code 403")
  async updateNezhaAgents(): Promise<NezhaError> {
    throw nezhaWrongRequest(reasons.updates);
  }

  /**
   * Refused by design.
   * @summary Search DDNS profiles
   */
  @Get("api/search-ddns")
  @Middlewares(limited("nezha"))
  @SuccessResponse(200, "Code 400, or code 403")
  async searchNezhaDdns(): Promise<NezhaError> {
    throw nezhaWrongRequest(reasons.names);
  }

  /**
   * Refused by design.
   * @summary Save a DDNS profile
   */
  @Post("api/ddns")
  @Middlewares(limited("nezha"))
  @SuccessResponse(200, "Code 400, or code 403")
  async saveNezhaDdns(): Promise<NezhaError> {
    throw nezhaWrongRequest(reasons.names);
  }

  /**
   * Refused by design.
   * @summary Delete a DDNS profile
   * @param _id Any
   * @example _id "1"
   */
  @Delete("api/ddns/{id}")
  @Middlewares(limited("nezha"))
  @SuccessResponse(200, "Code 400, or code 403")
  async deleteNezhaDdns(@Path("id") _id: string): Promise<NezhaError> {
    throw nezhaWrongRequest(reasons.names);
  }

  /**
   * Refused by design.
   * @summary Save a NAT profile
   */
  @Post("api/nat")
  @Middlewares(limited("nezha"))
  @SuccessResponse(200, "Code 400, or code 403")
  async saveNezhaNat(): Promise<NezhaError> {
    throw nezhaWrongRequest(reasons.tunnels);
  }

  /**
   * Refused by design.
   * @summary Delete a NAT profile
   * @param _id Any
   * @example _id "1"
   */
  @Delete("api/nat/{id}")
  @Middlewares(limited("nezha"))
  @SuccessResponse(200, "Code 400, or code 403")
  async deleteNezhaNat(@Path("id") _id: string): Promise<NezhaError> {
    throw nezhaWrongRequest(reasons.tunnels);
  }

  /**
   * Refused by design.
   * @summary Open a terminal
   */
  @Post("terminal")
  @Middlewares(limited("nezha"))
  @SuccessResponse(200, "Code 400, or code 403")
  async openNezhaTerminal(): Promise<NezhaError> {
    throw nezhaWrongRequest(reasons.terminals);
  }

  /**
   * Refused by design.
   * @summary Use a terminal
   * @param _id Any
   * @example _id "1"
   */
  @Get("terminal/{id}")
  @Middlewares(limited("nezha"))
  @SuccessResponse(200, "Code 400, or code 403")
  async useNezhaTerminal(@Path("id") _id: string): Promise<NezhaError> {
    throw nezhaWrongRequest(reasons.terminals);
  }

  /**
   * Refused by design.
   * @summary Open a file manager
   */
  @Get("file")
  @Middlewares(limited("nezha"))
  @SuccessResponse(200, "Code 400, or code 403")
  async openNezhaFiles(): Promise<NezhaError> {
    throw nezhaWrongRequest(reasons.files);
  }

  /**
   * Refused by design.
   * @summary Use a file manager
   * @param _id Any
   * @example _id "1"
   */
  @Get("file/{id}")
  @Middlewares(limited("nezha"))
  @SuccessResponse(200, "Code 400, or code 403")
  async useNezhaFiles(@Path("id") _id: string): Promise<NezhaError> {
    throw nezhaWrongRequest(reasons.files);
  }
}
