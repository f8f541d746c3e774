/** A field of a message that is left out when the source does not tell it. */
export function present<Name extends string, T, Value>(
  name: Name,
  value: T | undefined,
  toField: (value: T) => Value,
): { [K in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: toField(value) } as { [K in Name]: Value });
}
