export { everyFinding } from "@anji/findings";
export { type AnjiClient, type AnjiClientOptions, createAnjiClient } from "./client.ts";
export { type DownloadedFile, FileTransferFailed, type UploadedFile, type UploadOptions } from "./files.ts";
export { FileRefused, refusalOf } from "./refusal.ts";
export type { JobKind } from "@anji/api";
export type { WireRefusal } from "@anji/rpc";
