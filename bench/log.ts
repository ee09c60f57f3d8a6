import { closeSync, openSync, writeSync } from "node:fs";
import { numbers, type Random } from "./random.ts";

/** Lines of a web server and of a service that logs JSON: the same bytes on every machine. */
export function logFile(path: string, size: number): void {
  const file = openSync(path, "w");
  const random = numbers(4);
  for (let left = size, time = 1_700_000_000_000; left > 0;) {
    const lines: string[] = [];
    for (let count = 0; count < 1000; count++) {
      time += random(40);
      lines.push(count % 2 === 0 ? accessLine(time, random) : jsonLine(time, random));
    }
    const bytes = Buffer.from(lines.join("")).subarray(0, left);
    writeSync(file, bytes);
    left -= bytes.length;
  }
  closeSync(file);
}

const paths = ["/", "/index.html", "/api/v1/orders", "/api/v1/users", "/static/app.js", "/search?q=shoes", "/health"];
const agents = [
  "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
  "curl/8.5.0",
  "Go-http-client/2.0",
];

function accessLine(time: number, random: Random): string {
  const address = [11 + random(100), random(256), random(256), random(256)].join(".");
  const request = `GET ${pick(paths, random)} HTTP/1.1`;
  const answer = `${random(20) === 0 ? 404 : 200} ${random(90_000)}`;
  return `${address} - - [${new Date(time).toISOString()}] "${request}" ${answer} "-" "${pick(agents, random)}"\n`;
}

function jsonLine(time: number, random: Random): string {
  const line = {
    time: new Date(time).toISOString(),
    level: random(50) === 0 ? "warn" : "info",
    trace: hex(32, random),
    span: hex(16, random),
    service: pick(["checkout", "search", "mailer"], random),
    message: pick(["order placed", "cache miss", "user signed in", "retrying upstream"], random),
    milliseconds: random(2000),
  };
  return `${JSON.stringify(line)}\n`;
}

function hex(length: number, random: Random): string {
  return Array.from({ length }, () => random(16).toString(16)).join("");
}

function pick(items: readonly string[], random: Random): string {
  return items[random(items.length)] ?? "";
}
