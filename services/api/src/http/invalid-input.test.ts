import { expect, it } from "vitest";
import { toInvalidInput } from "./invalid-input.js";

it.each([
  ["body.nodes.$0", "nodes.0"],
  ["body.nodes.$12.name", "nodes.12.name"],
  ["limit", "limit"],
  // What a client has called its field is said as it called it.
  ["body.$where", "$where"],
  ["body.a.$b", "a.$b"],
  ["body.$" + "{jndi:x}", "$" + "{jndi:x}"],
])("what the validation calls %s is %s to a client", (name, field) => {
  expect(toInvalidInput({ [name]: { message: "invalid string value" } }).errors).toEqual([
    { field, message: "expected a text" },
  ]);
});
