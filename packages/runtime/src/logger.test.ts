import { mkdtempSync, openSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createLogger, type Logger } from "./logger.ts";

function logged(write: (logger: Logger) => void): Record<string, unknown>[] {
  const file = join(mkdtempSync(join(tmpdir(), "frontrow-log-")), "log");
  write(createLogger("gateway", "info", openSync(file, "w")));
  return readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

it("writes a JSON line with the service, the level and the facts", () => {
  const [line] = logged((logger) => logger.warn({ sessionId: "ses_1" }, "socket closed"));
  expect(line).toMatchObject({ service: "gateway", level: "warn", sessionId: "ses_1", msg: "socket closed" });
});

it("censors secrets down to three levels", () => {
  const secrets = { token: "s3cret", headers: { authorization: "s3cret", cookie: "s3cret" }, a: { b: { apiKey: "s3cret" } } };
  const [line] = logged((logger) => logger.info(secrets, "request"));
  expect(JSON.stringify(line)).not.toContain("s3cret");
});

it("keeps an error's stack and code, and not the arguments of its Redis command", () => {
  const error = Object.assign(new Error("NOAUTH"), { code: "X", command: { name: "auth", args: ["s3cret"] } });
  const [line] = logged((logger) => logger.error({ err: error }, "redis refused"));
  expect(line?.["err"]).toMatchObject({ message: "NOAUTH", code: "X", stack: expect.stringContaining("NOAUTH") });
  expect(JSON.stringify(line)).not.toContain("s3cret");
});
