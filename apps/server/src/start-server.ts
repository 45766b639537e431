import { randomUUID } from "node:crypto";
import { createServer } from "node:net";
import { type HeardSignal, type Signal, SIGNALS_MISSED } from "@anji/database";
import { BODY_BYTES_MAX, SESSIONS_ENDED } from "@anji/rpc";
import fastify, { type FastifyInstance, LogController } from "fastify";
import type { Auth } from "./auth.ts";
import { registerAuthRoutes } from "./auth-routes.ts";
import { registerConsole } from "./console-routes.ts";
import type { ServerEnv } from "./env.ts";
import { registerFileRoutes } from "./files-routes.ts";
import { createLog } from "./log.ts";
import { type OwnOrigin, ownOrigin, registerOriginCheck } from "./origin.ts";
import { openParts, type Parts } from "./parts.ts";
import { registerProcedures } from "./procedure-routes.ts";
import { answerError, answerNotFound, registerRefusalAnswers } from "./refusal-answers.ts";
import { registerSecurityHeaders } from "./security-headers.ts";
import { startBackground } from "./background.ts";

export type RunningServer = { readonly url: string; readonly parts: Parts; close(): Promise<void> };

const CLOSE_GRACE_MS = 5_000;
/** An idle connection is closed after this time, which is longer than the largest export takes. */
const IDLE_TIMEOUT_MS = 120_000;
/**
 * The time for a whole request to arrive, enough for an upload over a slow line. Answers and streams are not counted.
 */
const ARRIVAL_TIMEOUT_MS = 5 * 60_000;
/** A batch names its procedures in the path; twenty of them do not fit the usual hundred characters. */
const PATH_CHARACTERS_MAX = 2_000;

/** Starts the server: tRPC with its streams, sign-in, files, health and the console. */
export async function startServer(env: ServerEnv): Promise<RunningServer> {
  const log = createLog(env.ANJI_LOG_LEVEL);
  const port = env.ANJI_PORT === 0 ? await freePort(env.ANJI_HOST) : env.ANJI_PORT;
  const address =
    env.ANJI_PUBLIC_URL ?? `http://${env.ANJI_HOST.includes(":") ? `[${env.ANJI_HOST}]` : env.ANJI_HOST}:${port}`;
  const { parts, auth, connection } = openParts(env, { address, log });
  const { clock, signals, actors } = parts;
  // With an unreachable database the clock stays as it was last known. It is read again when the signals come back.
  const readClockAgain = () =>
    void clock.reload().catch((error: unknown) => log.warn({ err: error }, "the clock was not read"));
  await signals.start();
  signals.listen((signal) => {
    const isMissed = signal.topic === SIGNALS_MISSED;
    if (isMissed || signal.topic === "campaign.clockMoved") readClockAgain();
    if (isMissed) actors.forget();
    else if (isAboutPerson(signal)) actors.forgetPerson(signal.subjectId);
  });
  await clock.reload();
  const background = await startBackground({
    parts,
    databaseUrl: env.DATABASE_URL,
    dataDirectory: env.ANJI_DATA_DIRECTORY,
    log,
  });
  const app = fastify({
    loggerInstance: log,
    bodyLimit: BODY_BYTES_MAX,
    requestTimeout: ARRIVAL_TIMEOUT_MS,
    connectionTimeout: IDLE_TIMEOUT_MS,
    // The reference of a defect and of an audit row: unique over restarts and servers.
    genReqId: () => randomUUID(),
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply),
    logController: new LogController({ disableRequestLogging: true }),
    // Only a reverse proxy on this machine, or a named one, is believed about whose request it passes on.
    trustProxy: env.ANJI_TRUSTED_PROXIES ?? "loopback",
    routerOptions: { maxParamLength: PATH_CHARACTERS_MAX },
  });
  registerRoutes(app, {
    parts,
    auth,
    originOf: ownOrigin(env.ANJI_PUBLIC_URL),
    consoleDirectory: env.ANJI_CONSOLE_DIRECTORY,
  });
  await app.listen({ host: env.ANJI_HOST, port });
  return {
    url: address,
    parts,
    close: async () => {
      const force = setTimeout(() => app.server.closeAllConnections(), CLOSE_GRACE_MS);
      await signals.end();
      app.server.closeIdleConnections();
      await Promise.all([app.close(), background.stop()]);
      clearTimeout(force);
      await connection.end();
    },
  };
}

function isAboutPerson(signal: HeardSignal): signal is Signal {
  return signal.topic === SESSIONS_ENDED || signal.topic.startsWith("jurisdictions.person");
}

function registerRoutes(
  app: FastifyInstance,
  options: { parts: Parts; auth: Auth; originOf: OwnOrigin; consoleDirectory: string | undefined },
): void {
  const { parts, auth, originOf } = options;
  registerSecurityHeaders(app);
  registerRefusalAnswers(app);
  registerOriginCheck(app, originOf);
  registerAuthRoutes(app, { auth, parts, originOf });
  registerFileRoutes(app, parts);
  app.get("/health/live", () => ({ status: "live" }));
  app.get("/health/ready", async (_request, reply) => {
    await parts.db.execute("select 1");
    return reply.send({ status: "ready" });
  });
  registerProcedures(app, parts);
  if (options.consoleDirectory === undefined) app.setNotFoundHandler(answerNotFound);
  else registerConsole(app, options.consoleDirectory);
}

function freePort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, host, () => {
      const address = probe.address();
      probe.close(() =>
        address !== null && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
