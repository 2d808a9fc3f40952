// A fresh process that loads the annotator as it is built, and then annotates what stands in its input, a JSON array.
import { readFileSync } from "node:fs";

const texts = JSON.parse(readFileSync(0, "utf8"));
globalThis.gc();
const rssBefore = process.memoryUsage().rss;
const cpuBefore = process.cpuUsage();
const began = performance.now();
const { annotate } = await import("../../dist/annotate.js");
// One of each kind, so that every table is made.
for (const text of ["is this loaded now", "что это такое", "كيف حالك اليوم", "你叫什么名字", "check out my channel 🔥"])
  annotate(text);
const loadMs = performance.now() - began;
const loadCpu = process.cpuUsage(cpuBefore);
const loadCpuMs = (loadCpu.user + loadCpu.system) / 1000;
globalThis.gc();
const loadBytes = process.memoryUsage().rss - rssBefore;

const rounds = Math.ceil(200_000 / texts.length);
for (const text of texts) annotate(text);
const before = process.cpuUsage();
for (let round = 0; round < rounds; round++) for (const text of texts) annotate(text);
const { user, system } = process.cpuUsage(before);
const perSecond = (rounds * texts.length) / ((user + system) / 1e6);
globalThis.gc();
console.log(JSON.stringify({ loadMs, loadCpuMs, loadBytes, perSecond, rssBytes: process.memoryUsage().rss - rssBefore }));
