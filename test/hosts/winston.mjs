// Logs through winston: `node winston.mjs FILE TOKEN`, as JSON to a file and as text to stdout.
import { createLogger, format, transports } from "winston";
import { openRedactor, winstonFormat } from "../../dist/index.js";

const [file, token] = process.argv.slice(2);
const redactor = await openRedactor();
const error = new Error(`the answer to ${token} was 401`);

const json = createLogger({
  format: format.combine(format.timestamp(), format.errors({ stack: true }), format.json(), winstonFormat(redactor)),
  transports: [new transports.File({ filename: file })],
});
const text = createLogger({
  format: format.combine(format.colorize(), format.splat(), format.simple(), winstonFormat(redactor)),
  transports: [new transports.Stream({ stream: process.stdout })],
});
for (const logger of [json, text]) {
  logger.info("asked", { headers: { authorization: `Bearer ${token}`, host: "api.acme.example.io" }, password: "a b" });
  logger.warn("use %s now", token);
  logger.error(error);
  for (let at = 0; at < 500; at++) logger.child({ requestId: "7f3a", token }).info(`line ${at} of ${token}`);
  logger.end();
}
