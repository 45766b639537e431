export { answerDeclaration } from "./answer-declaration.ts";
export { returnDeclaration } from "./return-declaration.ts";
export { signDeclaration } from "./sign-declaration.ts";
export { signUnit } from "./sign-unit.ts";
