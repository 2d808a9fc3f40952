import { type ReactNode, useState } from "react";

/** Addresses that gave no picture, so that a row that scrolls back does not ask again. */
const broken = new Set<string>();
const MAX_BROKEN = 500;

interface PictureProps {
  readonly url: string | undefined;
  /** What it shows; "" when its name stands beside it. */
  readonly alt: string;
  readonly width: number;
  readonly height: number;
  readonly className?: string | undefined;
  /** Shown when there is none, or it does not load. */
  readonly instead: ReactNode;
}

/** A picture from elsewhere, loaded when it comes into view, in a place of fixed size. */
export function Picture({ url, alt, width, height, className, instead }: PictureProps) {
  const [, redraw] = useState(0);
  if (!url || broken.has(url)) return instead;
  const forget = () => {
    if (broken.size >= MAX_BROKEN) broken.clear();
    broken.add(url);
    redraw((count) => count + 1);
  };
  return (
    <img
      className={className}
      src={url}
      width={width}
      height={height}
      alt={alt}
      loading="lazy"
      decoding="async"
      referrerPolicy="no-referrer"
      onError={forget}
    />
  );
}
