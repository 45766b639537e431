import { type IncomingHttpHeaders, request } from "node:http";
import type { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";

export type Answer = { status: number; headers: IncomingHttpHeaders; body: string };
export type Sent = { method?: string; headers?: Record<string, string>; body?: string | Buffer | Readable };

/** One request as written, with nothing added. An answer before the end of the body counts too. */
export function send(url: string, sent: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      url,
      { method: sent.method ?? "GET", headers: sent.headers ?? {}, agent: false },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.once("error", reject);
        incoming.once("end", () => {
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            body: Buffer.concat(chunks).toString("utf8"),
          });
          outgoing.destroy();
        });
      },
    );
    outgoing.once("error", reject);
    if (sent.body === undefined || typeof sent.body === "string" || Buffer.isBuffer(sent.body)) outgoing.end(sent.body);
    else sent.body.once("error", (cause) => outgoing.destroy(cause)).pipe(outgoing);
  });
}

/** The rest of the first message comes soon after its beginning. */
const SETTLED_AFTER_MS = 250;

/** A stream of server-sent events: its first message, and all messages when it has ended. */
export type OpenStream = { said: string; ended: Promise<string>; close(): void };

export function openStream(url: string, headers: Record<string, string>): Promise<OpenStream> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      url,
      { headers: { accept: "text/event-stream", ...headers }, agent: false },
      (incoming) => {
        let said = "";
        const ended = new Promise<string>((end) => incoming.once("close", () => end(said)));
        const begun = new Promise((begin) => incoming.once("data", begin));
        incoming.on("data", (chunk: Buffer) => (said += chunk.toString("utf8")));
        incoming.on("error", () => undefined);
        const firstWords = begun.then(() => Promise.race([ended, sleep(SETTLED_AFTER_MS)]));
        void Promise.race([ended, firstWords]).then(() => resolve({ said, ended, close: () => outgoing.destroy() }));
      },
    );
    outgoing.once("error", reject);
    outgoing.end();
  });
}
