import { createContext, useContext } from "react";

/** The server's day, and how many days before a deadline count as `soon` in this campaign. */
export type Today = { readonly today: string; readonly soonDays: number };

export const TodayContext = createContext<Today>({ today: "1970-01-01", soonDays: 0 });

export function useToday(): Today {
  return useContext(TodayContext);
}
