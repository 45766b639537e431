import type { Query, QueryClient } from "@tanstack/react-query";
import { isLiving } from "./frozen.ts";
import type { QueryPath } from "./query-path.ts";

/** A change: its topic and its one subject. */
export type Said = { readonly topic: string; readonly subjectId: string };
/** The queries to refresh after a topic, each by its path or the beginning of it. */
export type Touch = {
  /** A topic, or its beginning: `findings.` means all topics of the room. */
  readonly topic: string;
  readonly queries: readonly QueryPath[] | "whole";
  /** Queries of one subject: asked again only where the subject named in their input is the one that changed. */
  readonly ofSubject: readonly QueryPath[];
};

/** With more changes than this at once, all their queries are refreshed. */
const TOLD_APART = 200;

export type Refresh = {
  /** Something changed elsewhere. */
  readonly hear: (said: Said) => void;
  /** Anything may have changed: signals were missed. */
  readonly hearAll: () => void;
  /** The page is shown again. */
  readonly show: () => void;
};

type RefreshOptions = {
  readonly queries: QueryClient;
  readonly touches: readonly Touch[];
  /** Asked with every refresh, for the page's clock. */
  readonly always: readonly QueryPath[];
  /** How long changes are gathered before the queries are asked; differs from page to page and from time to time. */
  readonly delayMs: () => number;
  readonly isHidden: () => boolean;
};

/**
 * Refreshes the queries that a change has touched. Many changes in a short time are one refresh. Each page waits a
 * little longer or shorter, so that a province's pages do not ask at one instant. A hidden page asks when it is shown
 * again.
 */
export function refreshOf({ queries, touches, always, delayMs, isHidden }: RefreshOptions): Refresh {
  let waiting: Said[] = [];
  let isWhole = false;
  let timer: ReturnType<typeof setTimeout> | null = null;

  function ask(): void {
    timer = null;
    if (isHidden()) return;
    const said = waiting;
    const predicate = isWhole
      ? isLiving
      : (query: Query) =>
          isLiving(query) && (isOneOf(query, always) || said.some((one) => isTouched(query, one, touches)));
    waiting = [];
    isWhole = false;
    void queries.invalidateQueries({ refetchType: "active", predicate });
  }
  function wait(): void {
    timer ??= setTimeout(ask, delayMs());
  }
  return {
    hear: (said) => {
      if (waiting.length < TOLD_APART) waiting.push(said);
      else isWhole = true;
      wait();
    },
    hearAll: () => {
      isWhole = true;
      wait();
    },
    show: () => {
      if (timer === null && (isWhole || waiting.length > 0)) ask();
    },
  };
}

/** A topic without a context touches everything: too many queries are better than an outdated page. */
function isTouched(query: Pick<Query, "queryKey">, said: Said, touches: readonly Touch[]): boolean {
  const heard = touches.filter((touch) => said.topic.startsWith(touch.topic));
  if (heard.length === 0) return true;
  return heard.some(
    (touch) =>
      touch.queries === "whole" ||
      isOneOf(query, touch.queries) ||
      (isOneOf(query, touch.ofSubject) && names(query.queryKey, said.subjectId)),
  );
}

function isOneOf({ queryKey }: Pick<Query, "queryKey">, beginnings: readonly string[]): boolean {
  const path = pathOf(queryKey);
  return beginnings.some((beginning) => path === beginning || path.startsWith(`${beginning}.`));
}

/** The tRPC key of a query is its path in pieces, then its input. */
function pathOf([path]: readonly unknown[]): string {
  return Array.isArray(path) ? path.join(".") : "";
}

function names([, input]: readonly unknown[], subjectId: string): boolean {
  return JSON.stringify(input ?? null).includes(JSON.stringify(subjectId));
}
