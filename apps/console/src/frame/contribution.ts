import type { WorkItem } from "@anji/kernel";
import type { LinkProps } from "@tanstack/react-router";
import type { CustomTypeOptions, TFunction } from "i18next";
import type { ComponentType, ReactNode } from "react";
import type { Touch } from "../rpc/refresh.ts";
import type { Frame, Me } from "./use-frame.ts";

type PlainKeys<Words, Before extends string> = {
  [Key in keyof Words & string]: Words[Key] extends string
    ? Words[Key] extends `${string}{{${string}`
      ? never
      : `${Before}${Key}`
    : PlainKeys<Words[Key], `${Before}${Key}.`>;
}[keyof Words & string];

/** A key of the console's words whose text has no placeholders. */
export type TextKey = PlainKeys<CustomTypeOptions["resources"]["translation"], "">;
/** The address of a page of the console. */
export type Address = NonNullable<LinkProps["to"]>;
/** The target of a link, made by `linkOptions`, which checks address, parameters and search together. */
export type Place = Pick<LinkProps, "to" | "params" | "search">;
/** The words and the language of a sentence. */
export type Speaker = { readonly t: TFunction; readonly language: string };

/** What a context hands in to the frame and to the pages of other contexts. `contexts.ts` lists it once. */
export type Contribution = {
  readonly navigation: readonly NavigationEntry[];
  readonly work: WorkCards;
  readonly offenders: OffenderLinks;
  readonly views: readonly AddedView[];
  readonly acts: readonly AddedAct[];
  /** The queries to refresh after a signal: its own and those of earlier contexts. */
  readonly signals: readonly Touch[];
  /** Removes what belongs to the person who signs out. */
  readonly onSignOut: () => void;
};

/** The empty parts of a contribution. */
export const NOTHING: Contribution = {
  navigation: [],
  work: { verbs: {}, subjects: {} },
  offenders: { subjects: {}, gates: {} },
  views: [],
  acts: [],
  signals: [],
  onSignOut: () => undefined,
};

export type NavigationEntry = {
  readonly to: Address;
  readonly label: TextKey;
  /** With a gap before it. */
  readonly startsGroup: boolean;
  /** On a narrow screen it is in the person's menu instead of the bottom bar. */
  readonly isInMenu: boolean;
  readonly isOfUse: (me: Me) => boolean;
  /** The component that shows the number beside the name; null for an entry without one. */
  readonly Count: ComponentType<CountProps> | null;
};

export type CountProps = { readonly show: (count: number | null) => ReactNode };

export type WorkCards = {
  /** The word on the button of a matter, by its next act. */
  readonly verbs: Readonly<Record<string, TextKey>>;
  readonly subjects: Readonly<Record<string, WorkSubject>>;
};
export type WorkSubject = {
  readonly title: (item: WorkItem, speaker: Speaker) => string;
  readonly number: (item: WorkItem, speaker: Speaker) => string;
  readonly place: (item: WorkItem) => Place;
};

export type OffenderLinks = {
  /** The thing that keeps a condition from being met. */
  readonly subjects: Readonly<Record<string, (subject: OffenderSubject, speaker: Speaker) => OffenderLink>>;
  /** The page that shows everything missing for a condition, by the condition's rule. */
  readonly gates: Readonly<Record<string, GatePlace>>;
};
export type OffenderSubject = { readonly kind: string; readonly id: string; readonly number: string };
export type OffenderLink = { readonly text: string; readonly place: Place };
export type GatePlace = {
  readonly text: TextKey;
  readonly place: (missing: { reason: string | null; unitCode: string | undefined }) => Place;
};

/** A view beside those of another context's page, chosen by its key in the address. */
export type AddedView = {
  readonly page: Address;
  readonly key: string;
  readonly label: TextKey;
  readonly isOfUse: (frame: Frame) => boolean;
  readonly View: ComponentType;
};
/** An act in the head of another context's page. */
export type AddedAct = { readonly page: Address; readonly key: string; readonly Act: ComponentType };
