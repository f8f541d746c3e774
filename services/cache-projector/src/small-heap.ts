import { Session } from "node:inspector";
import { setFlagsFromString } from "node:v8";

/**
 * Keeps the heap near two and a half times what is alive in it. By itself V8 collects the old generation for the first time at half a gigabyte,
 * and then when it is up to four times as large as what lived: a replay of 10 000 nodes took 740 MiB where 100 were alive. To be
 * called once, at the start: the limits of later collections follow from this one.
 */
export function keepHeapSmall(): void {
  setFlagsFromString("--heap-growing-percent=150");
  const session = new Session();
  session.connect();
  session.post("HeapProfiler.collectGarbage");
  session.disconnect();
}
