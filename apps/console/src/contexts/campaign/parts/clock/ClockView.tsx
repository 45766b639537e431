import { App, Form } from "antd";
import { useTranslation } from "react-i18next";
import { dayText } from "../../../../formats/days.ts";
import { useFrame } from "../../../../frame/use-frame.ts";
import { ActForm } from "../../../../parts/ActForm.tsx";
import { Panel } from "../../../../parts/Panel.tsx";
import { DayField } from "../../../../parts/TextField.tsx";
import { trpc } from "../../../../rpc/trpc.ts";
import { useCommand } from "../../../../rpc/use-command.ts";
import styles from "./ClockView.module.css";

/** 演练时钟: a training campaign can be moved through its months. */
export function ClockView() {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const { me } = useFrame();
  const [form] = Form.useForm<{ to: string }>();
  const move = useCommand(trpc.campaign.clock.move.mutationOptions());
  async function send(values: { to: string }): Promise<void> {
    const done = await move.send(values);
    if (done !== null) void message.success(t("clock.done"));
  }
  return (
    <Panel title={t("clock.title")} note={t("clock.note")} isPadded>
      <div className={styles["narrow"]}>
        <p className={styles["now"]}>
          {t("clock.now")}　<strong>{dayText(me.clock.today, i18n.language)}</strong>
        </p>
        <ActForm
          form={form}
          initial={{ to: me.clock.today }}
          submit={t("clock.move")}
          isSending={move.isSending}
          refused={move.refused}
          onSubmit={(values) => void send(values)}
        >
          <DayField name="to" label={t("clock.to")} isRequired />
        </ActForm>
      </div>
    </Panel>
  );
}
