/** 已接收, 已报送, 未报: how far a city's report is when the province adds up. */
export const CITY_STANDINGS = ["received", "submitted", "missing"] as const;

/** A city in the province's report. One that is not received is shown from the ledger and marked. */
export type CityStanding = {
  readonly unitCode: string;
  readonly unitName: string;
  readonly standing: (typeof CITY_STANDINGS)[number];
  readonly isLate: boolean;
};
