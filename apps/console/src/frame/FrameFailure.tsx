import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../parts/ErrorState.tsx";
import { failureText } from "../rpc/failure-text.ts";

/** Shown when a page could not be built at all. */
export function FrameFailure({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return <ErrorState what={t("frame.pageFailed")} message={failureText(error)} onRetry={retry} />;
}
