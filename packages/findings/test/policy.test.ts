import { hebeiPlan } from "@anji/campaign/testing";
import {
  factMistakes,
  FINDING_EVENTS,
  type FindingEvent,
  type FindingFacts,
  findingsPermissions,
  findingsRules,
  latestDueOn,
  primaryEvent,
  requiredEvidence,
  type StatedFacts,
  whyNot,
  whyNotDueOn,
  whyNotOrigin,
  whyNotSettled,
} from "@anji/findings";
import { type Actor, fen, knownDay, pathOfCode, type Role, type Level } from "@anji/kernel";
import { anActor } from "@anji/kernel/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const plan = hebeiPlan();

const county = (...roles: Role[]): Actor => anActor({ unitCode: "130621", roles });
const city = (...roles: Role[]): Actor => anActor({ unitCode: "130600", roles });
const province = (...roles: Role[]): Actor => anActor({ unitCode: "130000", roles });

function aFinding(changes: Partial<FindingFacts>): FindingFacts {
  return {
    status: "registered",
    regionPath: pathOfCode("130621"),
    responsibleLevel: "county",
    origin: "selfCheck",
    registeredBy: "somebody",
    reportedBy: null,
    isReturned: false,
    isDetermined: false,
    needsReferral: false,
    outstandingFen: 0n,
    missingEvidence: [],
    ...changes,
  };
}

function ruleOf(
  event: FindingEvent,
  finding: Partial<FindingFacts>,
  actor: Actor,
  phase: "selfCheck" | "ended" = "selfCheck",
) {
  return whyNot({ subject: aFinding(finding), event, actor, campaign: { phase } })?.rule ?? null;
}

