import type { AnyStateMachine } from "@anji/kernel";

/** A machine as a mermaid diagram. `beginnings` are the acts that make its subject. */
export function diagramOf(machine: AnyStateMachine, beginnings: readonly string[]): string {
  const states = Object.values(machine.states);
  const first = machine.root.initial.target[0]?.key ?? "";
  const lines = [
    arrow({ from: "[*]", to: first, labels: beginnings }),
    ...states.flatMap((state) => {
      const labelsTo = new Map<string, string[]>();
      for (const { eventType, target, guard } of [...state.transitions.values()].flat()) {
        const to = target?.[0]?.key ?? state.key;
        const label = typeof guard === "string" ? `${eventType} [${guard}]` : eventType;
        labelsTo.set(to, [...(labelsTo.get(to) ?? []), label]);
      }
      return [...labelsTo].map(([to, labels]) => arrow({ from: state.key, to, labels }));
    }),
    ...states
      .filter((state) => state.type === "final")
      .map((state) => arrow({ from: state.key, to: "[*]", labels: [] })),
  ];
  return ["stateDiagram-v2", ...lines.map((line) => `  ${line}`)].join("\n");
}

function arrow(step: { from: string; to: string; labels: readonly string[] }): string {
  const label = step.labels.length === 0 ? "" : `: ${step.labels.join(", ")}`;
  return `${step.from} --> ${step.to}${label}`;
}
