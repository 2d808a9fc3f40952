import { createEvents } from "../lib/events.ts";
import { serveRole } from "../lib/role.ts";

let annotate: typeof import("@frontrow/text/annotate").annotate;

serveRole({
  async load() {
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    const start = performance.now();
    ({ annotate } = await import("@frontrow/text/annotate"));
    annotate("is this loaded now?");
    const loadMs = performance.now() - start;
    globalThis.gc?.();
    return { loadMs, loadBytes: Math.max(0, process.memoryUsage().rss - before) };
  },
  annotate({ messages }: { messages: number }) {
    const next = createEvents(3);
    const texts: string[] = [];
    while (texts.length < 20_000) {
      const event = next();
      if (event.type === "chat") texts.push(event.text);
    }
    for (const text of texts) annotate(text);
    const before = process.cpuUsage();
    for (let index = 0; index < messages; index += 1) annotate(texts[index % texts.length] as string);
    const { user, system } = process.cpuUsage(before);
    return messages / ((user + system) / 1e6);
  },
});
