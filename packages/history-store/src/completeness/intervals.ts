/** Numbers from `first` to `last`, both included; safe integers. */
export interface Interval {
  first: number;
  last: number;
}

/** The same numbers as the fewest intervals, in order. */
export function merged(intervals: readonly Interval[]): Interval[] {
  const result: Interval[] = [];
  for (const { first, last } of intervals.toSorted((one, other) => one.first - other.first)) {
    const previous = result.at(-1);
    if (previous !== undefined && first <= previous.last + 1) previous.last = Math.max(previous.last, last);
    else result.push({ first, last });
  }
  return result;
}

/** The numbers of `from` that are not in `taken`, as intervals in order. */
export function without(from: readonly Interval[], taken: readonly Interval[]): Interval[] {
  const holes = merged(taken);
  const result: Interval[] = [];
  let at = 0;
  for (const { first, last } of merged(from)) {
    while (at < holes.length && (holes[at]?.last ?? 0) < first) at += 1;
    let next = first;
    for (let index = at; next <= last; index += 1) {
      const hole = holes[index];
      if (hole === undefined || hole.first > last) break;
      if (hole.first > next) result.push({ first: next, last: hole.first - 1 });
      next = hole.last + 1;
    }
    if (next <= last) result.push({ first: next, last });
  }
  return result;
}

/** The numbers that are in both, as intervals in order. */
export function common(one: readonly Interval[], other: readonly Interval[]): Interval[] {
  return without(one, without(one, other));
}

/** How many numbers intervals that do not overlap hold. */
export function countOf(intervals: readonly Interval[]): number {
  return intervals.reduce((sum, { first, last }) => sum + last - first + 1, 0);
}
