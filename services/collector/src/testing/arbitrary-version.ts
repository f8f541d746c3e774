import fc from "fast-check";

/** Debian versions that dpkg takes for valid, close enough to each other that equal beginnings are common. */
export function version(): fc.Arbitrary<string> {
  const piece = fc.constantFrom("0", "1", "9", "10", "007", "a", "Z", "rc", "+", "~", ".", "+dfsg", "~bpo12+1", ".1");
  const text = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(""));
  return fc
    .record({
      epoch: fc.constantFrom("", "", "", "0:", "1:", "12:"),
      upstream: text,
      revision: fc.option(
        text.filter((revision) => revision !== ""),
        { nil: undefined },
      ),
    })
    .map(({ epoch, upstream, revision }) => `${epoch}1${upstream}${revision === undefined ? "" : `-${revision}`}`);
}
