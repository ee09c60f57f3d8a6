/** Who will see it, from narrow to wide. */
export const audiences = ["owner", "team", "group", "public"] as const;

export type Audience = (typeof audiences)[number];

/** Where something leaves. */
export type Boundary = "commit" | "push" | "site" | "log" | "message" | "files";
