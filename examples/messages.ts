import type { Audience } from "../src/model/audience.ts";

/** A text that some may read, and others may not. */
export interface Talk {
  readonly title: string;
  readonly text: string;
  /** Who may read it. */
  readonly readers: readonly Audience[];
}

export const talks: readonly Talk[] = [
  {
    title: "one text to four audiences: somebody of the family",
    text: "Marlene Vosskamp takes the parcels to the ferry on Sunday.",
    readers: ["owner"],
  },
  {
    title: "the whole tech stack, none of it secret",
    text: "Sure! It all runs on a Mac mini M2 with 16 GB: Postgres 16.2 on port 5432, Redis 7.2, nginx 1.25 behind Tailscale, and backups go to eu-central-1 every day at 03:00.",
    readers: ["owner"],
  },
  {
    title: "what may be said to everybody",
    text: "The shop is closed on Monday. Orders of the weekend leave on Tuesday morning!",
    readers: ["owner", "team", "group", "public"],
  },
];
