import { describe, expect, it } from "vitest";
import { hostOf, payerOf } from "./payer.ts";

describe("who pays for an address", () => {
  it.each([
    ["203.0.113.7", "203.0.113.7", "203.0.113.0/24"],
    ["::ffff:203.0.113.7", "203.0.113.7", "203.0.113.0/24"],
    ["::FFFF:203.0.113.250", "203.0.113.250", "203.0.113.0/24"],
    ["127.0.0.1", "127.0.0.1", "127.0.0.1"],
    ["::ffff:127.0.0.2", "127.0.0.2", "127.0.0.2"],
    ["2001:db8::1", "2001:db8:0:0::/64", "2001:db8:0:0::/64"],
    ["2001:0DB8:0000:0000:ffff:1:2:3", "2001:db8:0:0::/64", "2001:db8:0:0::/64"],
    ["2001:db8:0:1::", "2001:db8:0:1::/64", "2001:db8:0:1::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64", "0:0:0:0::/64"],
    ["unknown", "unknown", "unknown"],
  ])("%s is the host %s, and the network %s pays", (address, host, payer) => {
    expect([hostOf(address), payerOf(address)]).toEqual([host, payer]);
  });
});
