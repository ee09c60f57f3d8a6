import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * NuGet's API keys of version 4, in lower case base32: an id of 12 bytes, which begins with `v4`, and a password of 16. The
 * last digit of each has bits that are always zero.
 * https://github.com/NuGet/NuGetGallery/blob/main/src/NuGetGallery.Services/Authentication/ApiKeyV4.cs
 */
export const nugetKey: Detector = tokenDetector({
  id: "secret/nuget-key",
  summary: "NuGet API key",
  remedy:
    "Delete it at https://www.nuget.org/account/apikeys, and publish with https://learn.microsoft.com/nuget/nuget-org/trusted-publishing.",
  literals: ["oy2"],
  behind: { run: "token", least: 43 },
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))oy2[a-p][a-z2-7]{15}[aq][a-z2-7]{25}[aeimquy4](?![A-Za-z0-9])/g,
  examples: [
    "dotnet nuget push acme.nupkg --api-key «oy2k{lower32:15}q{lower32:25}4» --source https://api.nuget.org/v3/index.json",
    '<add key="NUGET_API_KEY" value="«oy2a{lower32:15}a{lower32:25}y»" />',
    "a digit that cannot be the last: oy2k{lower32:15}q{lower32:25}b",
    "one character short: oy2k{lower32:15}q{lower32:24}4",
  ],
});
