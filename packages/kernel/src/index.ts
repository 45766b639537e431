export * from "./actor.ts";
export * from "./assert-never.ts";
export * from "./fen.ts";
export * from "./ids.ts";
export * from "./level.ts";
export * from "./refusal.ts";
export * from "./rules.ts";
export * from "./work.ts";
