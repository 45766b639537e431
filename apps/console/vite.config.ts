import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { mediaOf } from "./src/theme/tokens.ts";

const SERVER = "http://127.0.0.1:4600";

// The server accepts changes from its own origin only; during development the proxy sends that origin.
const proxied = { target: SERVER, changeOrigin: true, headers: { origin: SERVER } };

export default defineConfig(({ command }) => {
  // A build started from a test run inherits its NODE_ENV and would include React's development code.
  if (command === "build") process.env["NODE_ENV"] = "production";
  return {
    plugins: [react(), breakpoints()],
    server: { proxy: { "/trpc": proxied, "/api": proxied, "/files": proxied, "/health": proxied } },
    build: { outDir: "dist", target: "es2023", chunkSizeWarningLimit: 700 },
  };
});

/** `@media (--tablet)` is written out from the tokens: a media query cannot read a custom property. */
function breakpoints(): Plugin {
  return {
    name: "breakpoints",
    enforce: "pre",
    transform(code, id) {
      if (!id.split("?")[0]?.endsWith(".css")) return null;
      return {
        code: code.replaceAll(/@media \(--([a-z-]+)\)/g, (_, name: string) => `@media ${mediaOf(name)}`),
        map: null,
      };
    },
  };
}
