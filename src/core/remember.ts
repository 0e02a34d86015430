/**
 * Remembers what was made for a key; once `most` are known it forgets them all and begins anew, which costs less than keeping an
 * order. What is made may be null, but not undefined.
 */
export function remember<Key, Value extends NonNullable<unknown> | null>(
  most: number,
): (key: Key, make: () => Value) => Value {
  const known = new Map<Key, Value>();
  return (key, make) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= most) known.clear();
    const made = make();
    known.set(key, made);
    return made;
  };
}
