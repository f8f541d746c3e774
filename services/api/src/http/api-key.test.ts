import { expect, it } from "vitest";
import { apiKeyCheck, apiKeyProblem } from "./api-key.js";

it("accepts the key and nothing else", () => {
  const check = apiKeyCheck("secret");
  expect(check("secret")).toBe(true);
  for (const wrong of ["", "Secret", "secret ", "secre", "secrets"]) expect(check(wrong)).toBe(false);
});

it("the documented default key is for development alone", () => {
  expect(apiKeyProblem("changeme", "prod")).toBe('API_KEY: "changeme" is accepted only with MODE=dev');
  expect(apiKeyProblem("changeme", "dev")).toBeUndefined();
  expect(apiKeyProblem("another", "prod")).toBeUndefined();
});
