import { Form } from "antd";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { ActDialog } from "../parts/ActDialog.tsx";
import { ActForm, type FormRefusal } from "../parts/ActForm.tsx";
import { DayInput } from "../parts/DayInput.tsx";
import { FileDrop } from "../parts/FileDrop.tsx";
import { DayField, LongTextField, PasswordField, TextField } from "../parts/TextField.tsx";
import { nothing, type Story, story } from "./story.ts";

const SAMPLE_CHARACTERS = 12;
const REFUSED: FormRefusal = {
  message: "填写有误，请按提示修改。",
  fields: [
    { path: "documentNo", message: "文号已用于另一份文件。" },
    { path: "unitCode", message: "该单位不在您的管理范围内。" },
  ],
};

export const formStories = [
  story("TextField", {
    "every kind": (
      <Fields errors={[]}>
        <TextField
          name="documentNo"
          label="文号"
          isRequired
          maxLength={SAMPLE_CHARACTERS}
          extra="例如：冀社险治办〔2009〕3号"
        />
        <LongTextField name="reason" label="理由" isRequired={false} maxLength={SAMPLE_CHARACTERS} rows={2} />
        <DayField name="day" label="有效期至" isRequired min="2009-02-17" />
        <PasswordField
          name="password"
          label="密码"
          isRequired
          maxLength={SAMPLE_CHARACTERS}
          autoComplete="new-password"
        />
      </Fields>
    ),
    "every kind refused": (
      <Fields errors={["documentNo", "reason", "day", "password"]}>
        <TextField name="documentNo" label="文号" isRequired maxLength={SAMPLE_CHARACTERS} />
        <LongTextField name="reason" label="理由" isRequired maxLength={SAMPLE_CHARACTERS} rows={2} />
        <DayField name="day" label="有效期至" isRequired />
        <PasswordField
          name="password"
          label="密码"
          isRequired
          maxLength={SAMPLE_CHARACTERS}
          autoComplete="new-password"
        />
      </Fields>
    ),
  }),
  story("DayInput", {
    empty: <DayInput label="发现日期" />,
    filled: <DayInput label="发现日期" value="2009-02-17" onChange={nothing} />,
    "not a day": <DayInput label="发现日期" value="二月" aria-invalid onChange={nothing} />,
  }),
  story("FileDrop", {
    empty: <Drop stored={null} />,
    stored: <Drop stored={{ fileId: "1", name: "以前检查审计问题台账.xlsx" }} />,
    sending: <Drop stored={null} dropped={(_, onProgress) => (onProgress(40), new Promise(nothing))} />,
    refused: <Drop stored={null} dropped={() => Promise.resolve({ refused: "文件超过 20 MB。" })} />,
  }),
  story("ActForm", {
    plain: <Act refused={null} isSending={false} />,
    sending: <Act refused={null} isSending />,
    refused: <Act refused={REFUSED} isSending={false} />,
  }),
  overlay("ActDialog", {
    plain: <Dialog refused={null} />,
    refused: <Dialog refused={REFUSED} />,
  }),
];

function overlay(part: string, states: Story["states"]): Story {
  return { part, states, isOverlay: true };
}

function Fields({ errors, children }: { errors: string[]; children: ReactNode }) {
  const fields = errors.map((name) => ({
    name,
    value: "冀社险治办〔2009〕3号",
    errors: ["最多 12 字，现有 13 字，请删减。"],
  }));
  return (
    <Form layout="vertical" fields={fields}>
      {children}
    </Form>
  );
}

function Act({ refused, isSending }: { refused: FormRefusal | null; isSending: boolean }) {
  const [form] = Form.useForm<{ documentNo: string }>();
  return (
    <ActForm
      form={form}
      initial={{ documentNo: "冀社险治〔2009〕3号" }}
      submit="登记"
      isSending={isSending}
      refused={useAnswer(refused)}
      foot="Ctrl + Enter 提交"
      onSubmit={nothing}
      onCancel={nothing}
    >
      <TextField name="documentNo" label="文号" isRequired maxLength={SAMPLE_CHARACTERS} />
    </ActForm>
  );
}

function Dialog({ refused }: { refused: FormRefusal | null }) {
  return (
    <ActDialog<{ documentNo: string }>
      title="复核销号：保-0007"
      explain="复核签字后计入抽查面，不能再退回或取消。"
      initial={{}}
      submit="复核销号"
      isSending={false}
      refused={useAnswer(refused)}
      onSubmit={nothing}
      onClose={nothing}
    >
      <TextField name="documentNo" label="文号" isRequired maxLength={SAMPLE_CHARACTERS} />
    </ActDialog>
  );
}

/** The server's refusal comes after the form is shown, as in the product. */
function useAnswer(refused: FormRefusal | null): FormRefusal | null {
  const [answer, setAnswer] = useState<FormRefusal | null>(null);
  useEffect(() => {
    const answering = setTimeout(() => setAnswer(refused));
    return () => clearTimeout(answering);
  }, [refused]);
  return answer;
}

type Upload = Parameters<typeof FileDrop>[0]["upload"];

/** The drop field, or with `dropped` the field just after a file was dropped on it. */
function Drop({ stored, dropped }: { stored: { fileId: string; name: string } | null; dropped?: Upload }) {
  const frame = useRef<HTMLDivElement>(null);
  const isDropped = dropped !== undefined;
  useEffect(() => {
    const input = frame.current?.querySelector("input");
    if (!isDropped || input === null || input === undefined) return;
    const files = new DataTransfer();
    files.items.add(new File(["x"], "问题清单.xlsx"));
    input.files = files.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }, [isDropped]);
  return (
    <div ref={frame}>
      <FileDrop
        label="问题清单"
        accept=".xlsx"
        upload={dropped ?? (() => Promise.resolve({ refused: null }))}
        stored={stored}
        onStored={nothing}
      />
    </div>
  );
}
