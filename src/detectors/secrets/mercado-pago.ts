import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** Access tokens: the application, a time, 32 hexadecimal digits and the person. What begins with TEST- pays nothing. https://www.mercadopago.com.br/developers/en/docs/your-integrations/credentials */
export const mercadoPagoToken: Detector = tokenDetector({
  id: "secret/mercado-pago-token",
  summary: "Mercado Pago access token",
  remedy: "Renew it at https://www.mercadopago.com/developers/panel/app, and read a new one from the environment.",
  prefixes: ["APP_USR-"],
  pattern: /(?<![\w-](?<!\\[nrt]))APP_USR-\d{16}-\d{6}-[0-9a-f]{32}-\d{6,12}(?![\w-])/g,
  examples: [
    "MP_ACCESS_TOKEN=«APP_USR-{digits:16}-{digits:6}-{hex:32}-{digits:9}»",
    'new MercadoPagoConfig({ accessToken: "«APP_USR-{digits:16}-{digits:6}-{hex:32}-{digits:10}»" })',
    "a public key is none: APP_USR-{uuid}",
    "APP_USR-{digits:15}-{digits:6}-{hex:32}-{digits:9}, TEST-{digits:16}-{digits:6}-{hex:32}-{digits:9}",
    "APP_USR-1234567890123456-XXXXXXXX-123456789, APP_USR-0000000000000000-000000-00000000000000000000000000000000-000000000",
  ],
});
