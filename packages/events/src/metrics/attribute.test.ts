import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attributeText, parseAttribute, type Series } from "./attribute.js";
import { metrics } from "./catalogue.js";

describe("attributes of a series", () => {
  it.each([
    ["system.cpu.utilization", "", undefined, undefined],
    ["system.cpu.time", "user", undefined, "user"],
    ["system.cpu.core.utilization", "3", "3", undefined],
    ["system.network.io", "eth0:receive", "eth0", "receive"],
    ["system.network.io", "eth0:1:transmit", "eth0:1", "transmit"],
    ["system.filesystem.utilization", "/mnt/a:b", "/mnt/a:b", undefined],
    ["system.filesystem.usage", "/:used", "/", "used"],
  ])("of %s read %j", (name, text, entity, fixed) => {
    const series = parseAttribute(name, text);
    expect(series?.entity).toBe(entity);
    expect(series?.metric.fixed?.value).toBe(fixed);
    expect(series === undefined ? undefined : attributeText(series)).toBe(text);
  });

  it.each([
    ["system.cpu.utilization", "user"],
    ["system.cpu.time", ""],
    ["system.cpu.time", "sleep"],
    ["system.cpu.core.utilization", ""],
    ["system.network.io", "eth0"],
    ["system.network.io", "receive"],
    ["system.network.io", ":receive"],
    ["system.network.io", "eth0:received"],
    ["system.none", ""],
  ])("of %s are not %j", (name, text) => {
    expect(parseAttribute(name, text)).toBeUndefined();
  });

  it("come back from their text for every metric and entity", () => {
    const series = fc.constantFrom(...metrics).chain((metric): fc.Arbitrary<Series> => {
      return metric.entity === undefined
        ? fc.constant({ metric })
        : fc.record({ metric: fc.constant(metric), entity: arbitraryEntity() });
    });
    fc.assert(
      fc.property(series, (any) => {
        expect(parseAttribute(any.metric.name, attributeText(any))).toEqual(any);
      }),
      { numRuns: 500 },
    );
  });
});

function arbitraryEntity(): fc.Arbitrary<string> {
  const awkward = fc.constantFrom("a:read", "read", ":", "x:used:", "eth0:receive");
  return fc.oneof(awkward, fc.string({ minLength: 1 }));
}
