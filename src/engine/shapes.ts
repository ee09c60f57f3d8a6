import type { Shape } from "../model/trigger.ts";

/** A pattern that finds the runs of at least `least` bytes of a shape. */
export const shapes: Readonly<Record<Shape, (least: number) => RegExp>> = {
  "token-run": (least) => new RegExp(`[\\w-]{${least},}`, "g"),
};
