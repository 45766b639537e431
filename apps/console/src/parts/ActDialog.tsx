import { App, Form, Modal } from "antd";
import { type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import { ActForm, type FormRefusal } from "./ActForm.tsx";
import styles from "./ActDialog.module.css";

export type ActDialogProps<Values extends object> = {
  title: ReactNode;
  explain?: ReactNode;
  initial: Partial<Values>;
  submit: ReactNode;
  isSending: boolean;
  refused: FormRefusal | null;
  width?: number;
  onSubmit: (values: Values) => void;
  onChange?: (values: Values) => void;
  onClose: () => void;
  children: ReactNode;
};

/**
 * The dialog of one act. It stays open, with everything typed, until the server has done it or the person closes it.
 */
export function ActDialog<Values extends object>(props: ActDialogProps<Values>) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const [form] = Form.useForm<Values>();
  const inside = useRef<HTMLDivElement>(null);
  function close(): void {
    if (!form.isFieldsTouched()) return props.onClose();
    modal.confirm({
      title: t("acts.discardTitle"),
      okText: t("acts.discard"),
      cancelText: t("acts.keepWriting"),
      autoFocusButton: "cancel",
      icon: null,
      onOk: props.onClose,
    });
  }
  return (
    <Modal
      open
      title={props.title}
      footer={null}
      width={props.width ?? 560}
      mask={{ closable: false }}
      afterOpenChange={(isOpen) => (isOpen ? beginWriting(inside.current) : null)}
      onCancel={close}
      destroyOnHidden
    >
      <div ref={inside}>
        {props.explain === undefined ? null : <p className={styles["explain"]}>{props.explain}</p>}
        <ActForm
          form={form}
          initial={props.initial}
          submit={props.submit}
          isSending={props.isSending}
          refused={props.refused}
          onSubmit={props.onSubmit}
          onCancel={close}
          {...(props.onChange === undefined ? {} : { onChange: props.onChange })}
        >
          {props.children}
        </ActForm>
      </div>
    </Modal>
  );
}

/** With a keyboard the first field gets the focus. On a touch screen that would open keys over the dialog. */
function beginWriting(inside: HTMLElement | null): void {
  if (!window.matchMedia("(hover: hover)").matches) return;
  const fields = [...(inside?.querySelectorAll<HTMLElement>("input:not([type=file]), textarea") ?? [])];
  fields.find((field) => field.offsetParent !== null)?.focus();
}
