import { SearchOutlined } from "@ant-design/icons";
import { useNavigate } from "@tanstack/react-router";
import { Input, type InputRef } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useKeys } from "./use-keys.ts";

/** Searches the ledger by number, unit or word. `/` moves the cursor here from anywhere. */
export function SearchBox() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const input = useRef<InputRef>(null);
  const [text, setText] = useState("");
  useKeys({ "/": () => input.current?.focus() });
  const search = () => void navigate({ to: "/findings", search: text.trim() === "" ? {} : { text: text.trim() } });
  return (
    <Input
      ref={input}
      role="searchbox"
      aria-label={t("frame.search.label")}
      placeholder={t("frame.search.placeholder")}
      prefix={<SearchOutlined aria-hidden />}
      suffix={<kbd>/</kbd>}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onPressEnter={search}
    />
  );
}
