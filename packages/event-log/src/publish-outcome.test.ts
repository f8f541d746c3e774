import { JetStreamApiError } from "@nats-io/jetstream";
import { errors } from "@nats-io/nats-core";
import { describe, expect, it } from "vitest";
import { NotConnectedError } from "./connect.js";
import { toNotStored } from "./publish-outcome.js";

const api = (err_code: number, description: string) => new JetStreamApiError({ code: 400, err_code, description });

describe("toNotStored", () => {
  it.each([
    [api(10071, "wrong last sequence: 7"), { kind: "conflict" }],
    [api(10164, "wrong last sequence"), { kind: "conflict" }],
    [api(10077, "maximum bytes exceeded"), { kind: "refused", reason: "maximum bytes exceeded (10077)" }],
    [new NotConnectedError("disconnected"), { kind: "refused", reason: "disconnected" }],
    [
      new Error("jetstream is not enabled", {
        cause: new errors.RequestError("x", { cause: new errors.NoRespondersError("s") }),
      }),
      { kind: "refused", reason: "no stream takes this subject" },
    ],
    [
      new errors.RequestError("x", { cause: new errors.PermissionViolationError("not yours", "publish", "s") }),
      { kind: "refused", reason: "not yours" },
    ],
    [new errors.TimeoutError(), { kind: "unknown", reason: "timeout" }],
    [new errors.RequestError("connection closed"), { kind: "unknown", reason: "connection closed" }],
  ])("sorts %s", (error, outcome) => {
    expect(toNotStored(error)).toEqual(outcome);
  });
});
