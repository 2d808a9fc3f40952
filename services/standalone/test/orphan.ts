// A process that holds a private Redis and says where; the test kills it.
import { createPrivateRedis } from "../src/private-redis.ts";

const [command = "", port = "", dataDir = ""] = process.argv.slice(2);
const quiet = { info: () => {}, error: () => {} };
const password = "a-password";
const redis = createPrivateRedis({
  command,
  port: Number(port),
  password,
  dataDir,
  logger: quiet,
  onLost: () => process.exit(1),
});
await redis.start();
process.stdout.write("ready\n");
setInterval(() => {}, 1_000);
