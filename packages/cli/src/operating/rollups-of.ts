const dayMs = 86_400_000;
const hourMs = 3_600_000;
const hoursOfDay = 24;

/** The hours of a day, the hour after it (whose first rates begin in the day), and the days they are of. */
export function rollupsOf(day: number) {
  const hours = Array.from({ length: hoursOfDay + 1 }, (_, index) => day + index * hourMs);
  return [
    ...hours.map((startMs) => ({ level: "1h" as const, startMs })),
    { level: "1d" as const, startMs: day },
    { level: "1d" as const, startMs: day + dayMs },
  ];
}
