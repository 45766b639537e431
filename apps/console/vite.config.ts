import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const SERVER = "http://127.0.0.1:4600";

export default defineConfig({
  plugins: [react()],
  server: {
    proxy: Object.fromEntries(["/trpc", "/api", "/files", "/health"].map((path) => [path, { target: SERVER, changeOrigin: true }])),
  },
  build: { outDir: "dist", target: "es2023", chunkSizeWarningLimit: 700 },
});
