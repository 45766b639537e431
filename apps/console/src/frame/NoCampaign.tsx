import { Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActButton } from "../parts/ActButton.tsx";
import { EmptyState } from "../parts/EmptyState.tsx";
import { Panel } from "../parts/Panel.tsx";
import { RefusalNotice } from "../parts/RefusalNotice.tsx";
import { trpc } from "../rpc/trpc.ts";
import { useCommand } from "../rpc/use-command.ts";
import styles from "./NoCampaign.module.css";
import type { Me } from "./use-frame.ts";

/** Before there is a campaign: says so, and lets the province's administrator load its plan. */
export function NoCampaign({ me }: { me: Me }) {
  const { t } = useTranslation();
  const create = useCommand(trpc.campaign.create.mutationOptions());
  const [planJson, setPlanJson] = useState<string | null>(null);
  const mayCreate = me.person.level === "province" && me.person.roles.includes("administrator");
  return (
    <main className={styles["page"]}>
      <Panel title={t("frame.noCampaign.title")}>
        <EmptyState what={t("frame.noCampaign.what")}>
          {mayCreate ? (
            <>
              {create.refused === null ? null : (
                <RefusalNotice message={create.refused.message} others={create.refused.fields.map((field) => `${field.path} ${field.message}`)} />
              )}
              <label className={styles["file"]}>
                {t("frame.noCampaign.file")}
                <Input type="file" accept=".json,application/json" onChange={(event) => void event.target.files?.[0]?.text().then(setPlanJson)} />
              </label>
              {planJson === null ? null : (
                <ActButton
                  label={t("frame.noCampaign.create")}
                  whyNot={null}
                  isPrimary
                  isBusy={create.isSending}
                  onAct={() => void create.send({ planJson })}
                />
              )}
            </>
          ) : null}
        </EmptyState>
      </Panel>
    </main>
  );
}
