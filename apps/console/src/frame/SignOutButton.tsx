import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useSignOut } from "./use-sign-out.ts";

export function SignOutButton() {
  const { t } = useTranslation();
  const { isLeaving, leave } = useSignOut();
  return (
    <Button loading={isLeaving} onClick={() => void leave()}>
      {t("frame.person.signOut")}
    </Button>
  );
}
