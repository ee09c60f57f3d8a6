import { fitting, print, stdout } from "../output.ts";
import { masked } from "../tell-error.ts";

/** Prints what an action has done. Paths stand in it, and a folder can have the name of somebody who is denied. */
export async function say(text: string): Promise<void> {
  print(fitting(await masked(text), stdout));
}
