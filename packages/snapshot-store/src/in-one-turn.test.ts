import { expect, it } from "vitest";
import { inOneTurn } from "./in-one-turn.js";

it("asks once for all that is asked in a turn, and again in the next", async () => {
  const asked: string[][] = [];
  const ask = inOneTurn<string, string>(
    (question) => question,
    async (questions) => {
      asked.push([...questions]);
      return questions.map((question) => `${question}!`);
    },
  );
  expect(await Promise.all([ask("a"), ask("b"), ask("a")])).toEqual(["a!", "b!", "a!"]);
  expect(await ask("a")).toBe("a!");
  expect(asked).toEqual([["a", "b"], ["a"]]);
});

it("fails all of a turn, and none of the next", async () => {
  let isAway = true;
  const ask = inOneTurn<string, string>(
    (question) => question,
    async (questions) => {
      if (isAway) throw new Error("away");
      return questions;
    },
  );
  const both = await Promise.allSettled([ask("a"), ask("b")]);
  expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  isAway = false;
  expect(await ask("a")).toBe("a");
});
