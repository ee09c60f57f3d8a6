import type { Detector } from "../detector.ts";
import { artifactDetector } from "./artifact.ts";

/** Recorded network traffic, with the cookies and the headers of whoever recorded it. */
export const trafficRecording: Detector = artifactDetector({
  id: "artifact/traffic-recording",
  summary: "Recorded network traffic",
  remedy:
    "See that it was recorded without cookies and Authorization headers, or take it out and end the sessions in it.",
  literals: [".har", ".saz", ".pcap"],
  unsure: /(?<=^|\/)(?:[^/]+\.(?:har|saz|pcap|pcapng)(?:\.(?:gz|zip))?)$/i,
  examples: ["«login.har»", "captures/«office.pcapng»", "src/har.ts", "chars/a.hari"],
});
