import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { installationKey } from "./installation-key.js";
import { recoveryCode, recoveryCodeHash, withoutUsed } from "./recovery-codes.js";

const key = installationKey("one installation's key, 32 or more").keyFor("recovery-codes");
const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 });

describe("recovery codes", () => {
  it("are used once, however they are typed", () => {
    fc.assert(
      fc.property(fc.uniqueArray(bytes, { minLength: 2, maxLength: 10, selector: recoveryCode }), (all) => {
        const codes = all.map(recoveryCode);
        const hashes = codes.map((code) => recoveryCodeHash(key, "ada", code));
        const [first = "", second = ""] = codes;
        expect(first).toMatch(/^[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}$/);
        const left = withoutUsed(key, "ada", hashes, ` ${first.toUpperCase().replace("-", " ")}`);
        expect(left).toEqual(hashes.slice(1));
        expect(withoutUsed(key, "ada", left ?? [], first)).toBeUndefined();
        expect(withoutUsed(key, "ada", left ?? [], second)).toEqual(hashes.slice(2));
        expect(withoutUsed(key, "bob", hashes, first)).toBeUndefined();
      }),
      { numRuns: 100 },
    );
  });

  it("are kept in 43 characters that say nothing of them", () => {
    expect(recoveryCodeHash(key, "ada", "00000-00000")).toMatch(/^[\w-]{43}$/);
  });
});
