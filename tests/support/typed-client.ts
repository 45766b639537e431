import type { AppRouter } from "@anji/api";
import { createTRPCClient, httpBatchLink, type TRPCClient, type TRPCLink } from "@trpc/client";
import { tap } from "@trpc/server/observable";
import { z } from "zod";

/** One act of a client that the server did not refuse. */
export type DoneAct = { path: string; commandId: string };

const BATCH_SIZE = 20;
const act = z.object({ commandId: z.uuid() });

/** A client that records every act it has done. */
export function typedClient(options: {
  url: string;
  headers: Record<string, string>;
  done: DoneAct[];
}): TRPCClient<AppRouter> {
  const noting: TRPCLink<AppRouter> = () => (operation) => {
    const answers = operation.next(operation.op);
    if (operation.op.type !== "mutation") return answers;
    const { commandId } = act.parse(operation.op.input);
    return answers.pipe(tap({ next: () => options.done.push({ path: operation.op.path, commandId }) }));
  };
  return createTRPCClient<AppRouter>({
    links: [noting, httpBatchLink({ url: `${options.url}/trpc`, headers: options.headers, maxItems: BATCH_SIZE })],
  });
}
