import "./theme/base.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { startLanguage } from "./locales/index.ts";
import { router } from "./router.ts";
import { queryClient } from "./rpc/trpc.ts";
import { ThemeProvider } from "./theme/ThemeProvider.tsx";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");

await startLanguage();

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <ThemeProvider>
        <RouterProvider router={router} />
      </ThemeProvider>
    </QueryClientProvider>
  </StrictMode>,
);
