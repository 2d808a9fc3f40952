import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig, type Plugin } from "vite";

/** Where a gateway runs while the page is developed with `vite`. */
const gateway = `http://127.0.0.1:${process.env["PORT"] || 3000}`;

/** Served from sources, JSON is a module of code, which a browser refuses where `with { type: "json" }` promises it data. */
const jsonAsCode: Plugin = {
  name: "json-as-code",
  apply: "serve",
  enforce: "post",
  transform: (code, id) =>
    id.includes("/packages/words/") ? code.replace(/,\s*\{\s*with:\s*\{ type: "json" \}\s*\}/g, "") : undefined,
};

export default defineConfig({
  plugins: [react(), jsonAsCode],
  // Workspaces are read from their sources, so the page needs no build of the SDK.
  resolve: { conditions: ["source", ...defaultClientConditions] },
  build: {
    outDir: "dist",
    target: "es2022",
    // The gateway's content security policy allows no data: fonts and no inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    host: "127.0.0.1",
    proxy: {
      "/ws": { target: gateway, ws: true },
      "/api": { target: gateway },
      "/simulator": { target: gateway },
    },
  },
});
