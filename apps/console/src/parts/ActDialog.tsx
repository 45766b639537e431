import { Form, Modal } from "antd";
import type { ReactNode } from "react";
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

/** The dialog of one act. It stays open, with everything typed, until the server has done it. */
export function ActDialog<Values extends object>(props: ActDialogProps<Values>) {
  const [form] = Form.useForm<Values>();
  return (
    <Modal open title={props.title} footer={null} width={props.width ?? 560} mask={{ closable: false }} onCancel={props.onClose} destroyOnHidden>
      {props.explain === undefined ? null : <p className={styles["explain"]}>{props.explain}</p>}
      <ActForm
        form={form}
        initial={props.initial}
        submit={props.submit}
        isSending={props.isSending}
        refused={props.refused}
        onSubmit={props.onSubmit}
        onCancel={props.onClose}
        {...(props.onChange === undefined ? {} : { onChange: props.onChange })}
      >
        {props.children}
      </ActForm>
    </Modal>
  );
}
