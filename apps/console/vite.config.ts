import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const SERVER = "http://127.0.0.1:4600";

// The server answers changes from its own origin only; while developing, the proxy speaks for it.
const proxied = { target: SERVER, changeOrigin: true, headers: { origin: SERVER } };

export default defineConfig(({ command }) => {
  // A build started from a test run inherits its NODE_ENV and would ship React's development half.
  if (command === "build") process.env["NODE_ENV"] = "production";
  return {
    plugins: [react()],
    server: { proxy: { "/trpc": proxied, "/api": proxied, "/files": proxied, "/health": proxied } },
    build: { outDir: "dist", target: "es2023", chunkSizeWarningLimit: 700 },
  };
});
