import { useState } from "react";
import styles from "./avatar.module.css";

/** Addresses that gave no picture, so that a row that scrolls back does not ask again. */
const broken = new Set<string>();
const MAX_BROKEN = 500;

/** A person's picture, or the first letter of their name. Decoration: the name stands beside it. */
export function Avatar({ url, name, size }: { url: string | undefined; name: string; size: number }) {
  const [, redraw] = useState(0);
  const letter = [...name.replace(/^[@\s]+/, "")][0]?.toUpperCase() ?? "?";
  if (!url || broken.has(url)) {
    return (
      <span className={styles["avatar"]} style={{ width: size, height: size, fontSize: size * 0.44 }} aria-hidden="true">
        {letter}
      </span>
    );
  }
  const forget = () => {
    if (broken.size >= MAX_BROKEN) broken.clear();
    broken.add(url);
    redraw((count) => count + 1);
  };
  return (
    <img
      className={styles["avatar"]}
      src={url}
      width={size}
      height={size}
      alt=""
      loading="lazy"
      decoding="async"
      referrerPolicy="no-referrer"
      onError={forget}
    />
  );
}
