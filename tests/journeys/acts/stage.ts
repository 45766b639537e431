import type { CampaignPlan } from "@anji/campaign";
import { command, PASSWORD, type Person, type Product } from "../../support/product.ts";

export const PROVINCE = "130000";
const BATCH = 20;

export type Unit = { code: string; name: string; fullName: string; parentCode: string | null; level: string };
export type Seat = "clerk" | "reviewer" | "inspector" | "secondInspector" | "leader" | "administrator";

/** The province with all its people, and its campaign. */
export type Stage = {
  product: Product;
  campaignId: string;
  plan: CampaignPlan;
  cities: readonly Unit[];
  counties: readonly Unit[];
  /** The person in this seat, signed in at the first call. */
  at(seat: Seat, unitCode: string): Promise<Person>;
  moveTo(day: string): Promise<void>;
};

const SEAT_NAMES: Record<Seat, string> = {
  clerk: "经办",
  reviewer: "复核",
  inspector: "检查",
  secondInspector: "另一检查",
  leader: "领导",
  administrator: "管理",
};

/** The first visit to an empty installation, then its people, then the campaign from the product's plan. */
export async function openStage(product: Product, seatsOf: (unit: Unit) => readonly Seat[]): Promise<Stage> {
  const first = product.stranger().rpc.jurisdictions.install;
  if (!(await first.state.query()).isEmpty) throw new Error("the installation is not empty");
  const administrators = [{ name: "管理130000", username: usernameOf("administrator", PROVINCE), password: PASSWORD }];
  await first.createFirstAdministrators.mutate({ ...command(), provinceCode: PROVINCE, administrators });
  if ((await first.state.query()).isEmpty) throw new Error("the installation is still empty");

  const administrator = await product.signIn(usernameOf("administrator", PROVINCE));
  const units = (await administrator.rpc.jurisdictions.units.tree.query()).items.filter(
    (unit) => unit.level !== "agency",
  );
  await addPeople(
    administrator,
    units.flatMap((unit) => seatsOf(unit).map((seat) => ({ seat, unit }))),
  );
  const [plan] = (await administrator.rpc.campaign.templates.query()).items;
  if (plan === undefined) throw new Error("no campaign plan comes with the product");
  const { id: campaignId } = await administrator.rpc.campaign.create.mutate({ ...command(), plan });
  const signedIn = new Map<string, Promise<Person>>();
  return {
    product,
    campaignId,
    plan,
    cities: units.filter((unit) => unit.level === "city"),
    counties: units.filter((unit) => unit.level === "county"),
    at: (seat, unitCode) => {
      const username = usernameOf(seat, unitCode);
      const person = signedIn.get(username) ?? product.signIn(username);
      signedIn.set(username, person);
      return person;
    },
    moveTo: async (day) => {
      await administrator.rpc.campaign.clock.move.mutate({ ...command(), to: day });
    },
  };
}

async function addPeople(administrator: Person, people: readonly { seat: Seat; unit: Unit }[]): Promise<void> {
  await inBatches(people, ({ seat, unit }) =>
    administrator.rpc.jurisdictions.people.add.mutate({
      ...command(),
      name: `${SEAT_NAMES[seat]}${unit.code}`,
      username: usernameOf(seat, unit.code),
      password: PASSWORD,
      unitCode: unit.code,
      department: null,
      roles: [seat === "secondInspector" ? "inspector" : seat],
    }),
  );
}

export function usernameOf(seat: Seat, unitCode: string): string {
  return `${seat.toLowerCase()}.${unitCode}`;
}

/** Does the same for many, a batch of calls at a time. */
export async function inBatches<Item, Answer>(
  items: readonly Item[],
  act: (item: Item) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let from = 0; from < items.length; from += BATCH) {
    answers.push(...(await Promise.all(items.slice(from, from + BATCH).map(act))));
  }
  return answers;
}

/** The first value, which must exist. */
export function the<Item>(item: Item | undefined | null): Item {
  if (item === undefined || item === null) throw new Error("it is not there");
  return item;
}
