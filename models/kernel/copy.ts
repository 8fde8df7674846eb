/** A copy of `from`: written over `into` where it is as long, so that nothing is allocated. */
export function copyOver<T extends Int32Array | Float64Array>(into: T, from: T): T {
  if (into.length !== from.length) return from.slice() as T;
  into.set(from);
  return into;
}
