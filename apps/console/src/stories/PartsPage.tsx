import { getRouteApi } from "@tanstack/react-router";
import { TodayContext } from "../parts/today.ts";
import styles from "./PartsPage.module.css";
import { STORIES } from "./stories.ts";
import type { Story } from "./story.ts";

const route = getRouteApi("/parts");
const TODAY = { today: "2009-02-17", soonDays: 7 };

/** Every part in each of its states, in development only. `?part=` shows one part, `&state=` one state of it. */
export function PartsPage() {
  const { part, state } = route.useSearch();
  const shown = STORIES.filter((story) => (part === undefined ? !story.isOverlay : story.part === part));
  return (
    <TodayContext value={TODAY}>
      <main className={styles["page"]}>
        <h1>Parts</h1>
        {shown.map((story) => (
          <StoryShown key={story.part} story={story} state={state} />
        ))}
      </main>
    </TodayContext>
  );
}

function StoryShown({ story, state }: { story: Story; state: string | undefined }) {
  const states = Object.entries(story.states).filter(([name]) => state === undefined || name === state);
  return (
    <section className={styles["story"]} aria-label={story.part}>
      <h2>{story.part}</h2>
      {states.map(([name, shown]) => (
        <div key={name} className={styles["state"]} data-state={`${story.part} ${name}`}>
          <p className={styles["name"]}>{name}</p>
          <div className={styles["shown"]}>{shown}</div>
        </div>
      ))}
    </section>
  );
}
