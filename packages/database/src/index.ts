export { canonicalHash, toJson } from "./canonical.ts";
export {
  type Case,
  caseOf,
  type CaseRow,
  type CaseTable,
  type HeldCase,
  type HistoryTable,
  type Root,
} from "./case.ts";
export { type Clock, type ActorCtx, type Ctx } from "./context.ts";
export { connect, type Connection, type Database, type Tx } from "./connection.ts";
export { diskFileStore, type FileStore, FileTooLarge, type StoredContent } from "./file-store.ts";
export {
  adoptFile,
  type FileAnswer,
  fileOf,
  type FileRow,
  getFile,
  insertFile,
  storeFile,
  storeFilePermission,
} from "./files.ts";
export { insertion } from "./insertion.ts";
export { type Page, pageOf } from "./page.ts";
export { type Act, type AuditRecord, type Done, SIGNAL_CHANNEL } from "./perform.ts";
export { read, type Reader } from "./read.ts";
export { type HeardSignal, type Signal, type Signals, SIGNALS_MISSED } from "./signals.ts";
export { found, publishedTo, scopeOf, scopeStatement, setScope, within } from "./scope.ts";
export { policiesOf, type TablePolicy } from "./table-policy.ts";
export { together } from "./together.ts";
export { actedBy, trailEntry, type TrailEntry } from "./trail.ts";
export { type ActDefinition, type CommandSchema, systemAct, type Verb, verb, verbAround } from "./verb.ts";
