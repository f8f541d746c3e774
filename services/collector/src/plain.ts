/** A message without protobuf's own fields, at every depth: what has to be filled in. */
export type Plain<T> = T extends bigint | number | string | boolean | undefined
  ? T
  : T extends (infer Item)[]
    ? Plain<Item>[]
    : { [K in keyof T as K extends `$${string}` ? never : K]: Plain<T[K]> };
