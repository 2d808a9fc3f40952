import Search from "lucide-react/icons/search";
import SlidersHorizontal from "lucide-react/icons/sliders-horizontal";
import { useId, useState } from "react";
import { handleText } from "../people/name.ts";
import styles from "./library.module.css";
import { type ListFilter, narrowedBy, type Order } from "./list-filter.ts";

const orders: readonly (readonly [Order, string])[] = [
  ["newest", "Newest first"],
  ["longest", "Longest first"],
  ["viewers", "Most viewers first"],
];

interface FilterBarProps {
  readonly filter: ListFilter;
  readonly creators: readonly { readonly handle: string; readonly recordings: number }[];
  readonly isSearching: boolean;
  readonly onChange: (change: Partial<ListFilter>) => void;
}

/** What is looked for: words at once, the rest folded, with how much of it leaves something out. */
export function FilterBar({ filter, creators, isSearching, onChange }: FilterBarProps) {
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const narrowed = narrowedBy(filter);
  return (
    <search className={styles["filter"]}>
      <div className={styles["searchLine"]}>
        <div className={styles["searchField"]}>
          <Search size={16} aria-hidden="true" />
          <input
            type="search"
            aria-label="Search names, chat, moments and bookmarks"
            placeholder="Search names, chat, moments…"
            value={filter.words}
            maxLength={100}
            autoComplete="off"
            spellCheck={false}
            enterKeyHint="search"
            aria-busy={isSearching}
            onChange={({ target }) => onChange({ words: target.value })}
          />
        </div>
        <button
          type="button"
          className={styles["more"]}
          aria-expanded={isOpen}
          aria-controls={`${id}-more`}
          onClick={() => setIsOpen(!isOpen)}
        >
          <SlidersHorizontal size={16} aria-hidden="true" />
          Filter{narrowed > 0 ? <span className={styles["narrowed"]}>{narrowed}</span> : null}
          <span className="visually-hidden"> and order{narrowed > 0 ? `, ${narrowed} in use` : ""}</span>
        </button>
      </div>
      <div id={`${id}-more`} className={styles["fields"]} hidden={!isOpen}>
        <label>
          Creator
          <select value={filter.creator} onChange={({ target }) => onChange({ creator: target.value })}>
            <option value="">All</option>
            {creators.map(({ handle, recordings }) => (
              <option key={handle} value={handle}>
                {handleText(handle)} ({recordings})
              </option>
            ))}
          </select>
        </label>
        <label>
          Order
          <select value={filter.order} onChange={({ target }) => onChange({ order: target.value as Order })}>
            {orders.map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          From
          <input type="date" value={filter.fromDay} onChange={({ target }) => onChange({ fromDay: target.value })} />
        </label>
        <label>
          To
          <input type="date" value={filter.toDay} onChange={({ target }) => onChange({ toDay: target.value })} />
        </label>
        {narrowed > 0 ? (
          <button type="button" className={styles["reset"]} onClick={() => onChange({ creator: "", fromDay: "", toDay: "" })}>
            Clear these
          </button>
        ) : null}
      </div>
    </search>
  );
}
