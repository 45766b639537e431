import { at } from "@anji/figures/testing";
import type { Actor, Role } from "@anji/kernel";
import { expectRefused } from "@anji/kernel/testing";
import { receiveReportInput, returnReportInput, signingRole, writeReportInput } from "@anji/reporting";
import { getReport, type ReportAnswer, reportContent } from "@anji/reporting/queries";
import { report } from "@anji/reporting/tables";
import { aNarrative } from "@anji/reporting/testing";
import { receiveReport, returnReport, submitReport, writeReport } from "@anji/reporting/verbs";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { drafted, type ReportWorld, worldWithFinding, written } from "./world.ts";

let world: ReportWorld;
beforeAll(async () => {
  world = await worldWithFinding();
});

function somebody(...roles: Role[]): Actor {
  return world.actorOf({ unitCode: "130100", roles });
}

/** Whom the document names when one person writes the report and another submits it. */
async function named(month: string, people: { writer: Actor; submitter: Actor }) {
  const draft = await written(world, people.writer, month);
  const { id } = await submitReport(world.ctxOf(people.submitter), at(draft));
  return contentOf(id);
}

async function contentOf(id: ReportAnswer["id"]) {
  const { content } = await reportContent(world.ctxOf(somebody("clerk")), { id });
  return { maker: content.maker, reviewer: content.reviewer, signer: content.signer };
}

describe("审核人 and 签发人 of a document", () => {
  it("are those who signed it: a leader as signer, a reviewer as reviewer, the other line blank", async () => {
    const writer = somebody("clerk");
    const leader = somebody("leader", "reviewer");
    const maker = writer.name;
    expect(await named("2008-11", { writer, submitter: leader })).toEqual({ maker, reviewer: "", signer: leader.name });
    const reviewer = somebody("reviewer");
    expect(await named("2008-12", { writer, submitter: reviewer })).toEqual({
      maker,
      reviewer: reviewer.name,
      signer: "",
    });
  });

  it("are never a clerk, who may not sign", () => {
    expect(signingRole(["clerk"])).toBeNull();
    expect(signingRole(["clerk", "reviewer"])).toBe("reviewer");
    expect(signingRole(["reviewer", "leader"])).toBe("leader");
  });
});

describe("who writes a report never signs it", () => {
  it("a city clerk alone cannot draft, write and submit", async () => {
    const clerk = somebody("clerk");
    const draft = await written(world, clerk, "2008-09");
    await expectRefused(submitReport(world.ctxOf(clerk), at(draft)), "kernel.roleMayNot");
  });

  it("nor can a leader or reviewer who drafted or wrote it, in this or an earlier round", async () => {
    const [leader, reviewer, other] = [somebody("clerk", "leader"), somebody("reviewer"), somebody("reviewer")];
    const draft = await written(world, leader, "2008-10");
    await expectRefused(submitReport(world.ctxOf(leader), at(draft)), "reporting.submitOther");
    const { acts } = await getReport(world.ctxOf(leader), { id: draft.id });
    expect(acts.find((act) => act.verb === "submit")).toMatchObject({
      whyNot: { message: "起草、填写本报告的人不能报送，请本单位其他复核岗或领导岗报送。" },
    });
    const text = writeReportInput.parse({ ...at(draft), narrative: aNarrative({}) });
    const first = await submitReport(world.ctxOf(other), at(await writeReport(world.ctxOf(reviewer), text)));
    const input = returnReportInput.parse({ ...at(first), remark: "请补充处理情况。" });
    const returned = await returnReport(world.ctxOf(world.actorOf({ unitCode: "130000", roles: ["leader"] })), input);
    for (const writer of [leader, reviewer]) {
      await expectRefused(submitReport(world.ctxOf(writer), at(returned)), "reporting.submitOther");
    }
    const resent = await submitReport(world.ctxOf(other), at(returned));
    const moved = { ...world.actorOf({ unitCode: "130000", roles: ["reviewer"] }), personId: reviewer.personId };
    const receipt = receiveReport(world.ctxOf(moved), receiveReportInput.parse(at(resent)));
    await expectRefused(receipt, "reporting.receiveOther");
  });

  it("and the database refuses a report signed by who drafted it", async () => {
    const leader = somebody("leader");
    const draft = await drafted(world, leader, "2009-01");
    const set = { submittedAt: new Date(), submittedBy: leader.personId, isLate: false };
    const change = world.asProvince((tx) => tx.update(report).set(set).where(eq(report.id, draft.id)));
    await expect(change).rejects.toMatchObject({ cause: { code: "23514", constraint_name: "report_other_signs" } });
  });
});
