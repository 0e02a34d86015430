import { create } from 'zustand';

type Service = {
  readonly reachable: boolean;
  readonly online: boolean;
  /** Moment of the next try, epoch ms; null while reachable. */
  readonly nextTry: number | null;
  readonly attempt: number;
};

/** Whether the data service answers. */
export const useService = create<Service>(() => ({
  reachable: true,
  online: true,
  nextTry: null,
  attempt: 0,
}));

const STEPS_SECONDS = [1, 2, 4, 8, 15, 30, 60];
const HEARTBEAT_MS = 15_000;

type World = {
  /** Resolves true when the service answers. */
  ping(): Promise<boolean>;
  /**
   * Called once when it answers again, and when a reader wants what failed to start again. `wasAway`: not just one call failed, nobody
   * answered for a while.
   */
  onBack(wasAway: boolean): void;
  now?: () => number;
  random?: () => number;
};

let world: World | null = null;
let wasAway = false;
let timer: ReturnType<typeof setTimeout> | undefined;

const later = (ms: number) => {
  clearTimeout(timer);
  timer = setTimeout(() => void tryNow(), ms);
};

/** Says that a call found nobody: the banner shows and the tries begin, 1-2-4-…-60 s with a little jitter. */
export function reportUnreachable(): void {
  if (useService.getState().reachable) {
    useService.setState({ reachable: false });
    schedule();
  }
}

function schedule(): void {
  const { attempt } = useService.getState();
  const seconds = STEPS_SECONDS[Math.min(attempt, STEPS_SECONDS.length - 1)] ?? 60;
  const wait = seconds * 1000 * (1 + 0.2 * (world?.random ?? Math.random)());
  useService.setState({ nextTry: (world?.now ?? Date.now)() + wait, attempt: attempt + 1 });
  later(wait);
}

/** Tries at once, by the clock's wish or the reader's; `startAgain` does what failed over even where the service never was away. */
export async function tryNow(startAgain = false): Promise<void> {
  if (!world) return;
  if (startAgain) useService.setState({ attempt: 0 });
  const answered = await world.ping();
  const before = useService.getState();
  if (!answered) {
    wasAway = true;
    useService.setState({ reachable: false });
    return schedule();
  }
  // Who answers but fails again at once is asked ever more seldom, too: the tries begin anew after a heartbeat without trouble.
  useService.setState({ reachable: true, nextTry: null, attempt: before.reachable ? 0 : before.attempt });
  later(HEARTBEAT_MS);
  const isBack = wasAway;
  wasAway = false;
  if (startAgain || !before.reachable) world.onBack(isBack);
}

/** Watches the service while the page is visible. Returns the function that stops it. */
export function watchService(outside: World): () => void {
  world = outside;
  wasAway = false;
  const online = () => {
    useService.setState({ online: navigator.onLine });
    void tryNow();
  };
  const visible = () => {
    if (document.visibilityState === 'visible') void tryNow();
    else clearTimeout(timer);
  };
  useService.setState({ online: navigator.onLine });
  window.addEventListener('online', online);
  window.addEventListener('offline', online);
  document.addEventListener('visibilitychange', visible);
  later(HEARTBEAT_MS);
  return () => {
    clearTimeout(timer);
    world = null;
    window.removeEventListener('online', online);
    window.removeEventListener('offline', online);
    document.removeEventListener('visibilitychange', visible);
  };
}
