export { signSelfCheck } from "./sign-self-check.ts";
