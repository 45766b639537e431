import { refusalOfAnswer, type WireRefusal } from "@anji/kernel";

/** A file transfer the server refused. */
export class FileRefused extends Error {
  readonly refusal: WireRefusal;
  constructor(refusal: WireRefusal) {
    super(refusal.message);
    this.name = "FileRefused";
    this.refusal = refusal;
  }
}

/** The server's foreseen "no", or null when the error is anything else: a defect, the network, our own code. */
export function refusalOf(error: unknown): WireRefusal | null {
  return error instanceof FileRefused ? error.refusal : foreseen(refusalOfAnswer(error));
}

/** A defect is not a refusal. */
export function foreseen(refusal: WireRefusal | null): WireRefusal | null {
  return refusal?.code === "defect" ? null : refusal;
}
