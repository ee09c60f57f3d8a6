import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * With a device's token anybody sends in its name. It is 20 letters and digits, in the address of HTTP and CoAP or the user of MQTT.
 * https://thingsboard.io/docs/reference/http-api/, https://thingsboard.io/docs/reference/mqtt-api/
 */
export const thingsboardToken: Detector = tokenDetector({
  id: "secret/thingsboard-token",
  summary: "Access token of a ThingsBoard device",
  remedy: "Change it under “Manage credentials” of the device, and read the new one from the environment.",
  literals: ["/api/v1/", "v1/devices/me/"],
  behind: { run: "token", least: 20, within: 48 },
  pattern:
    /(?:\/api\/v1\/(?=[^/\s]{20}\/(?:telemetry|attributes|rpc|claim|firmware|software)\b)|v1\/devices\/me\/[a-z/+]{3,20}["']?\s{1,4}(?:-u|--username)[= ]?["']?)(?<secret>[A-Za-z0-9]{20})(?![\w-])/dg,
  isGenuine: (secret) => isRandom(secret),
  confidence: 0.9,
  examples: [
    "curl -X POST -d '{\"temperature\": 25}' https://thingsboard.cloud/api/v1/«{base62:20}»/telemetry",
    'url = "http://iot.acme.example:8080/api/v1/«{base62:20}»/attributes?sharedKeys=led"',
    "coap-client -m post coap://iot.acme.example/api/v1/«{base62:20}»/telemetry -t json",
    'mosquitto_pub -h mqtt.thingsboard.cloud -t v1/devices/me/telemetry -u "«{base62:20}»" -m \'{"led": 1}\'',
    "another API: /api/v1/{base62:20}/orders, /api/v1/{base62:19}/telemetry, /api/v1/{hex:24}/attributes",
    "/api/v1/$ACCESS_TOKEN/telemetry, /api/v1/YOUR_ACCESS_TOKEN_12/telemetry, /api/v1/openConfigurationSet/attributes",
    '/api/v1/xxxxxxxxxxxxxxxxxxxx/telemetry, -t v1/devices/me/telemetry -u "$ACCESS_TOKEN"',
  ],
});
