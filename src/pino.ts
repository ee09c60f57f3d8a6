/// <reference types="node" preserve="true" />

import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished, Writable } from "node:stream";
import { openRedactor, type RedactorOptions } from "./open-redactor.ts";

export interface PinoOptions extends Omit<RedactorOptions, "config"> {
  /** The path of a config; the nearest unless told. */
  readonly config?: string;
  /** A file, to which is added, or the number of an open one; stdout unless told. */
  readonly destination?: string | number;
}

/**
 * A transport of pino: `pino({ transport: { target: "outgate/pino", options: { destination: "app.log" } } })`. It runs in pino's own
 * thread, and writes masked lines. https://github.com/pinojs/pino/blob/main/docs/transports.md
 */
export default async function pinoTransport({ destination = 1, ...given }: PinoOptions = {}): Promise<Writable> {
  // pino adds its own: pinoWillSendConfig, $context
  const options = Object.fromEntries(Object.entries(given).filter(([name]) => !/^(?:pino|\$)/.test(name)));
  const masking = (await openRedactor(options)).transform();
  const file =
    typeof destination === "number"
      ? createWriteStream("", { fd: destination, autoClose: false })
      : createWriteStream(destination, { flags: "a", mode: 0o600 });
  // A program that ends soon would be over before it heard that there is no such folder.
  if (typeof destination === "string") await once(file, "open");
  masking.pipe(file);
  const transport = new Writable({
    write(chunk, _, done) {
      if (masking.write(chunk)) done();
      else masking.once("drain", () => done());
    },
    // pino waits until the stream is closed, and ends the process then.
    final(done) {
      masking.end();
      finished(file, done);
    },
  });
  for (const stream of [masking, file]) stream.on("error", (error: Error) => transport.destroy(error));
  return transport;
}
