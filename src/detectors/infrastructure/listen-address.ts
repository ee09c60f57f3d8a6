import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";

export const listenAddress: Detector = {
  id: "infrastructure/listen-address",
  summary: "Server that listens on all addresses",
  remedy: "Leave out how the server is bound; 127.0.0.1 is one that only this machine reaches.",
  disclosure: { topic: "network", weight: 1, map: "detail" },
  messagesOnly: true,
  trigger: { literals: ["0.0.0.0", "[::]:"] },
  reach: { before: 48, after: 16 },

  *detect(window) {
    for (const match of window.matchAll(bound)) yield { range: rangeOf(match) };
    for (const match of window.matchAll(said)) yield { range: rangeOf(match, "address") };
  },

  examples: [
    "the gateway listens on «0.0.0.0:18789», the other on «[::]:9100»",
    "tcp LISTEN «0.0.0.0:5432»",
    "it is bound to «0.0.0.0», der Server hört auf «0.0.0.0», uvicorn app:app --host «0.0.0.0» --port 8010",
    "0.0.0.0/0 is the whole internet, 10.0.0.0:80, 0.0.0.0.1, [::]",
  ],
};

const bound = /(?<![\w.])(?:0\.0\.0\.0|\[::\]):\d{2,5}(?![\w.])/g;
const said =
  /(?<!\w)(?:bound to|binds?(?: to)?|listens on|listening on|lauscht auf|h\xc3\xb6rt auf|escucha en|\xc3\xa9coute sur|--(?:host|bind|listen|addr(?:ess)?|ip))[\s=](?<address>0\.0\.0\.0)(?![\w/:]|\.\d)/dgi;
