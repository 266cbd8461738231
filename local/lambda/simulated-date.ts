/** Makes this thread's `Date` run on the simulated clock: the machine's time plus the shared offset. */
export function installSimulatedDate(offsetCell: SharedArrayBuffer): void {
  const MachineDate = Date;
  const machineNow = MachineDate.now.bind(MachineDate);
  const offset = new BigInt64Array(offsetCell);
  const now = () => machineNow() + Number(Atomics.load(offset, 0));

  // A Proxy, not a subclass: libraries call `Date()` without `new` and compare `x.constructor === Date`.
  const SimulatedDate = new Proxy(MachineDate, {
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as Date,
    apply: () => new MachineDate(now()).toString(),
    get: (target, name, receiver) =>
      name === 'now' ? now : (Reflect.get(target, name, receiver) as unknown),
  });
  MachineDate.prototype.constructor = SimulatedDate;
  globalThis.Date = SimulatedDate;
}
