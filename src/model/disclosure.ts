/** What a finding tells a stranger, where none of it is secret but all of it together is a map. */
export interface Disclosure {
  /** What it is about, as the score explains itself: `4.9 = 3.1 system + 1.2 network + 0.6 operations`. */
  readonly topic: Topic;
  /** What one such fact alone comes to, from 0 to 10, where it is certain. From 2 a message is warned about, from 4 it is stopped. */
  readonly weight: number;
  /** A machine, or a detail of what runs on one: both together tell more than their sum. */
  readonly map?: "machine" | "detail";
}

/**
 * - `network`: addresses, hosts, links, ports.
 * - `system`: machines, versions, vendors, paths, stack traces.
 * - `cloud`: accounts, resources, instances, buckets, regions.
 * - `operations`: jobs, clusters, chats, databases.
 * - `business`: revenue, subscribers, spend, incidents.
 */
export type Topic = "network" | "system" | "cloud" | "operations" | "business";
