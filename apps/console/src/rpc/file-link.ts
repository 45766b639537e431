import { inChosenLanguage } from "./language.ts";

/** Where a stored file is downloaded from. */
export function fileLink(fileId: string): string {
  return `/files/${fileId}?${inChosenLanguage()}`;
}

/** Starts the download of a file that was just made. */
export function downloadFile(file: { fileId: string; name: string }): void {
  const link = document.createElement("a");
  link.href = fileLink(file.fileId);
  link.download = file.name;
  link.click();
}
