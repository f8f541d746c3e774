import { expect, it } from "vitest";
import { gatheredByTurn } from "./gathered-by-turn.js";

const turn = () => new Promise((resolve) => setImmediate(resolve));

it("hands on together what has one key and came in one turn", async () => {
  const taken: number[][] = [];
  const gather = gatheredByTurn<{ n: number }>((items) => taken.push(items.map(({ n }) => n)));
  gather("a", { n: 1 });
  gather("b", { n: 2 });
  gather("a", { n: 3 });
  await turn();
  gather("a", { n: 4 });
  expect(taken).toEqual([[1, 3], [2]]);
  await turn();
  expect(taken).toEqual([[1, 3], [2], [4]]);
});

it("keeps for the next turn what comes while a turn is handed on", async () => {
  const taken: number[][] = [];
  const gather = gatheredByTurn<{ n: number }>((items, first) => {
    taken.push(items.map(({ n }) => n));
    if (first.n === 1) gather("a", { n: 2 });
  });
  gather("a", { n: 1 });
  await turn();
  expect(taken).toEqual([[1]]);
  await turn();
  expect(taken).toEqual([[1], [2]]);
});
