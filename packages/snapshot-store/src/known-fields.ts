/** Every field of a state by name, so that none is forgotten; `undefined` where an optional one is absent. */
type Fields<State> = {
  [K in keyof State]-?: Record<string, never> extends Pick<State, K> ? State[K] | undefined : State[K];
};

/** The state that has those of the fields which have a value. */
export function knownFields<State extends object>(fields: Fields<State>): State {
  const known: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) known[name] = value;
  return known as State;
}

/** A stored integer over its fixed point's divisor, absent where it is absent. */
export function scaled(stored: number | bigint | undefined, divisor: number): number | undefined {
  return stored === undefined ? undefined : Number(stored) / divisor;
}

/** A stored 64-bit integer as a number, absent where it is absent. */
export function whole(stored: bigint | undefined): number | undefined {
  return stored === undefined ? undefined : Number(stored);
}
