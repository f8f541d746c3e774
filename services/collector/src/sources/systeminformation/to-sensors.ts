import { z } from "zod";
import { itemsMax, type Reading } from "../../modules/module.js";
import { parseAnswer } from "./parse-answer.js";

const celsius = z.number().nullish();

const schema = z.object({ main: celsius, cores: z.array(celsius), socket: z.array(celsius), chipset: celsius });

/** The processors' temperatures, which are all that the library looks for; undefined where it finds none. */
export function toSensors(answer: unknown, wanted: (sensor: string) => boolean): Reading<"sensors"> | undefined {
  const { main, cores, socket, chipset } = parseAnswer("sensors", schema, answer);
  const found = [
    { sensor: "cpu/main", celsius: main },
    ...cores.map((celsius, number) => ({ sensor: `cpu/core ${number}`, celsius })),
    ...socket.map((celsius, number) => ({ sensor: `cpu/socket ${number}`, celsius })),
    { sensor: "chipset/main", celsius: chipset },
  ];
  const told = found.flatMap(({ sensor, celsius }) =>
    celsius === null || celsius === undefined ? [] : [{ sensor, celsiusE3: Math.round(celsius * 1000) }],
  );
  if (told.length === 0) return undefined;
  return { temperatures: told.filter(({ sensor }) => wanted(sensor)).slice(0, itemsMax), fans: [] };
}
