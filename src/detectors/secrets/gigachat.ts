import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * What opens GigaChat and SaluteSpeech: the client's id and its secret, both UUIDs, in base64, close to a name of the service.
 * https://developers.sber.ru/docs/ru/gigachat/api/reference/rest/post-token
 */
export const gigachatKey: Detector = tokenDetector({
  id: "secret/gigachat-key",
  summary: "GigaChat authorization key",
  remedy:
    "Make a new key in the project at https://developers.sber.ru/studio, which ends this one, and read it from the environment.",
  literals: ["gigachat", "salutespeech", "salute_speech", "sberbank.ru", "giga_"],
  anyCase: true,
  behind: { run: "value", least: 98, within: 250 },
  pattern: /(?<![\w+/-](?<!\\[nrt]))[A-Za-z0-9+/]{98}==(?![\w+/=-])/g,
  isProven: (secret) =>
    /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(
      Buffer.from(secret, "base64").toString("latin1"),
    ),
  examples: [
    "GIGACHAT_CREDENTIALS=«{encode:base64}{uuid}:{uuid}{end}»",
    'giga = GigaChat(credentials="«{encode:base64}{uuid}:{uuid}{end}»", verify_ssl_certs=False)',
    "of something else: GIGACHAT_CREDENTIALS={base64:98}==",
    "nothing says whose it is: {encode:base64}{uuid}:{uuid}{end}",
  ],
});
