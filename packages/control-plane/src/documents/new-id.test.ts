import { expect, it } from "vitest";
import { idPattern } from "../kinds/fields.js";
import { newDocumentId } from "./new-id.js";

it("an id is a UUIDv7: the example of RFC 9562, A.6", () => {
  const random = Buffer.from("0cc3 18c4 dc0c 0c07 398f".replaceAll(" ", ""), "hex");
  expect(newDocumentId(0x017f22e279b0, random)).toBe("017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
});

it("ids sort by their age, and can be keys", () => {
  const ids = [1, 2, 1_700_000_000_000, 2 ** 48 - 1].map((ms) => newDocumentId(ms, Buffer.alloc(10, 0xff)));
  expect([...ids].sort()).toEqual(ids);
  for (const id of ids) expect(id).toMatch(idPattern);
});
