import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { type Contribution, NOTHING } from "../../frame/contribution.ts";
import { lazily } from "../../frame/lazily.ts";
import { frameRoute } from "../../frame/routes.ts";
import { importSearch } from "./search.ts";
import * as zhCN from "./words.zh-CN.ts";

export const words = { "zh-CN": { ...zhCN }, en: () => import("./words.en.ts") };

export const routes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: "/findings/import",
    validateSearch: importSearch,
    component: lazyRouteComponent(() => import("./pages/ImportPage.tsx"), "ImportPage"),
  }),
] as const;

export const contribution: Contribution = {
  ...NOTHING,
  acts: [
    { page: "/findings", key: "export", Act: lazily(() => import("./parts/ExportButton.tsx"), "ExportButton") },
    { page: "/findings", key: "import", Act: lazily(() => import("./parts/ImportLink.tsx"), "ImportLink") },
  ],
  signals: [
    {
      topic: "ledgerSheet.",
      queries: ["findings.list", "findings.sums", "campaign.work", "campaign.gates", "campaign.offenders"],
      ofSubject: ["ledgerSheet.progress"],
    },
  ],
};
