import { campaignPermissions } from "@anji/campaign";
import { whyNotAllowed } from "@anji/kernel";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ActButton } from "../parts/ActButton.tsx";
import { EmptyState } from "../parts/EmptyState.tsx";
import { Panel } from "../parts/Panel.tsx";
import { RefusalNotice } from "../parts/RefusalNotice.tsx";
import { trpc } from "../rpc/trpc.ts";
import { useCommand } from "../rpc/use-command.ts";
import styles from "./NoCampaign.module.css";
import { SignOutButton } from "./SignOutButton.tsx";
import type { Me } from "./use-frame.ts";

/** Says that there is no campaign yet. The province's administrator may open one from the product's plans. */
export function NoCampaign({ me }: { me: Me }) {
  const { t } = useTranslation();
  const mayCreate = whyNotAllowed(campaignPermissions.create, me.person) === null;
  const templates = useQuery({ ...trpc.campaign.templates.queryOptions(), enabled: mayCreate });
  const create = useCommand(trpc.campaign.create.mutationOptions());
  return (
    <main className={styles["page"]}>
      <Panel title={t("frame.noCampaign.title")}>
        <EmptyState what={t("frame.noCampaign.what")}>
          {create.refused === null ? null : (
            <RefusalNotice
              message={create.refused.message}
              others={create.refused.fields.map((field) => field.message)}
            />
          )}
          {templates.data?.items.map((plan) => (
            <ActButton
              key={plan.key}
              label={t("frame.noCampaign.create", { name: plan.name })}
              whyNot={null}
              isPrimary
              isBusy={create.isSending}
              onAct={() => void create.send({ plan })}
            />
          ))}
          <SignOutButton />
        </EmptyState>
      </Panel>
    </main>
  );
}
