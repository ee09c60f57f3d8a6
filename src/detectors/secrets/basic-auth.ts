import { isPlaceholder } from "./placeholder.ts";

/** Whether base64 holds `user:password`, as HTTP's Basic scheme has it (RFC 7617), and the password is not a placeholder. */
export function holdsUserAndPassword(base64: string): boolean {
  const [, password] = /^[^:]{1,200}:(.+)$/s.exec(Buffer.from(base64, "base64").toString("latin1")) ?? [];
  return password !== undefined && isPassword(password);
}

/** Printable, but for the newline of `echo … | base64`, and no word that stands for a password. */
export function isPassword(text: string): boolean {
  const line = text.replace(/\r?\n$/, "");
  return /^[\x20-\x7e]{4,}$/.test(line) && !standIn.test(line) && !isPlaceholder(line);
}

const standIn = /^(?:pass(?:word|wd)?|pwd|secret|token|api[-_]?key|credentials?|\*+|[<[{$%].*)$|\bnot my real\b/i;
