import { hashOf } from "../scenarios/random.ts";
import type { Reply } from "./reply.ts";

/** A picture for everybody, drawn from the id: two colours and a shape. */
export function avatar(id: string): Reply {
  const hash = hashOf(id);
  const hue = hash % 360;
  const other = (hue + 40 + ((hash >>> 9) % 120)) % 360;
  const x = 20 + ((hash >>> 16) % 60);
  const y = 20 + ((hash >>> 22) % 60);
  const body = [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">',
    `<rect width="100" height="100" fill="hsl(${hue} 70% 55%)"/>`,
    `<circle cx="${x}" cy="${y}" r="${25 + (hash % 25)}" fill="hsl(${other} 80% 65%)"/>`,
    `<circle cx="50" cy="42" r="16" fill="#fff" fill-opacity=".85"/><circle cx="50" cy="100" r="34" fill="#fff" fill-opacity=".85"/>`,
    "</svg>",
  ].join("");
  return { status: 200, headers: { "content-type": "image/svg+xml", "cache-control": "public, max-age=86400" }, body };
}
