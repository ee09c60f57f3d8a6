import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

const prefixes = ["prv_prod_", "prod_events_", "prod_integrity_"];

/**
 * The private key (`prv_prod_`) and what signs events and payments, some 32 letters and digits. `pub_prod_` is public, and what has `test`
 * in it moves no money. https://docs.wompi.co/docs/colombia/ambientes-y-llaves/
 */
export const wompiKey: Detector = tokenDetector({
  id: "secret/wompi-key",
  summary: "Wompi private key or secret",
  remedy: "Regenerate it under “Desarrolladores” at https://comercios.wompi.co, and read it from the environment.",
  prefixes,
  pattern: /(?<![\w-](?<!\\[nrt]))(?:prv_prod|prod_events|prod_integrity)_[A-Za-z0-9]{28,36}(?![\w-])/g,
  isGenuine: (_, value) => isRandom(value),
  examples: [
    "WOMPI_PRIVATE_KEY=«prv_prod_{base62:32}»",
    "WOMPI_EVENTS_SECRET=«prod_events_{base62:32}»\nWOMPI_INTEGRITY_SECRET=«prod_integrity_{base62:32}»",
    "public: pub_prod_{base62:32}; of the test mode: prv_test_{base62:32}",
    "too short: prv_prod_{base62:20}; a table: prod_events_of_the_last_month",
    "prv_prod_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
