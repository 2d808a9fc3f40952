import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

// A process of its own, in the copy of the tree: one Vitest that runs the same tests again for each mutant.
process.once("message", async ({ mutants, file, projects, filters }) => {
  const require = createRequire(`${process.cwd()}/package.json`);
  const { createVitest } = await import(pathToFileURL(require.resolve("vitest/node")));
  const vitest = await createVitest("test", {
    watch: false,
    project: projects,
    // A script is read at run time: no module imports it.
    related: file.endsWith(".lua") ? undefined : [file],
    bail: 1,
    maxWorkers: 2,
    reporters: [{}],
  });
  const all = await vitest.getRelevantTestSpecifications(filters);
  // The file's own test first, then the quick ones: most faults end there.
  const ownTest = file.replace(/\.ts$/, ".test.ts");
  const isOwn = (test) => test.moduleId.endsWith(`/${ownTest}`);
  const stages = [
    all.filter(isOwn),
    ...projects.map((name) => all.filter((test) => test.project.name === name && !isOwn(test))),
  ].filter((tests) => tests.length > 0);

  async function fails() {
    for (const tests of stages) {
      const { testModules, unhandledErrors } = await vitest.runTestSpecifications(tests);
      if (unhandledErrors.length > 0 || testModules.some((module) => module.state() === "failed" || !module.ok())) return true;
    }
    return false;
  }

  const reasonOf = () => (stages.length === 0 ? "none imports the file; name others with --tests" : "see npm test");
  const startedMs = performance.now();
  if (stages.length === 0 || (await fails())) process.send({ type: "broken", reason: reasonOf() });
  process.send({ type: "ready", baselineMs: performance.now() - startedMs });
  for (const { env, content } of mutants) {
    Object.assign(process.env, env);
    if (content !== undefined) writeFileSync(file, content);
    process.send({ type: "outcome", outcome: (await fails()) ? "killed" : "survived" });
  }
  process.exit(0);
});
