/** A value that is made when it is first asked for: tables cost milliseconds, and nothing may be done at import. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
