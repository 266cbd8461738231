/** Machine name → names of the states entered. */
export type ReachedStates = ReadonlyMap<string, ReadonlySet<string>>;
/** Machine name → state → indices of the Catch rules that took an error. */
export type CaughtTransitions = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<number>>>;

/** What has been run since the service started, so that a test can prove that nothing was left out. */
export class Coverage {
  readonly reached = new Map<string, Set<string>>();
  readonly caught = new Map<string, Map<string, Set<number>>>();

  reach(machine: string, state: string): void {
    const states = this.reached.get(machine) ?? new Set();
    this.reached.set(machine, states.add(state));
  }

  catchTaken(machine: string, state: string, index: number): void {
    const states = this.caught.get(machine) ?? new Map<string, Set<number>>();
    this.caught.set(machine, states);
    states.set(state, (states.get(state) ?? new Set()).add(index));
  }
}
