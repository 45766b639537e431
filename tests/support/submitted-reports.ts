import { command, PASSWORD, type Person, type Product } from "./product.ts";

const NARRATIVE = {
  situation: "全市按照方案开展自查自纠。",
  practice: "逐项核对账目，逐笔登记台账。",
  problems: "个别单位存在欠缴社会保险费问题。",
  handling: "已下达整改通知，限期补缴。",
  suggestions: "健全征缴稽核制度。",
};
const FINDINGS_PER_CITY = 3;

export type Story = {
  administrator: Person;
  campaignId: string;
  clerks: ReadonlyMap<string, Person>;
  signers: ReadonlyMap<string, Person>;
};

/** A province with its campaign; in each of the given cities a clerk, who enters a few findings, and a signer. */
export async function beginStory(product: Product, cityCodes: readonly string[]): Promise<Story> {
  const administrators = [{ name: "何志远", username: "sheng.guanli", password: PASSWORD }];
  await product.stranger().rpc.jurisdictions.install.createFirstAdministrators.mutate({
    ...command(),
    provinceCode: "130000",
    administrators,
  });
  const administrator = await product.signIn("sheng.guanli");
  const [plan] = (await administrator.rpc.campaign.templates.query()).items;
  if (plan === undefined) throw new Error("no campaign plan comes with the product");
  const { id: campaignId } = await administrator.rpc.campaign.create.mutate({ ...command(), plan });
  const kind = plan.kinds.find((one) => one.fundLines.length > 0);
  const fundLine = kind?.fundLines[0];
  if (kind === undefined || fundLine === undefined) throw new Error("the plan names no kind of problem");
  const [clerks, signers] = [new Map<string, Person>(), new Map<string, Person>()];
  for (const unitCode of cityCodes) {
    const clerk = await cityPerson(product, administrator, { unitCode, role: "clerk" });
    clerks.set(unitCode, clerk);
    signers.set(unitCode, await cityPerson(product, administrator, { unitCode, role: "reviewer" }));
    for (let index = 1; index <= FINDINGS_PER_CITY; index += 1) {
      await clerk.rpc.findings.register.mutate({
        ...command(),
        campaignId,
        unitCode,
        fundLine,
        kind: kind.code,
        occurrence: { text: "2007", precision: "year" },
        discoveredOn: "2009-02-10",
        summary: `自查发现的第${index}个问题`,
        description: "",
        foundFen: String(1_000_000 * index),
        origin: "selfCheck",
        responsibleUnit: "社会保险事业管理局",
        responsibleLevel: "city",
        responsiblePerson: null,
      });
    }
  }
  return { administrator, campaignId, clerks, signers };
}

async function cityPerson(
  product: Product,
  administrator: Person,
  { unitCode, role }: { unitCode: string; role: "clerk" | "reviewer" },
): Promise<Person> {
  const username = `${role === "clerk" ? "jingban" : "fuhe"}.${unitCode}`;
  const account = {
    name: role === "clerk" ? "赵志远" : "高敏",
    username,
    password: PASSWORD,
    unitCode,
    department: null,
    roles: [role],
  };
  await administrator.rpc.jurisdictions.people.add.mutate({ ...command(), ...account });
  return product.signIn(username);
}

/** A city's clerk drafts the report of a month and another person submits it, which asks for its rendering. */
export async function submitReport(story: Story, report: { unitCode: string; month: string }): Promise<{ id: string }> {
  const [clerk, signer] = [story.clerks.get(report.unitCode), story.signers.get(report.unitCode)];
  if (clerk === undefined || signer === undefined) throw new Error(`the story has nobody in ${report.unitCode}`);
  const { reports } = clerk.rpc.reporting;
  const draft = await reports.draft.mutate({ ...command(), campaignId: story.campaignId, kind: "monthly", ...report });
  const { id, version, figures } = await reports.get.query({ id: draft.id });
  const written =
    figures.total.count === 0
      ? await reports.declareNil.mutate({ ...command(), id, version, statement: "本月未发现问题，实行零报告。" })
      : await reports.write.mutate({ ...command(), id, version, narrative: NARRATIVE });
  await signer.rpc.reporting.reports.submit.mutate({ ...command(), id, version: written.version });
  return { id };
}

export async function serviceKey(
  story: Story,
  service: { role: "worker" | "observer"; unitCode: string; name: string },
): Promise<string> {
  const { key } = await story.administrator.rpc.jurisdictions.people.issueServiceKey.mutate({
    ...command(),
    ...service,
  });
  if (key === null) throw new Error("the key was already shown");
  return key;
}
