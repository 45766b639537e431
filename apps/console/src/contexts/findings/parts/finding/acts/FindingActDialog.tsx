import { assertNever } from "@anji/kernel";
import type { Finding, FindingVerb } from "../finding-types.ts";
import { AmendDialog } from "./AmendDialog.tsx";
import { AttachEvidenceDialog } from "./AttachEvidenceDialog.tsx";
import { ClassifyDialog } from "./ClassifyDialog.tsx";
import { CloseDialog } from "./CloseDialog.tsx";
import { PlanRectificationDialog } from "./PlanRectificationDialog.tsx";
import { RecordSettlementDialog } from "./RecordSettlementDialog.tsx";
import { ReverseSettlementDialog } from "./ReverseSettlementDialog.tsx";
import { ReportRectifiedDialog, ReturnRectificationDialog, ReturnRegistrationDialog } from "./RemarkDialogs.tsx";

type FindingActDialogProps = { verb: FindingVerb; finding: Finding; onClose: () => void };

/** The dialog of each verb of the finding. */
export function FindingActDialog({ verb, finding, onClose }: FindingActDialogProps) {
  const props = { finding, onClose };
  switch (verb) {
    case "amend":
      return <AmendDialog {...props} />;
    case "classify":
      return <ClassifyDialog {...props} />;
    case "returnRegistration":
      return <ReturnRegistrationDialog {...props} />;
    case "planRectification":
      return <PlanRectificationDialog {...props} />;
    case "recordSettlement":
      return <RecordSettlementDialog {...props} />;
    case "reverseSettlement":
      return <ReverseSettlementDialog {...props} />;
    case "attachEvidence":
      return <AttachEvidenceDialog {...props} />;
    case "reportRectified":
      return <ReportRectifiedDialog {...props} />;
    case "returnRectification":
      return <ReturnRectificationDialog {...props} />;
    case "close":
      return <CloseDialog {...props} />;
    default:
      return assertNever(verb);
  }
}
