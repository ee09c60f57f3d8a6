/** The system's word for what went wrong, such as ENOENT. The error's message would repeat the path, which may tell something. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
}

/** Whether the system refused something, such as reading a file. */
export function isOfSystem(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}
