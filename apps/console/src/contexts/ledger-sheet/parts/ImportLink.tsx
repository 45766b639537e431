import { findingLifecycle } from "@anji/findings";
import { ledgerSheetPermissions } from "@anji/ledger-sheet";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useFrame } from "../../../frame/use-frame.ts";

/** The way to the import, for those who may write the ledger. */
export function ImportLink() {
  const { t } = useTranslation();
  const { campaign, may } = useFrame();
  if (!may(ledgerSheetPermissions.startImport) || findingLifecycle.whyNotPhase("import", campaign) !== null)
    return null;
  return (
    <Link to="/findings/import">
      <Button tabIndex={-1}>{t("sheet.import")}</Button>
    </Link>
  );
}
