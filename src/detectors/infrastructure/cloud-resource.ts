import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";
import { besideOf, isExample } from "./address.ts";

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html */
export const cloudResource: Detector = {
  id: "infrastructure/cloud-resource",
  summary: "Id of an instance, a volume or a network at Amazon",
  remedy:
    "Say what it is for (`the build machine`) and leave its id out, or write i-1234567890abcdef0, as Amazon's manual does.",
  disclosure: { topic: "cloud", weight: 3, map: "machine" },
  trigger: {
    literals: [
      "i-0",
      "vol-0",
      "subnet-",
      "vpc-",
      "sg-0",
      "snap-0",
      "eni-0",
      "igw-",
      "nat-0",
      "rtb-",
      "eipalloc-",
      "acl-0",
      "fs-0",
      "lt-0",
      "tgw-",
      "vpce-",
    ],
    behind: { run: "hexadecimal", least: 7 },
  },
  reach: { before: 96, after: 112 },

  *detect(window) {
    for (const match of window.matchAll(id)) {
      const digits = match.groups?.["digits"] ?? "";
      if (isDocumented(digits)) continue;
      const range = rangeOf(match);
      const isLong = digits.length === 17 && !isExample(besideOf(window.text, range));
      yield { range, confidence: isLong ? 1 : 0.6 };
    }
  },

  examples: [
    "stop «i-0{hex:7}7{hex:8}» tonight",
    "«vol-0{hex:5}9{hex:10}» hangs at «subnet-0{hex:5}9{hex:10}» in «vpc-0{hex:5}9{hex:10}»",
    "of the older kind: «subnet-9d4a44c6»",
    "i-1234567890abcdef0, i-0abcd1234ef567890, vpc-1a2b3c4d, subnet-0123456789abcdef0, sg-0aaaaaaaaaaaaaaaa",
    "multi-0{hex:16}, api-i-0{hex:16}, vpc-endpoints, i-0{hex:12}, i-0{hex:20}, subnet-${id}",
  ],
};

const id =
  /(?<![\w.-])(?:i|vol|subnet|vpc|sg|snap|eni|igw|nat|rtb|eipalloc|acl|fs|lt|tgw|vpce)-(?<digits>[\da-f]{17}|[\da-f]{8})(?![\w-])/g;

/** What Amazon's manuals count up, and what repeats itself. */
function isDocumented(digits: string): boolean {
  return (
    /0123|1234|2345|3456|4567|5678|6789|abcd|bcde|cdef|1a2b|a1b2|0a1b|9876|8765|fedc|dead|beef|cafe|face|(.)\1{3}/.test(
      digits,
    ) ||
    !/\d/.test(digits) ||
    !/[a-f]/.test(digits) ||
    new Set(digits).size <= digits.length / 4 + 1
  );
}
