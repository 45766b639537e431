import { adjustmentsPermissions } from "@anji/adjustments";
import { linkOptions } from "@tanstack/react-router";
import { type Contribution, NOTHING } from "../../frame/contribution.ts";
import { lazily } from "../../frame/lazily.ts";
import * as zhCN from "./words.zh-CN.ts";

export const words = { "zh-CN": { ...zhCN }, en: () => import("./words.en.ts") };

export const routes = [] as const;

export const contribution: Contribution = {
  ...NOTHING,
  work: {
    verbs: {
      [adjustmentsPermissions.grant.key]: "adjustments.work.verbs.grant",
      [adjustmentsPermissions.acknowledge.key]: "adjustments.work.verbs.acknowledge",
    },
    subjects: {
      adjustment: {
        title: ({ title }) => title,
        number: ({ number }) => number,
        place: () => linkOptions({ to: "/phase", search: { view: "adjustments" } }),
      },
    },
  },
  views: [
    {
      page: "/phase",
      key: "adjustments",
      label: "adjustments.view",
      isOfUse: () => true,
      View: lazily(() => import("./parts/AdjustmentsView.tsx"), "AdjustmentsView"),
    },
  ],
  signals: [{ topic: "adjustments.", queries: ["adjustments", "campaign.work"], ofSubject: [] }],
};
