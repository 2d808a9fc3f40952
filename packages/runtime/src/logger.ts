import { destination, type Logger as PinoLogger, pino, stdSerializers } from "pino";

export type Logger = PinoLogger;

/**
 * A logger that writes one JSON object a line on stdout: a constant message, with the facts in fields.
 * Fields that hold secrets are censored down to three levels; an error is given as `err`.
 */
export function createLogger(service: string, level: string, fileDescriptor = 1): Logger {
  return pino(
    {
      level,
      base: { service, pid: process.pid },
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: stdSerializers.err, error: stdSerializers.err },
      redact: { paths: secretPaths, censor: "[secret]" },
    },
    // Synchronous: the last lines before an exit are the ones that matter.
    destination({ fd: fileDescriptor, sync: true }),
  );
}

const secretNames = [
  "token",
  "resumeToken",
  "accessToken",
  "authorization",
  "cookie",
  "apiKey",
  "password",
  "secret",
  "redisUrl",
  "REDIS_URL",
  "SIGN_API_KEY",
];

const secretPaths = [
  ...["", "*.", "*.*."].flatMap((depth) => secretNames.map((name) => depth + name)),
  '*["set-cookie"]',
  // What a failed Redis command carried: keys with ids, chat text, or a password.
  "err.command.args",
  "error.command.args",
];
