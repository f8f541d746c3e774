import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeToken, nameBytesMax, SubjectError, unescapeToken } from "./tokens.js";

describe("escapeToken", () => {
  it.each([
    ["web-1", "web-1"],
    ["web_1", "web_1"],
    ["web.example.org", "web=2Eexample=2Eorg"],
    ["a=b", "a=3Db"],
    ["*", "=2A"],
    [">", "=3E"],
    ["two words", "two=20words"],
    ["$SYS", "=24SYS"],
    ["über", "=C3=BCber"],
    ["節点", "=E7=AF=80=E7=82=B9"],
    ["🦊", "=F0=9F=A6=8A"],
    ["\r\n", "=0D=0A"],
  ])("writes %j as %s", (name, token) => {
    expect(escapeToken(name)).toBe(token);
    expect(unescapeToken(token)).toBe(name);
  });

  it("refuses a name that is empty, too long or half a character", () => {
    expect(() => escapeToken("")).toThrow(SubjectError);
    expect(() => escapeToken("\ud83e")).toThrow("well-formed");
    expect(() => escapeToken("é".repeat(nameBytesMax / 2 + 1))).toThrow("at most 255 bytes long, got 256");
    expect(escapeToken("a".repeat(nameBytesMax))).toHaveLength(nameBytesMax);
  });

  it("comes back from every name, as one token that NATS and its key-value store accept", () => {
    fc.assert(
      fc.property(name(), (text) => {
        const token = escapeToken(text);
        // The key-value store's keys: alphanumerics and - _ = . and / (a dot would start a new token).
        expect(token).toMatch(/^[-_=A-Za-z0-9]+$/);
        expect(unescapeToken(token)).toBe(text);
      }),
    );
  });

  it("keeps distinct names distinct", () => {
    fc.assert(
      fc.property(name(), name(), (one, other) => {
        expect(escapeToken(one) === escapeToken(other)).toBe(one === other);
      }),
    );
  });
});

describe("unescapeToken", () => {
  it.each([
    "",
    "a.b",
    "a b",
    "*",
    "=",
    "=2",
    "=2e",
    "=61",
    "=ZZ",
    "=C3",
    "=FF",
    "=ED=A0=80",
    "ü",
    `=2E${"a".repeat(255)}`,
  ])("refuses %j, which no name has", (token) => {
    expect(() => unescapeToken(token)).toThrow(SubjectError);
  });

  it("accepts only the one token of a name", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("=", "2", "E", "6", "1", "a", "-"), maxLength: 12 }), (text) => {
        const name = attempt(() => unescapeToken(text));
        if (name !== undefined) expect(escapeToken(name)).toBe(text);
      }),
    );
  });
});

function name(): fc.Arbitrary<string> {
  return fc.string({ unit: "binary", minLength: 1, maxLength: 60 });
}

function attempt<Value>(action: () => Value): Value | undefined {
  try {
    return action();
  } catch (error) {
    expect(error).toBeInstanceOf(SubjectError);
    return undefined;
  }
}
