import { crc32 } from "node:zlib";

import { refuse, refusal, RefusalError, type RefusalParams } from "@anji/kernel";
import { fromBufferPromise, type Entry, type ZipFile } from "yauzl";

import { WORKBOOK_BYTES_MAX, WORKBOOK_INFLATED_BYTES_MAX, WORKBOOK_PARTS_MAX, WORKBOOK_RATIO_MAX } from "../limits.ts";
import type { WorkbookRule } from "../rules.ts";

/** The parts of an uploaded workbook. A part is inflated only when asked for, and counted while it streams. */
export type WorkbookParts = {
  readonly names: readonly string[];
  has(name: string): boolean;
  stream(name: string): AsyncGenerator<Uint8Array, void, undefined>;
  read(name: string): Promise<Buffer>;
};

// A few repeated lines may shrink more than a hundredfold. Only above this size can the ratio do harm.
const RATIO_COUNTS_FROM_BYTES = 1024 * 1024;
const MEBIBYTE = 1024 * 1024;

/** Opens an uploaded file as a workbook, judged by its content alone, or refuses it. */
export async function openWorkbook(bytes: Uint8Array): Promise<WorkbookParts> {
  if (bytes.byteLength > WORKBOOK_BYTES_MAX) {
    refuseWorkbook("workbook.tooLarge", { maximum: WORKBOOK_BYTES_MAX / MEBIBYTE });
  }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  refuseOtherTypes(buffer);
  const zip = await damagedUnless(
    fromBufferPromise(buffer, { lazyEntries: true, validateEntrySizes: true, strictFileNames: true }),
  );
  return partsOf(zip, await entriesOf(zip, buffer.byteLength));
}

export function refuseWorkbook(rule: WorkbookRule, params: RefusalParams): never {
  refuse({ code: rule === "workbook.tooLarge" ? "tooLarge" : "invalid", rule, params });
}

/** For the person who sent the file, any error of the archive or its XML means: the file is damaged. */
export async function damagedUnless<Value>(promise: Promise<Value>): Promise<Value> {
  try {
    return await promise;
  } catch (error) {
    throw asDamaged(error);
  }
}

export function asDamaged(error: unknown): RefusalError {
  return error instanceof RefusalError
    ? error
    : new RefusalError(refusal({ code: "invalid", rule: "workbook.damaged" }));
}

const ZIP = Buffer.from([0x50, 0x4b]);
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
// An encrypted workbook is a compound file that holds a stream of this name.
const ENCRYPTED_PACKAGE = Buffer.from("EncryptedPackage", "utf16le");

function refuseOtherTypes(buffer: Buffer): void {
  if (buffer.byteLength === 0) refuseWorkbook("workbook.empty", {});
  if (buffer.subarray(0, OLE.byteLength).equals(OLE)) {
    refuseWorkbook(buffer.includes(ENCRYPTED_PACKAGE) ? "workbook.encrypted" : "workbook.oldFormat", {});
  }
  if (!buffer.subarray(0, ZIP.byteLength).equals(ZIP)) refuseWorkbook("workbook.notWorkbook", {});
}

async function entriesOf(zip: ZipFile, zippedBytes: number): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > WORKBOOK_PARTS_MAX) refuseWorkbook("workbook.tooManyParts", { maximum: WORKBOOK_PARTS_MAX });
  const entries = new Map<string, Entry>();
  let inflatedBytes = 0;
  const walk = async () => {
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) refuseWorkbook("workbook.encrypted", {});
      const name = partKey(entry.fileName);
      if (entries.has(name)) refuseWorkbook("workbook.damaged", {});
      entries.set(name, entry);
      inflatedBytes += entry.uncompressedSize;
      refuseInflation({ inflatedBytes: entry.uncompressedSize, zippedBytes: entry.compressedSize });
      refuseInflation({ inflatedBytes, zippedBytes });
    }
  };
  await damagedUnless(walk());
  return entries;
}

function refuseInflation(options: { inflatedBytes: number; zippedBytes: number }): void {
  const { inflatedBytes, zippedBytes } = options;
  if (inflatedBytes > WORKBOOK_INFLATED_BYTES_MAX) {
    refuseWorkbook("workbook.inflatesTooLarge", { maximum: WORKBOOK_INFLATED_BYTES_MAX / MEBIBYTE });
  }
  if (inflatedBytes > RATIO_COUNTS_FROM_BYTES && inflatedBytes > zippedBytes * WORKBOOK_RATIO_MAX) {
    refuseWorkbook("workbook.inflatesTooMuch", { maximum: WORKBOOK_RATIO_MAX });
  }
}

function partsOf(zip: ZipFile, entries: ReadonlyMap<string, Entry>): WorkbookParts {
  // yauzl ends the stream as soon as a part inflates to another size than the archive declares.
  async function* stream(name: string): AsyncGenerator<Uint8Array, void, undefined> {
    const entry = entries.get(partKey(name));
    if (entry === undefined) return refuseWorkbook("workbook.damaged", {});
    let checksum = 0;
    try {
      for await (const chunk of await zip.openReadStreamPromise(entry)) {
        checksum = crc32(chunk, checksum);
        yield chunk;
      }
    } catch (error) {
      throw asDamaged(error);
    }
    if (checksum !== entry.crc32) refuseWorkbook("workbook.damaged", {});
  }
  async function read(name: string): Promise<Buffer> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of stream(name)) chunks.push(chunk);
    return Buffer.concat(chunks);
  }
  const names = [...entries.values()].map((entry) => entry.fileName);
  return { names, has: (name) => entries.has(partKey(name)), stream, read };
}

/** Part names are compared without regard to case (ECMA-376 part 2). */
function partKey(name: string): string {
  return name.toLowerCase();
}
