import { refusalOfBody } from "@anji/kernel";
import i18next from "i18next";
import { z } from "zod";
import { newCommandId } from "./command-id.ts";
import { pagePersonHeader } from "./page-person.ts";

const storedFile = z.object({ fileId: z.string(), name: z.string() });
export type UploadedFile = z.infer<typeof storedFile>;

/** Sends a file with progress in percent; answers what was stored, or why not. */
export function uploadFile(
  file: File,
  onProgress: (percent: number) => void,
): Promise<UploadedFile | { refused: string | null }> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/files?${new URLSearchParams({ name: file.name, commandId: newCommandId() }).toString()}`);
    request.setRequestHeader("accept-language", i18next.language);
    for (const [name, value] of Object.entries(pagePersonHeader())) request.setRequestHeader(name, value);
    request.setRequestHeader("content-type", file.type === "" ? "application/octet-stream" : file.type);
    request.upload.addEventListener("progress", (event) =>
      onProgress(event.lengthComputable ? Math.floor((event.loaded * 100) / event.total) : 0),
    );
    request.addEventListener("load", () => resolve(answerOf(request)));
    request.addEventListener("error", () => resolve({ refused: null }));
    request.send(file);
  });
}

function answerOf(request: XMLHttpRequest): UploadedFile | { refused: string | null } {
  const body = jsonOf(request.responseText);
  const stored = storedFile.safeParse(body);
  if (stored.success) return stored.data;
  return { refused: refusalOfBody(body)?.message ?? null };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
