import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * With which a node joins a swarm: the hash of its certificate in base36 and 25 secret characters. https://docs.docker.com/engine/swarm/join-nodes/ ·
 * https://github.com/moby/swarmkit/blob/master/ca/config.go
 */
export const swarmToken: Detector = tokenDetector({
  id: "secret/docker-swarm-token",
  summary: "Docker Swarm join token",
  remedy: "Rotate it on a manager with `docker swarm join-token --rotate worker` (or manager).",
  literals: ["SWMTKN-"],
  prefixes: ["SWMTKN-1-", "SWMTKN-2-1-"],
  pattern: /(?<![\w-](?<!\\[nrt]))SWMTKN-(?:2-)?1-[0-9a-z]{50}-[0-9a-z]{25}(?![\w-])/g,
  examples: [
    "docker swarm join --token «SWMTKN-1-{lower36:50}-{lower36:25}» manager.acme.example.io:2377",
    "SWARM_TOKEN=«SWMTKN-2-1-{lower36:50}-{lower36:25}»",
    "SWMTKN-1-{lower36:50}-{lower36:24}, SWMTKN-1-<digest>-<secret>",
    "SWMTKN-1-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx-xxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
