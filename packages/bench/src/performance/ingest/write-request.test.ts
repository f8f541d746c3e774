import { expect, it } from "vitest";
import { readWriteRequest as read } from "./testing/read-write-request.js";
import { encodeLabels, WriteRequest } from "./write-request.js";

it("is what a reader of protobuf finds in it", () => {
  const request = new WriteRequest();
  const labels = { node: "load-0001", __name__: "system_cpu_time", cpu_mode: "user" };
  request.append(encodeLabels(labels), [
    { value: 0.1234, atMs: 1_700_000_000_000 },
    { value: -7, atMs: 1_700_000_010_000 },
  ]);
  request.append(encodeLabels({ __name__: "up" }), [{ value: 1e15, atMs: 5 }]);
  expect(read(request.take())).toEqual([
    {
      labels,
      samples: [
        [0.1234, 1_700_000_000_000],
        [-7, 1_700_000_010_000],
      ],
    },
    { labels: { __name__: "up" }, samples: [[1e15, 5]] },
  ]);
});

it("sorts labels, and begins anew after a body was taken", () => {
  expect(Buffer.from(encodeLabels({ b: "1", a: "2" })).toString()).toMatch(/a.*b/s);
  const request = new WriteRequest();
  const labels = encodeLabels({ __name__: "a_name_that_is_long_enough_to_fill_the_buffer", node: "n".repeat(50) });
  for (let count = 0; count < 2_000; count += 1) request.append(labels, [{ value: count, atMs: count }]);
  const first = read(request.take());
  expect(first.map(({ samples }) => samples[0]?.[0])).toEqual(Array.from({ length: 2_000 }, (_, index) => index));
  request.append(labels, [{ value: 5, atMs: 6 }]);
  expect(read(request.take())).toHaveLength(1);
});
