import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";

/** A way to a server that a test opens and shuts. When shut, nothing listens there and every connection is broken. */
export type Door = { readonly url: string; open(): Promise<void>; shut(): Promise<void> };

export async function doorTo(target: string): Promise<Door> {
  const { hostname, port: targetPort } = new URL(target);
  const open = new Set<Socket>();
  let server: Server | null = null;
  const port = await freePort(hostname);

  function relay(near: Socket): void {
    const far = connect(Number(targetPort), hostname);
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on("error", () => undefined);
      socket.once("close", () => {
        open.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far).pipe(near);
  }

  return {
    url: `http://${hostname}:${port}`,
    open: async () => {
      server = createServer(relay).listen(port, hostname);
      await once(server, "listening");
    },
    shut: async () => {
      const closing = server;
      server = null;
      if (closing === null) return;
      const closed = once(closing, "close");
      closing.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}

async function freePort(host: string): Promise<number> {
  const probe = createServer().listen(0, host);
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
