import { connect, createServer, type Server } from "node:net";

/** A proxy before a database. It counts how often a client sends and then waits for the answer. */
export type CountingProxy = {
  /** The database's address through the proxy. */
  readonly url: string;
  /** Round trips since the last call. */
  count(): number;
  /** How often the client has sent this text so far, in a statement or as a value of one. */
  mentions(text: string): number;
  /** From now on listening connections get nothing, without an error. The returned function undoes it. */
  silenceListening(): () => void;
  close(): Promise<void>;
};

/** For tests that say how many round trips an act takes. */
export async function countingProxy(databaseUrl: string): Promise<CountingProxy> {
  const target = new URL(databaseUrl);
  let roundTrips = 0;
  let sent = "";
  let isSilent = false;
  const server: Server = createServer((client) => {
    const database = connect({ host: target.hostname, port: Number(target.port) });
    let spokeLast: "client" | "database" = "database";
    let isListening = false;
    client.on("data", (part) => {
      const text = part.toString("latin1");
      sent += text;
      isListening ||= text.includes('listen "');
      if (spokeLast === "database") roundTrips += 1;
      spokeLast = "client";
      database.write(part);
    });
    database.on("data", (part) => {
      spokeLast = "database";
      if (!(isSilent && isListening)) client.write(part);
    });
    client.on("close", () => database.destroy());
    database.on("close", () => client.destroy());
    client.on("error", () => database.destroy());
    database.on("error", () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the proxy has no port");
  const through = new URL(databaseUrl);
  through.hostname = "127.0.0.1";
  through.port = String(address.port);
  return {
    url: through.href,
    count: () => {
      const counted = roundTrips;
      roundTrips = 0;
      return counted;
    },
    mentions: (text) => sent.split(text).length - 1,
    silenceListening: () => {
      isSilent = true;
      return () => (isSilent = false);
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
