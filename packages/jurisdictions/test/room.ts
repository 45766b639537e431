import type { Actor, Locale } from "@anji/kernel";
import { testDatabase } from "@anji/testing";
import { afterAll } from "vitest";
import { type PeopledInstallation, peopledInstallation } from "../src/testing.ts";

/** Hebei with an administrator of the province, of 石家庄市 and of 长安区, on 2008-07-01; ends with the file. */
export async function administratedRoom(
  locale: Locale,
): Promise<{ installation: PeopledInstallation; province: Actor; city: Actor; county: Actor }> {
  const { appUrl } = await testDatabase();
  const installation = await peopledInstallation({ appUrl, rules: {}, locale, startsAt: "2008-07-01" });
  afterAll(() => installation.end());
  return {
    installation,
    province: await installation.person("130000", "administrator"),
    city: await installation.person("130100", "administrator"),
    county: await installation.person("130102", "administrator"),
  };
}
