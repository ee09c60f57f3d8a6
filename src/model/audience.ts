/** Who will see it, from narrow to wide. */
export const audiences = ["owner", "team", "group", "public"] as const;

export type Audience = (typeof audiences)[number];

/** The wider of two audiences. */
export function wider(first: Audience, second: Audience): Audience {
  return audiences.indexOf(first) < audiences.indexOf(second) ? second : first;
}

/** Where something leaves. */
export type Boundary = "commit" | "push" | "site" | "log" | "message" | "files";
