/** What a comparison has found; each text names one thing. */
export interface Findings {
  lost: string[];
  doubled: string[];
  rollup: string[];
  snapshot: string[];
}

export function noFindings(): Findings {
  return { lost: [], doubled: [], rollup: [], snapshot: [] };
}

export function countOf({ lost, doubled, rollup, snapshot }: Findings): number {
  return lost.length + doubled.length + rollup.length + snapshot.length;
}

/** Adds the findings of another comparison. */
export function addFindings(to: Findings, from: Findings): void {
  for (const kind of ["lost", "doubled", "rollup", "snapshot"] as const) to[kind].push(...from[kind]);
}
