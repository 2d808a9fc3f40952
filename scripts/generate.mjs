// Old versions of Node must get as far as the version check: the rest is loaded after it.
import { requireNode } from "./lib/node-version.mjs";

requireNode(process.versions.node);
void import("./lib/generate.mjs").then((module) => module.main());
