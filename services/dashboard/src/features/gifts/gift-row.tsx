import Gem from "lucide-react/icons/gem";
import GiftIcon from "lucide-react/icons/gift";
import { memo } from "react";
import type { GiftRow } from "../../live/gift-feed.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Count } from "../../ui/count.tsx";
import { exact } from "../../ui/format.ts";
import { Picture } from "../../ui/picture.tsx";
import { useCurrency, worthText } from "../currency.ts";
import { nameOf } from "../people/name.ts";
import { Person } from "../people/person.tsx";
import { SeekTime } from "../replay/seek-time.tsx";
import { giftSize } from "./gift-size.ts";
import styles from "./gifts.module.css";

/** One streak: who, what, how many, what it is worth. It counts up in its place. */
export const GiftRowView = memo(function GiftRowView({ row, isCounting }: { row: GiftRow; isCounting: boolean }) {
  const size = giftSize(row.diamonds);
  const currency = useCurrency();
  return (
    <article
      className={styles["row"]}
      data-testid="gift-row"
      data-id={row.id}
      data-size={size}
      data-count={row.count}
      data-diamonds={row.diamonds}
      data-receiver={row.receiver?.id}
      data-open={row.isOpen || undefined}
    >
      <Avatar url={row.user?.avatarUrl} name={nameOf(row.user)} size={size === "large" ? 40 : 28} />
      <div className={styles["body"]}>
        <div className={styles["people"]}>
          <Person user={row.user} />
          {row.receiver ? (
            <span className={styles["receiver"]} data-testid="gift-receiver" title="A gift to a guest: not in the host's totals">
              to <bdi>{nameOf(row.receiver)}</bdi>
            </span>
          ) : null}
        </div>
        <p className={styles["gift"]}>
          <bdi>{row.name}</bdi>
          <span className={styles["count"]}>
            <span aria-hidden="true">×</span>
            <span className="visually-hidden">times </span>
            {exact(row.count)}
          </span>
          {isCounting ? <span className={styles["counting"]}>counting</span> : null}
          {row.isFirst && !isCounting ? <span className={styles["first"]}>first gift</span> : null}
        </p>
      </div>
      <span className={styles["picture"]} data-size={size}>
        <Picture
          url={row.imageUrl}
          alt=""
          width={size === "large" ? 44 : 32}
          height={size === "large" ? 44 : 32}
          instead={<GiftIcon size={18} aria-hidden="true" />}
        />
      </span>
      <p className={styles["worth"]}>
        <span className={styles["diamonds"]} title={`${exact(row.diamonds)} diamonds, ${worthText(row.diamonds, currency)}`}>
          <Gem size={13} aria-hidden="true" />
          <Count value={row.diamonds} />
          <span className="visually-hidden"> diamonds</span>
        </span>
        <SeekTime atMs={row.atMs} className={styles["time"]} />
      </p>
    </article>
  );
});
