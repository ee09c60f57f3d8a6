export async function init(_flags: unknown): Promise<number> {
  throw new Error("not yet");
}
