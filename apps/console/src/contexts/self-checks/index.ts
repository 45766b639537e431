import { selfChecksPermissions } from "@anji/self-checks";
import { linkOptions } from "@tanstack/react-router";
import { type Contribution, NOTHING } from "../../frame/contribution.ts";
import { lazily } from "../../frame/lazily.ts";
import { within } from "../../frame/search-values.ts";
import * as zhCN from "./words.zh-CN.ts";

export const words = { "zh-CN": { ...zhCN }, en: () => import("./words.en.ts") };

export const routes = [] as const;

export const contribution: Contribution = {
  ...NOTHING,
  work: {
    verbs: {
      [selfChecksPermissions.answer.key]: "selfChecks.work.verbs.answer",
      [selfChecksPermissions.signDeclaration.key]: "selfChecks.work.verbs.signDeclaration",
      [selfChecksPermissions.signUnit.key]: "selfChecks.work.verbs.signUnit",
    },
    subjects: {
      declaration: {
        title: ({ unitName, title }, { t }) =>
          title === ""
            ? t("selfChecks.work.unit", { unit: unitName })
            : t("selfChecks.work.department", { unit: unitName, name: title }),
        number: ({ number }) => number,
        place: () => linkOptions({ to: "/phase", search: { view: "selfChecks" } }),
      },
    },
  },
  offenders: {
    subjects: {
      declaration: ({ id, number }) => ({
        text: number,
        place: linkOptions({ to: "/phase", search: { ...within(id), view: "selfChecks" } }),
      }),
    },
    gates: {
      "selfChecks.declarationsComplete": {
        text: "selfChecks.place",
        place: ({ unitCode }) =>
          linkOptions({ to: "/phase", search: { ...within(unitCode), view: "selfChecks", unsigned: true } }),
      },
    },
  },
  views: [
    {
      page: "/phase",
      key: "selfChecks",
      label: "selfChecks.view",
      isOfUse: () => true,
      View: lazily(() => import("./parts/SelfChecksView.tsx"), "SelfChecksView"),
    },
  ],
  signals: [
    {
      topic: "selfChecks.",
      queries: ["selfChecks", "campaign.work", "campaign.gates", "campaign.offenders"],
      ofSubject: [],
    },
    { topic: "findings.", queries: ["selfChecks"], ofSubject: [] },
  ],
};