describe("whyNot", () => {
  const cases: [name: string, rule: string | null, ask: () => string | null][] = [
    ["a leader does not classify", "kernel.roleMayNot", () => ruleOf("classify", {}, county("leader"))],
    ["a campaign that has ended still classifies", null, () => ruleOf("classify", {}, county("reviewer"), "ended")],
    [
      "a campaign that has ended still takes money",
      null,
      () => ruleOf("recordSettlement", { status: "rectifying", isDetermined: true }, county("clerk"), "ended"),
    ],
    [
      "no money is booked before the finding is classified",
      "findings.notClassified",
      () => ruleOf("recordSettlement", {}, county("clerk")),
    ],
    [
      "a finding that may be a crime is not closed without its referral",
      "findings.referralFirst",
      () => ruleOf("close", { status: "awaitingAcceptance", needsReferral: true }, city("leader")),
    ],
    [
      "a bounced payment of a closed finding is taken back",
      null,
      () => ruleOf("reverseSettlement", { status: "closed" }, county("clerk")),
    ],
    [
      "a withdrawn finding rests",
      "findings.isWithdrawn",
      () => ruleOf("attachEvidence", { status: "withdrawn" }, county("clerk")),
    ],
    [
      "what is classified is not classified again",
      "findings.alreadyClassified",
      () => ruleOf("classify", { status: "classified" }, county("reviewer")),
    ],
    [
      "a returned registration is corrected first",
      "findings.registrationReturned",
      () => ruleOf("classify", { isReturned: true }, county("reviewer")),
    ],
    [
      "a returned registration is not returned twice",
      "findings.alreadyReturned",
      () => ruleOf("returnRegistration", { isReturned: true }, county("reviewer")),
    ],
    [
      "no plan before the classification",
      "findings.notClassified",
      () => ruleOf("planRectification", {}, county("clerk")),
    ],
    [
      "no second plan",
      "findings.alreadyPlanned",
      () => ruleOf("planRectification", { status: "rectifying" }, county("clerk")),
    ],
    [
      "no report before the plan",
      "findings.notPlanned",
      () => ruleOf("reportRectified", { status: "classified" }, county("clerk")),
    ],
    [
      "no registration is returned once it is rectified",
      "findings.statusNot",
      () => ruleOf("returnRegistration", { status: "rectifying" }, county("reviewer")),
    ],
    [
      "nothing is accepted before the report",
      "findings.notReported",
      () => ruleOf("close", { status: "rectifying" }, county("reviewer")),
    ],
    [
      "facts rest while acceptance is awaited",
      "findings.awaitsAcceptance",
      () => ruleOf("amend", { status: "awaitingAcceptance" }, county("clerk")),
    ],
    [
      "a closed finding rests",
      "findings.isClosed",
      () => ruleOf("attachEvidence", { status: "closed" }, county("clerk")),
    ],
    [
      "another level does not plan",
      "findings.otherLevel",
      () => ruleOf("planRectification", { status: "classified" }, city("clerk")),
    ],
    [
      "a county does not close its city's finding",
      "findings.belowResponsible",
      () => ruleOf("close", { status: "awaitingAcceptance", responsibleLevel: "city" }, county("reviewer")),
    ],
    [
      "a county does not amend what the province found",
      "findings.originOfHigherLevel",
      () => ruleOf("amend", { origin: "provinceSpotCheck" }, county("clerk")),
    ],
    [
      "nothing is reported while money is outstanding",
      "findings.outstandingLeft",
      () => ruleOf("reportRectified", { status: "rectifying", outstandingFen: 1n }, county("clerk")),
    ],
    [
      "nothing is closed while a document is missing",
      "findings.evidenceMissing",
      () => ruleOf("close", { status: "awaitingAcceptance", missingEvidence: ["进账单"] }, county("reviewer")),
    ],
    [
      "a city may close what its county has rectified",
      null,
      () => ruleOf("close", { status: "awaitingAcceptance" }, city("leader")),
    ],
    ["a province may classify what a county answers for", null, () => ruleOf("classify", {}, province("reviewer"))],
  ];
  for (const [name, rule, ask] of cases) it(`${name}: ${rule ?? "open"}`, () => expect(ask()).toBe(rule));

  it("closes only by another than the reporter and the registrar, whoever they are", () => {
    const reviewer = county("reviewer");
    expect(ruleOf("close", { status: "awaitingAcceptance", reportedBy: reviewer.personId }, reviewer)).toBe(
      "findings.closedByOther",
    );
    expect(ruleOf("close", { status: "awaitingAcceptance", registeredBy: reviewer.personId }, reviewer)).toBe(
      "findings.closedByOther",
    );
    expect(ruleOf("close", { status: "awaitingAcceptance" }, reviewer)).toBeNull();
  });

  it("has a message in both languages for every rule it can name", () => {
    const roles: Role[] = ["clerk", "reviewer", "inspector", "leader", "administrator", "worker", "observer"];
    const finding = fc.record({
      status: fc.constantFrom("registered", "classified", "rectifying", "awaitingAcceptance", "closed", "withdrawn"),
      isDetermined: fc.boolean(),
      needsReferral: fc.boolean(),
      responsibleLevel: fc.constantFrom<Level>("province", "city", "county"),
      origin: fc.constantFrom("earlierAudit", "patrol", "citySpotCheck", "provinceSpotCheck"),
      isReturned: fc.boolean(),
      outstandingFen: fc.constantFrom(0n, 5n),
      missingEvidence: fc.constantFrom<string[]>([], ["a"]),
    });
    fc.assert(
      fc.property(
        finding,
        fc.constantFrom(...FINDING_EVENTS),
        fc.constantFrom("130000", "130600", "130621"),
        fc.constantFrom(...roles),
        (facts, event, unitCode, role) => {
          const rule = ruleOf(event, facts, anActor({ unitCode, roles: [role] }));
          if (rule === null || rule.startsWith("kernel.")) return;
          expect(Object.keys(findingsRules)).toContain(rule);
        },
      ),
      { numRuns: 2000 },
    );
    for (const rule of Object.values(findingsRules))
      expect([rule["zh-CN"].length > 0, rule.en.length > 0]).toEqual([true, true]);
  });

  it("lets every act be done by somebody, and no service do any", () => {
    for (const permission of Object.values(findingsPermissions)) {
      expect(permission.roles.length).toBeGreaterThan(0);
      expect(permission.roles.some((role: Role) => role === "worker" || role === "observer")).toBe(false);
    }
  });

  it("offers one way on from every open status and none from the last", () => {
    const open = () => true;
    expect(primaryEvent(aFinding({}), open)).toBe("classify");
    expect(primaryEvent(aFinding({ isReturned: true }), open)).toBe("amend");
    expect(primaryEvent(aFinding({ status: "classified" }), open)).toBe("planRectification");
    expect(primaryEvent(aFinding({ status: "rectifying", outstandingFen: 1n }), open)).toBe("recordSettlement");
    expect(primaryEvent(aFinding({ status: "rectifying", missingEvidence: ["进账单"] }), open)).toBe("attachEvidence");
    expect(primaryEvent(aFinding({ status: "rectifying" }), open)).toBe("reportRectified");
    expect(primaryEvent(aFinding({ status: "closed" }), open)).toBeNull();
  });

  it("leads on to closing what was reported, and never sends it back because the reporter may not close it himself", () => {
    expect(primaryEvent(aFinding({ status: "awaitingAcceptance" }), () => true)).toBe("close");
    expect(primaryEvent(aFinding({ status: "awaitingAcceptance" }), (event) => event !== "close")).toBe("close");
  });
});

describe("whyNotOrigin", () => {
  it("leaves a spot check's findings to the level that checks", () => {
    expect(whyNotOrigin("citySpotCheck", county("clerk"))?.rule).toBe("findings.originLevel");
    expect(whyNotOrigin("ministrySpotCheck", city("inspector"))?.rule).toBe("findings.originLevel");
    expect(whyNotOrigin("ministrySpotCheck", province("inspector"))).toBeNull();
    expect(whyNotOrigin("earlierAudit", county("clerk"))).toBeNull();
  });
});

