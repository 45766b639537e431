import type { FindingStatus } from "@anji/findings";
import { useTranslation } from "react-i18next";
import { StatusWord } from "../../../parts/StatusWord.tsx";

const LOOKS = {
  registered: { tone: "muted", shape: "ring" },
  classified: { tone: "plain", shape: "ring" },
  rectifying: { tone: "primary", shape: "half" },
  awaitingAcceptance: { tone: "soon", shape: "arrow" },
  closed: { tone: "good", shape: "check" },
  withdrawn: { tone: "muted", shape: "check" },
} as const;

export function FindingStatusWord({ status }: { status: FindingStatus }) {
  const { t } = useTranslation();
  return <StatusWord {...LOOKS[status]}>{t(`findings.statuses.${status}`)}</StatusWord>;
}
