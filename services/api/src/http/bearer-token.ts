import type { Request } from "express";

/** What a request has behind `Authorization: Bearer`. */
export function bearerToken(request: Request): string | undefined {
  return /^Bearer +([^ ]+) *$/i.exec(request.get("authorization") ?? "")?.[1];
}
