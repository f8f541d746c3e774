import { expect, it } from "vitest";
import { apiKeyCheck, apiKeyProblem } from "./api-key.js";

it("accepts the key and nothing else", () => {
  const check = apiKeyCheck("secret");
  expect(check("secret")).toBe(true);
  for (const wrong of ["", "Secret", "secret ", "secre", "secrets"]) expect(check(wrong)).toBe(false);
});

it.each(["k".repeat(256), "é".repeat(200), "k"])(
  "tells a key of any length from what is longer or shorter: %s",
  (key) => {
    const check = apiKeyCheck(key);
    expect(check(key)).toBe(true);
    const wrong = ["", "\0", "é", "x", "😀", "k".repeat(1_000)].map((more) => key + more).slice(1);
    for (const other of [...wrong, key.slice(1), key.slice(0, -1), ""]) expect(check(other)).toBe(false);
  },
);

it("the documented default key is for development alone", () => {
  expect(apiKeyProblem("changeme", "prod")).toBe('API_KEY: "changeme" is accepted only with MODE=dev');
  expect(apiKeyProblem("changeme", "dev")).toBeUndefined();
  expect(apiKeyProblem("another", "prod")).toBeUndefined();
});
