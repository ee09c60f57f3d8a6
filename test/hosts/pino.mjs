// Logs through pino: `node pino.mjs FILE TOKEN`, to a file by the transport and to stdout by the stream.
import { finished } from "node:stream/promises";
import { pino } from "pino";
import { openRedactor } from "../../dist/index.js";

const [file, token] = process.argv.slice(2);

function log(logger) {
  const own = logger.child({ requestId: "7f3a", token });
  own.info({ req: { headers: { authorization: `Bearer ${token}`, host: "api.acme.example.io" } } }, "asked");
  const error = new Error(`the answer to ${token} was 401`);
  error.config = { url: `https://api.acme.example.io/?access_token=${token}`, body: Buffer.from(token) };
  own.error(error);
  for (let at = 0; at < 3000; at++) own.info({ at, note: "é".repeat(40) }, `line ${at} of ${token}`);
}

const redactor = await openRedactor();
const stream = redactor.transform();
stream.pipe(process.stdout);
log(pino(stream));
stream.end();
await finished(stream);

// The process ends when all is logged; pino sees to it that its thread writes what it has.
log(
  pino(
    pino.transport({
      target: new URL("../../dist/pino.js", import.meta.url).pathname,
      options: { destination: file },
    }),
  ),
);
