import { z } from "zod";

const storedFile = z.object({ fileId: z.string(), name: z.string(), size: z.number() });
export type UploadedFile = z.infer<typeof storedFile>;
const uploadRefusal = z.object({ refusal: z.object({ message: z.string() }) });

/** Sends a file with progress in percent; answers what was stored, or why not. */
export function uploadFile(file: File, onProgress: (percent: number) => void): Promise<UploadedFile | { refused: string | null }> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/files?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader("content-type", file.type === "" ? "application/octet-stream" : file.type);
    request.upload.onprogress = (event) => onProgress(event.lengthComputable ? Math.floor((event.loaded * 100) / event.total) : 0);
    request.onload = () => {
      const stored = storedFile.safeParse(jsonOf(request.responseText));
      if (request.status < 300 && stored.success) return resolve(stored.data);
      const refusal = uploadRefusal.safeParse(jsonOf(request.responseText));
      return resolve({ refused: refusal.success ? refusal.data.refusal.message : null });
    };
    request.onerror = () => resolve({ refused: null });
    request.send(file);
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
