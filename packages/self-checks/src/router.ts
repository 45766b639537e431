import { mutation, query, router } from "@anji/rpc";
import { declarationMatrixInput, listSelfChecksInput } from "./inputs.ts";
import { declarationMatrix, listSelfChecks } from "./queries/index.ts";
import { answerDeclaration, returnDeclaration, signDeclaration, signUnit } from "./verbs/index.ts";

/** The procedures of this context. */
export const selfChecksRouter = router({
  list: query(listSelfChecksInput, listSelfChecks),
  matrix: query(declarationMatrixInput, declarationMatrix),
  answer: mutation(answerDeclaration),
  signDeclaration: mutation(signDeclaration),
  returnDeclaration: mutation(returnDeclaration),
  signUnit: mutation(signUnit),
});
