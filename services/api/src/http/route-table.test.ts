import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openDashmonOperations } from "../surfaces/dashmon/open-operations.js";
import { type OpenApiDocument, routeTable, undeclaredOperations } from "./route-table.js";

const document = JSON.parse(
  readFileSync(new URL("../generated/openapi.json", import.meta.url), "utf8"),
) as OpenApiDocument;

describe("deny by default", () => {
  const open = new Set([
    ...["GET /", "GET /health", "GET /livez", "GET /readyz"],
    ...["POST /api/v2/auth/login", "POST /api/v2/auth/first-administrator"],
    ...["POST /api/v2/auth/tokens", "POST /api/v2/auth/tokens/refresh", "POST /api/v2/auth/tokens/end"],
    ...[
      "POST /api/v2/auth/invitations/accept",
      "POST /api/v2/enrollments/accept",
      "GET /api/v2/auth/openid/start",
      "GET /api/v2/auth/openid/callback",
    ],
    ...["GET /api/v1/health", "GET /api/v1/version", "GET /api/v1/api-keys/config"],
    ...["POST /api/v1/auth/register", "POST /api/v1/auth/login", "POST /api/v1/auth/refresh"],
    ...["POST /api/v2/auth/password-reset", "POST /api/v2/auth/password-reset/finish"],
    ...openDashmonOperations,
  ]);

  it("every operation declares who may call it, and only the listed ones are open", () => {
    expect(undeclaredOperations(document, open)).toEqual([]);
    const fewer = new Set([...open].filter((name) => name !== "GET /livez"));
    expect(undeclaredOperations(document, fewer)).toEqual(["GET /livez"]);
  });

  it("an operation without a declaration is found", () => {
    const security = [{ ApiKey: [] }];
    const paths = {
      "/api/v2/new": { get: {}, put: { security } },
      "/api/v2/open": { post: { security: [], "x-statwire-needs": "nothing" } },
      "/api/v2/odd": {
        get: { security, "x-statwire-needs": "tag:paint" },
        put: { security, "x-statwire-needs": "nothing" },
        post: { security, "x-statwire-needs": "tag:create" },
      },
    };
    expect(undeclaredOperations({ paths }, open)).toEqual([
      ...["GET /api/v2/new", "PUT /api/v2/new", "POST /api/v2/open"],
      ...["GET /api/v2/odd", "PUT /api/v2/odd"],
    ]);
  });
});

describe("known paths", () => {
  const routes = routeTable(document, new Set(["/docs"]));

  it("have their methods", () => {
    expect(routes.methods("/stats/refresh")).toEqual(["POST"]);
    expect(routes.methods("/api/v2/nodes/web-1/metrics/system.cpu.time")).toEqual(["GET"]);
    expect(routes.methods("/docs")).toEqual(["GET"]);
    expect(routes.methods("/stats/disks")).toEqual([]);
    expect(routes.methods("/api/v2/nodes/a/b")).toEqual([]);
  });

  it("have their query parameters", () => {
    const parameters = routes.queryParameters("GET", "/api/v2/nodes/web-1/metrics/system.cpu.time");
    expect([...parameters.keys()]).toEqual(["from", "to", "step", "stat", "attribute", "asOf"]);
    expect(parameters.get("stat")).toEqual({ repeats: true });
    expect(parameters.get("step")).toEqual({ repeats: false });
  });
});
