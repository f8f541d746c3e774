import { describe, expect, it } from "vitest";
import { type BodyRules, checkBody, fieldName } from "./checked-body.js";

const rules: BodyRules = {
  name: "CreateUpdateDto",
  members: {
    name: { is: "text", required: true, min: 3, max: 5 },
    port: { is: "integer", min: 1, max: 10 },
    protocol: { is: "text", oneOf: ["http", "socks"] },
    color: { is: "text", form: "hexcolor" },
    active: { is: "flag" },
    ids: { is: "texts" },
    days: { is: "integers" },
    email: { is: "text", form: "email" },
    password: { is: "text", form: "password" },
  },
  refused: ["config"],
  across: ({ port, active }) =>
    active === true && port === undefined ? { member: "port", tag: "required_if" } : undefined,
};

function failed(field: string, tag: string): string {
  return `Key: 'CreateUpdateDto.${field}' Error:Field validation for '${field}' failed on the '${tag}' tag`;
}

function messageOf(body: unknown): string | undefined {
  const checked = checkBody(body, rules);
  return checked.ok ? undefined : checked.message;
}

describe("a body", () => {
  it("keeps what is known, and no member of null", () => {
    const sent = {
      name: "four",
      ids: [],
      days: [1],
      unknown: 1,
      port: null,
      config: null,
      __proto__: { active: true },
    };
    expect(checkBody(sent, rules)).toEqual({ ok: true, body: { name: "four", ids: [], days: [1] } });
  });

  it.each([
    [{}, failed("Name", "required")],
    [{ name: "" }, failed("Name", "required")],
    [{ name: "ab", port: 11 }, `${failed("Name", "min")}\n${failed("Port", "max")}`],
    [{ name: "abcdef" }, failed("Name", "max")],
    [{ name: "äöü", port: 0 }, failed("Port", "min")],
    [{ name: "abc", protocol: "ftp" }, failed("Protocol", "oneof")],
    [{ name: "abc", color: "red" }, failed("Color", "hexcolor")],
    [{ name: "abc", email: "ada@localhost" }, failed("Email", "email")],
    [{ name: "abc", password: "Abcdefg1" }, failed("Password", "password")],
    [{ name: "abc", active: true }, failed("Port", "required_if")],
    [{ name: 1, active: "true" }, "name: expected a text; active: expected true or false"],
    [
      { name: "abc", port: 1.5, ids: [1], days: ["1"] },
      "port: expected a whole number; ids: expected a list of texts; days: expected a list of whole numbers",
    ],
    [{ name: "abc", config: "{}" }, "config: cannot be changed here"],
    [[], "body: expected an object"],
    [null, "body: expected an object"],
  ])("%j is refused", (body, message) => {
    expect(messageOf(body)).toBe(message);
  });

  it.each(["Abcdef1!", "aB3]aaaa", "äÄbB1?xx"])("%s is a password", (password) => {
    expect(messageOf({ name: "abc", password })).toBeUndefined();
  });
});

it("names of members are those of fields in messages", () => {
  expect(["max_usage_count", "refreshToken", "host"].map(fieldName)).toEqual(["MaxUsageCount", "RefreshToken", "Host"]);
});
