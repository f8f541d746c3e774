import { BinaryReader } from "@bufbuild/protobuf/wire";
import { uncompress } from "snappyjs";

export interface ReadSeries {
  labels: Record<string, string>;
  samples: [value: number, atMs: number][];
}

/** Reads the body of a remote-write request back, with another reader of protobuf than the one that wrote it. */
export function readWriteRequest(body: Uint8Array): ReadSeries[] {
  const request = new BinaryReader(uncompress(body));
  const series: ReadSeries[] = [];
  while (request.pos < request.len) {
    request.tag();
    series.push(readSeries(new BinaryReader(request.bytes())));
  }
  return series;
}

function readSeries(reader: BinaryReader): ReadSeries {
  const read: ReadSeries = { labels: {}, samples: [] };
  while (reader.pos < reader.len) {
    const [field] = reader.tag();
    const inner = new BinaryReader(reader.bytes());
    inner.tag();
    if (field === 1) {
      const name = inner.string();
      inner.tag();
      read.labels[name] = inner.string();
    } else {
      const value = inner.double();
      inner.tag();
      read.samples.push([value, Number(inner.int64())]);
    }
  }
  return read;
}
