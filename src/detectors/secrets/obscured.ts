/**
 * What Cisco's type 7 says: the first two figures tell where in a key that everybody knows the others begin. What says nothing that can be read stays as it is.
 * https://www.cisco.com/c/en/us/support/docs/security-vpn/remote-authentication-dial-user-service-radius/107614-64.html
 */
export function obscured(written: string): string {
  const from = Number(written.slice(0, 2));
  const bytes = Buffer.from(written.slice(2), "hex");
  const text = Array.from(bytes, (byte, at) =>
    String.fromCharCode(byte ^ key.charCodeAt((from + at) % key.length)),
  ).join("");
  return /^[\x20-\x7e]+$/.test(text) ? text : written;
}

const key = "dsfd;kfoA,.iyewrkldJKDHSUBsgvca69834ncxv9873254k;fg87";
