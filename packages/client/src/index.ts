export { type AnjiClient, type AnjiClientOptions, createAnjiClient } from "./client.ts";
export type { DownloadedFile, UploadedFile, UploadOptions } from "./files.ts";
export { FileRefused, refusalOf } from "./refusal.ts";
export type { WireRefusal } from "@anji/rpc";
