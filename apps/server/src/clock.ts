import type { Clock, Database } from "@anji/database";
import { clockSetting } from "@anji/database/tables";

export type ServerClock = Clock & { reload(): Promise<void> };

/** The installation's clock: the real one, or a training one that differs from it by `shift_ms`. */
export function createClock(db: Database): ServerClock {
  let shiftMs = 0;
  return {
    now: () => new Date(Date.now() + shiftMs),
    reload: async () => {
      const [setting] = await db.select().from(clockSetting);
      shiftMs = setting?.shiftMs ?? 0;
    },
  };
}
