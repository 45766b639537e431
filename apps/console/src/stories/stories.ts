import { figureStories } from "./figure-stories.tsx";
import { formStories } from "./form-stories.tsx";
import { listStories } from "./list-stories.tsx";
import { stateStories } from "./state-stories.tsx";
import type { Story } from "./story.ts";
import { wordStories } from "./word-stories.tsx";

export const STORIES: readonly Story[] = [
  ...wordStories,
  ...stateStories,
  ...figureStories,
  ...listStories,
  ...formStories,
];
