import "./theme/base.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { CONTEXTS } from "./contexts.ts";
import { ContributionsContext, together } from "./frame/use-contributions.ts";
import { startLanguage } from "./locales/language.ts";
import { zhCN } from "./locales/zh-CN.ts";
import { router } from "./router.ts";
import { queryClient } from "./rpc/trpc.ts";
import { ThemeProvider } from "./theme/ThemeProvider.tsx";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");

const contributions = together(CONTEXTS.map(({ contribution }) => contribution));
await startLanguage({ "zh-CN": zhCN, en: async () => (await import("./locales/en.ts")).english() });

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <ContributionsContext value={contributions}>
        <ThemeProvider>
          <RouterProvider router={router} />
        </ThemeProvider>
      </ContributionsContext>
    </QueryClientProvider>
  </StrictMode>,
);
