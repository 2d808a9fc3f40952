import { connect as connectTcp } from "node:net";
import { connect as connectTls } from "node:tls";
import { Failure } from "./failure.mjs";

/** Sharded pub/sub came with 7.0. */
export const lowestRedis = 7;
const timeoutMs = 5_000;

/** Makes sure that the Redis at REDIS_URL can be used, or fails with what is wrong. The password is never printed. */
export async function requireUsableRedis(address) {
  const problem = await redisUrlProblem(address);
  if (problem)
    throw new Failure(`REDIS_URL cannot be used: ${problem}. Correct or unset it (without it a private Redis is started)`);
}

async function redisUrlProblem(address) {
  const seeds = seedsOf(address);
  if (!seeds) return "it is not a redis://, rediss:// or redis+sentinel:// address";
  const answers = await Promise.all(seeds.map(askServer));
  // One usable seed is enough: a cluster and its sentinels are found through any of them.
  return answers.includes(undefined) ? undefined : answers[0];
}

/** The servers that an address names, or undefined when it is not one. */
function seedsOf(address) {
  try {
    const [first, ...others] = address.split(",");
    const { protocol, username, password } = new URL(first);
    if (!/^rediss?(\+sentinel)?:$/.test(protocol)) return undefined;
    const urls = [first, ...others].map((seed) => new URL(seed.includes("://") ? seed : `${protocol}//${seed}`));
    return urls.map(({ hostname, port }) => ({
      host: hostname.replace(/^\[|\]$/g, ""),
      port: Number(port) || (protocol.includes("sentinel") ? 26379 : 6379),
      secure: protocol.startsWith("rediss"),
      // Behind a sentinel the address' credentials are the primary's.
      credentials: protocol.includes("sentinel") ? [] : [username, password].filter(Boolean).map(decodeURIComponent),
    }));
  } catch {
    return undefined;
  }
}

/** What is wrong with one server, or undefined. */
function askServer({ host, port, secure, credentials }) {
  return new Promise((resolve) => {
    const where = `${host}:${port}`;
    const socket = secure ? connectTls({ host, port, servername: host }) : connectTcp({ host, port });
    const end = (problem) => {
      socket.destroy();
      resolve(problem);
    };
    socket.setTimeout(timeoutMs, () => end(`${where} does not answer`));
    socket.on("error", (error) => end(`nothing answers at ${where} (${error.code ?? error.message})`));
    socket.on("close", () => end(`${where} closed the connection`));
    socket.write([...(credentials.length > 0 ? [["AUTH", ...credentials]] : []), ["INFO", "server"]].map(encode).join(""));
    let answer = "";
    socket.on("data", (chunk) => {
      answer += chunk;
      const version = /redis_version:(\d+)[.\d]*/.exec(answer);
      if (/^-(NOAUTH|WRONGPASS|NOPERM|ERR)/m.test(answer)) end(`${where} refuses the user or password`);
      else if (version)
        end(
          Number(version[1]) >= lowestRedis
            ? undefined
            : `${where} is Redis ${version[1]}, and ${lowestRedis} or newer is needed`,
        );
    });
  });
}

const encode = (command) =>
  `*${command.length}\r\n${command.map((part) => `$${Buffer.byteLength(part)}\r\n${part}\r\n`).join("")}`;
