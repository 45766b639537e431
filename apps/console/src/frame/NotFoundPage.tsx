import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../parts/EmptyState.tsx";
import { Panel } from "../parts/Panel.tsx";

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Panel title={t("frame.notFound.title")}>
      <EmptyState what={t("frame.notFound.what")}>
        <Link to="/">{t("frame.notFound.home")}</Link>
      </EmptyState>
    </Panel>
  );
}
