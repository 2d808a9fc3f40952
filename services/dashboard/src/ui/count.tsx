import { compact, exact } from "./format.ts";

/** A count: compact to the eye, exact to a screen reader. */
export const Count = ({ value }: { value: number }) => {
  const short = compact(value);
  const full = exact(value);
  if (short === full) return <>{full}</>;
  return (
    <>
      <span aria-hidden="true">{short}</span>
      <span className="visually-hidden">{full}</span>
    </>
  );
};