describe("factMistakes", () => {
  const stated = (changes: Partial<StatedFacts>): StatedFacts => ({
    lines: [{ fundLine: "unemployment", kind: "B2", foundFen: fen(100) }],
    foundFen: fen(100),
    occurrence: { text: "2007", precision: "year" },
    discoveredOn: knownDay("2008-10-10"),
    responsibleLevel: "county",
    occupier: null,
    ...changes,
  });
  const mistakesOf = (changes: Partial<StatedFacts>, unitLevel: Level = "county") =>
    factMistakes({ plan, facts: stated(changes), unitLevel, today: knownDay("2008-10-15") }).map(
      (one) => `${one.path} ${one.rule}`,
    );

  it("names each mistake at its field", () => {
    expect(mistakesOf({})).toEqual([]);
    expect(mistakesOf({ lines: [{ fundLine: "resident-medical", kind: "A1", foundFen: fen(100) }] })).toEqual([
      "kind findings.kindFund",
    ]);
    expect(mistakesOf({ lines: [{ fundLine: "unemployment", kind: "Z9", foundFen: fen(100) }] })).toEqual([
      "kind findings.kindUnknown",
    ]);
    expect(mistakesOf({ lines: [{ fundLine: "lottery", kind: "B2", foundFen: fen(100) }] })).toEqual([
      "fundLine findings.fundUnknown",
    ]);
    expect(mistakesOf({ lines: [{ fundLine: "unemployment", kind: "D5", foundFen: fen(100) }] })).toEqual([
      "foundFen findings.kindWithoutAmount",
    ]);
    expect(mistakesOf({ foundFen: fen(99) })).toEqual(["foundFen findings.linesDiffer"]);
    expect(mistakesOf({ occurrence: { text: "2008-11", precision: "month" } })).toEqual([
      "occurrence findings.occurredAfterDiscovered",
    ]);
    expect(mistakesOf({ discoveredOn: knownDay("2008-10-16") })).toEqual(["discoveredOn findings.discoveredInFuture"]);
    expect(mistakesOf({}, "city")).toEqual(["responsibleLevel findings.responsibleLevelUnit"]);
  });

  it("says of several lines which one is wrong", () => {
    const lines = [
      { fundLine: "unemployment", kind: "B2", foundFen: fen(60) },
      { fundLine: "unemployment", kind: "C5", foundFen: fen(40) },
    ];
    expect(mistakesOf({ lines })).toEqual(["lines.1.kind findings.kindFund"]);
  });
});

describe("the deadline", () => {
  const limit = (
    phase: "deployment" | "selfCheck" | "acceptance",
    rectificationKind: "staged" | "continuing",
    today: string,
  ) => latestDueOn({ plan, phase, rectificationKind, today: knownDay(today) });

  it("lies within the phase; continuing rectification, and a phase left late, within the campaign", () => {
    expect(limit("selfCheck", "staged", "2008-10-15")).toBe("2009-03-31");
    expect(limit("deployment", "staged", "2008-08-15")).toBe("2009-03-31");
    expect(limit("acceptance", "staged", "2009-05-15")).toBe("2009-07-31");
    expect(limit("selfCheck", "continuing", "2008-10-15")).toBe("2009-12-31");
    expect(limit("selfCheck", "staged", "2009-04-02")).toBe("2009-12-31");
  });

  it("is refused with the last day possible", () => {
    const asked = { plan, phase: "selfCheck", rectificationKind: "staged", today: knownDay("2008-10-15") } as const;
    expect(whyNotDueOn({ ...asked, dueOn: knownDay("2009-04-01") })?.rule).toBe("findings.dueAfterPhase");
    expect(whyNotDueOn({ ...asked, dueOn: knownDay("2008-10-14") })?.rule).toBe("findings.dueInPast");
    expect(whyNotDueOn({ ...asked, dueOn: knownDay("2009-03-31") })).toBeNull();
  });
});

describe("whyNotSettled", () => {
  it("keeps every line between nothing and what was found", () => {
    const amounts = fc.bigInt({ min: 0n, max: 1000n });
    fc.assert(
      fc.property(amounts, amounts, fc.bigInt({ min: -1500n, max: 1500n }), (recovered, outstanding, amount) => {
        const line = {
          kind: "B2",
          outstandingFen: fen(outstanding),
          recoveredFen: fen(recovered),
          repaidFen: fen(0),
          rebookedFen: fen(0),
          writtenOffFen: fen(0),
        };
        const today = knownDay("2008-10-15");
        const refused = whyNotSettled({
          line,
          plan,
          occurredFrom: "2007-01-01",
          channel: "recovered",
          amountFen: fen(amount),
          settledOn: today,
          note: "更正",
          today,
        });
        const stays = amount !== 0n && recovered + amount >= 0n && outstanding - amount >= 0n;
        expect(refused === null).toBe(stays);
      }),
    );
  });
});

describe("requiredEvidence", () => {
  it("asks for the documents of every kind the lines name, each once", () => {
    expect(requiredEvidence(plan, ["B2", "B9"]).map((one) => one.kind)).toEqual([
      "fiscal-account-receipt",
      "repayment-voucher",
    ]);
    expect(requiredEvidence(plan, ["D4"]).map((one) => one.kind)).toEqual([
      "repayment-or-write-off",
      "accountability-record",
    ]);
  });
});
