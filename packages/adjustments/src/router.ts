import { mutation, query, router } from "@anji/rpc";
import { askableKindsInput, listAdjustmentsInput } from "./inputs.ts";
import { askableKinds, listAdjustments } from "./queries/index.ts";
import {
  acknowledgeAdjustment,
  declineAdjustment,
  grantAdjustment,
  requestAdjustment,
  retractAdjustment,
} from "./verbs/index.ts";

export const adjustmentsRouter = router({
  list: query(listAdjustmentsInput, listAdjustments),
  askable: query(askableKindsInput, askableKinds),
  request: mutation(requestAdjustment),
  grant: mutation(grantAdjustment),
  decline: mutation(declineAdjustment),
  retract: mutation(retractAdjustment),
  acknowledge: mutation(acknowledgeAdjustment),
});
