import { GateError } from "../src/model/error.ts";

/** What a user is told of something that must not succeed, and what to do; "none" where it does. */
export async function complaint(run: () => unknown): Promise<string> {
  try {
    await run();
  } catch (error) {
    if (error instanceof GateError) return `${error.message}. ${error.remedy}`;
    throw error;
  }
  return "none";
}
