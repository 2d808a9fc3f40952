import { createServer } from "node:net";
import { afterEach, expect, it } from "vitest";
import { requireUsableRedis } from "./redis-url.mjs";

const servers = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** Stands in for a server that no machine of ours runs: it says one thing, whatever it is asked. */
function answering(text) {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.on("error", () => {}).once("data", () => socket.write(text)));
    servers.push(server);
    server.listen(0, "127.0.0.1", () => resolve(`127.0.0.1:${server.address().port}`));
  });
}

it("takes Redis 7 and newer", async () => {
  const place = await answering("$30\r\n# Server\r\nredis_version:7.0.15\r\n\r\n");
  await expect(requireUsableRedis(`redis://${place}`)).resolves.toBeUndefined();
});

it("takes a cluster when one of its seeds answers", async () => {
  const place = await answering("$30\r\n# Server\r\nredis_version:8.2.0\r\n\r\n");
  await expect(requireUsableRedis(`redis://127.0.0.1:1,redis://${place}`)).resolves.toBeUndefined();
});

it("refuses an older one", async () => {
  const place = await answering("$30\r\n# Server\r\nredis_version:6.2.14\r\n\r\n");
  await expect(requireUsableRedis(`redis://${place}`)).rejects.toThrow(/is Redis 6, and 7 or newer is needed/);
});

it("says that the password is wrong, and does not show it", async () => {
  const place = await answering("-WRONGPASS invalid username-password pair\r\n");
  const refusal = requireUsableRedis(`redis://user:hunter2@${place}`);
  await expect(refusal).rejects.toThrow(/refuses the user or password/);
  await expect(refusal).rejects.not.toThrow(/hunter2/);
});

it.each(["http://127.0.0.1", "localhost:6379", "redis"])("refuses %s", async (address) => {
  await expect(requireUsableRedis(address)).rejects.toThrow(/not a redis:\/\//);
});
