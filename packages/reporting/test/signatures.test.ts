import { at } from "@anji/figures/testing";
import type { Actor, Role } from "@anji/kernel";
import { returnReportInput, signingRole } from "@anji/reporting";
import { reportContent } from "@anji/reporting/queries";
import { returnReport, submitReport } from "@anji/reporting/verbs";
import { beforeAll, describe, expect, it } from "vitest";
import { type ReportWorld, submitted, worldWithFinding, written } from "./world.ts";

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

async function contentOf(id: Awaited<ReturnType<typeof submitted>>["id"]) {
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

  it("stay blank where one person writes and submits, of whatever role", async () => {
    const leader = somebody("clerk", "leader");
    expect(await named("2008-09", { writer: leader, submitter: leader })).toEqual({
      maker: leader.name,
      reviewer: "",
      signer: "",
    });
  });

  it("stay blank for who wrote an earlier round of it", async () => {
    const reviewer = somebody("reviewer");
    const first = await submitted(world, reviewer, "2008-10");
    const input = returnReportInput.parse({ ...at(first), remark: "请补充处理情况。" });
    const returned = await returnReport(world.ctxOf(world.actorOf({ unitCode: "130000", roles: ["leader"] })), input);
    const { id } = await submitReport(world.ctxOf(reviewer), at(returned));
    expect(await contentOf(id)).toMatchObject({ reviewer: "", signer: "" });
  });

  it("are never a clerk, who may submit and not sign", () => {
    expect(signingRole({ roles: ["clerk"], hasWritten: false })).toBeNull();
    expect(signingRole({ roles: ["clerk", "reviewer"], hasWritten: false })).toBe("reviewer");
    expect(signingRole({ roles: ["reviewer", "leader"], hasWritten: false })).toBe("leader");
    expect(signingRole({ roles: ["leader"], hasWritten: true })).toBeNull();
  });
});
