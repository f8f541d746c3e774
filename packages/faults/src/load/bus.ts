/** A bus that the product is connected to instead of starting one. */
export interface Bus {
  /** Of every server, on loopback. */
  ports: readonly number[];
  names: readonly string[];
  /** Settings of the product that lead it there. */
  env: Readonly<Record<string, string>>;
  /** The server that faults are for now; without a process while it is being started again. */
  victim(): { pid: number | undefined; port: number };
  /** Chooses it, by name. */
  aimAt(name: string): void;
}
