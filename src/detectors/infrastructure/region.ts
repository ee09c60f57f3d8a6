import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";

/**
 * https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html
 * https://cloud.google.com/compute/docs/regions-zones https://learn.microsoft.com/en-us/azure/reliability/regions-list
 * https://docs.hetzner.com/cloud/general/locations
 */
export const region: Detector = {
  id: "infrastructure/region",
  summary: "Region of a cloud",
  remedy: "Leave out where it runs, or say it more widely: `in Europe`.",
  disclosure: { topic: "cloud", weight: 0.8, map: "machine" },
  messagesOnly: true,
  trigger: {
    literals: [
      "us-east",
      "us-west",
      "us-central",
      "us-south",
      "eu-central",
      "eu-west",
      "eu-north",
      "eu-south",
      "ap-south",
      "ap-north",
      "ap-east",
      "ca-central",
      "ca-west",
      "sa-east",
      "me-south",
      "me-central",
      "af-south",
      "il-central",
      "europe-west",
      "europe-north",
      "europe-central",
      "europe-southwest",
      "asia-east",
      "asia-south",
      "asia-north",
      "australia-southeast",
      "northamerica-",
      "southamerica-",
      "westeurope",
      "northeurope",
      "westcentral",
      "eastus",
      "westus",
      "centralus",
      "uksouth",
      "ukwest",
      "francecentral",
      "swedencentral",
      "fsn1",
      "nbg1",
      "hel1",
    ],
    anyCase: true,
  },
  reach: { before: 24, after: 24 },

  *detect(window) {
    for (const match of window.matchAll(name)) yield { range: rangeOf(match) };
  },

  examples: [
    "it runs in «eu-central-1», the standby in «europe-west3-a»",
    "everything is in «westeurope», mail in «fsn1-dc14»",
    "the us-east coast, ap-southern, a eu-western habit",
    "Westeuropa, Northern Europe, x-eu-central-1b7",
  ],
};

const name =
  /(?<![\w-])(?:(?:us|eu|ap|ca|sa|me|af|il|mx|cn)-(?:gov-)?(?:central|(?:north|south)?(?:east|west)?)-\d[a-f]?|(?:us|europe|asia|australia|northamerica|southamerica|me|africa)-(?:central|(?:north|south)?(?:east|west)?)\d{1,2}(?:-[a-f])?|(?:west|north)europe|germanywestcentral|(?:east|west|central|northcentral|southcentral|westcentral)us[23]?|uk(?:south|west)|francecentral|swedencentral|switzerlandnorth|(?:fsn|nbg|hel)1(?:-dc\d{1,2})?)(?!\w|-[a-z\d])/gi;
