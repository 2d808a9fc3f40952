import type { Logger } from "./logger.ts";

type Level = "info" | "warn" | "error";
type Write = (fields: Readonly<Record<string, unknown>>, message: string) => void;
export type ThrottledLogger = Readonly<Record<Level, Write>>;

interface Suppressed {
  count: number;
  /** Of the last line that was left out. */
  fields: Readonly<Record<string, unknown>>;
}

/**
 * A logger for what strangers can cause: of each kind (level, message and `code`) one line in an interval, whatever they do.
 * The first is written at once; what was left out is counted in `suppressed` of the next, which comes by itself.
 */
export function throttleLogger(logger: Pick<Logger, Level>, intervalMs = 1_000): ThrottledLogger {
  const kinds = new Map<string, Suppressed>();

  function writerOf(level: Level): Write {
    return (fields, message) => {
      const kind = `${level} ${message} ${String(fields["code"] ?? "")}`;
      const suppressed = kinds.get(kind);
      if (suppressed) {
        suppressed.count += 1;
        suppressed.fields = fields;
        return;
      }
      logger[level](fields, message);
      kinds.set(kind, { count: 0, fields });
      writeLater(kind, (last) => logger[level]({ ...last.fields, suppressed: last.count }, message));
    };
  }

  function writeLater(kind: string, write: (suppressed: Suppressed) => void): void {
    const timer = setTimeout(() => {
      const suppressed = kinds.get(kind);
      if (!suppressed || suppressed.count === 0) {
        kinds.delete(kind);
        return;
      }
      write(suppressed);
      kinds.set(kind, { count: 0, fields: {} });
      writeLater(kind, write);
    }, intervalMs);
    timer.unref();
  }

  return { info: writerOf("info"), warn: writerOf("warn"), error: writerOf("error") };
}
