import { characterEnd } from "@frontrow/words/clean-text";
import styles from "./avatar.module.css";
import { Picture } from "./picture.tsx";

/** A person's picture, or the first letter of their name. Decoration: the name stands beside it. */
export function Avatar({ url, name, size }: { url: string | undefined; name: string; size: number }) {
  const bare = name.replace(/^[@\s]+/, "");
  const letter = bare.slice(0, characterEnd(bare, 1)).toUpperCase() || "?";
  return (
    <Picture
      url={url}
      alt=""
      width={size}
      height={size}
      className={styles["avatar"]}
      instead={
        <span className={styles["avatar"]} style={{ width: size, height: size, fontSize: size * 0.44 }} aria-hidden="true">
          {letter}
        </span>
      }
    />
  );
}
