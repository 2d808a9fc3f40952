import { isIPv4, isIPv6 } from "node:net";

/**
 * The host that an address is, as limits count it: an IPv4 address, or the network of 64 bits that one host has of IPv6. An IPv4
 * address that is written as IPv6 is the same host.
 */
export function hostOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  if (!isIPv6(plain)) return plain;
  return `${groupsOf(plain).slice(0, 4).join(":")}::/64`;
}

/**
 * Who pays for what an address does: the network of 256 IPv4 addresses, or of 64 bits of IPv6, as one customer of a provider has
 * it. On loopback every address is by itself: that is one machine, and no network that is shared.
 */
export function payerOf(address: string): string {
  const host = hostOf(address);
  if (!isIPv4(host) || host.startsWith("127.")) return host;
  return `${host.slice(0, host.lastIndexOf("."))}.0/24`;
}

/** The eight groups of an IPv6 address, without leading zeros. */
function groupsOf(address: string): string[] {
  const [head = "", tail] = address.toLowerCase().split("::");
  const left = head.split(":").filter(Boolean);
  const right = (tail ?? "").split(":").filter(Boolean);
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array<string>(Math.max(0, zeros)).fill("0"), ...right].map((group) => group.replace(/^0+(?=.)/, ""));
}
