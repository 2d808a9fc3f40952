const shapes = {
  rose: '<path d="M32 34v26" stroke="#2f9e5b" stroke-width="5"/><circle cx="32" cy="24" r="17" fill="#e0394f"/><path d="M22 22a10 10 0 0 1 20 0 9 9 0 0 1-16 6" fill="none" stroke="#fff" stroke-opacity=".6" stroke-width="3"/>',
  heart:
    '<path d="M32 56C8 40 6 28 8 21c3-10 17-12 24-1 7-11 21-9 24 1 2 7 0 19-24 35Z" fill="#ff5c8a"/><path d="M17 22c2-4 6-5 9-3" stroke="#fff" stroke-width="4" fill="none" stroke-linecap="round"/>',
  doughnut:
    '<circle cx="32" cy="32" r="25" fill="#d99a5b"/><circle cx="32" cy="30" r="22" fill="#f08cc0"/><circle cx="32" cy="31" r="8" fill="#7a4a1d"/>',
  confetti:
    '<path d="M10 56 24 22l18 18Z" fill="#f2b134"/><g fill="#6c8cff"><circle cx="40" cy="14" r="4"/><circle cx="52" cy="26" r="4"/></g><g fill="#ff5c8a"><circle cx="30" cy="10" r="3"/><circle cx="54" cy="40" r="4"/></g>',
  galaxy:
    '<circle cx="32" cy="32" r="18" fill="#8b6cff"/><ellipse cx="32" cy="32" rx="30" ry="9" fill="none" stroke="#ffd166" stroke-width="5" transform="rotate(-20 32 32)"/>',
  star: '<path d="m32 5 8 18 19 2-14 13 4 19-17-10-17 10 4-19L5 25l19-2Z" fill="#ffc83d"/><circle cx="26" cy="31" r="3"/><circle cx="38" cy="31" r="3"/><path d="M26 38q6 6 12 0" stroke="#000" stroke-width="3" fill="none"/>',
  wave: '<circle cx="32" cy="32" r="27" fill="#ffd166"/><circle cx="23" cy="27" r="4"/><circle cx="41" cy="27" r="4"/><path d="M19 38q13 15 26 0Z" fill="#7a1f2b"/>',
} as const;
export type Shape = keyof typeof shapes;

const picture = (drawing: string) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">${drawing}</svg>`)}`;

/** A made-up picture of a gift or a sticker. */
export const pictureOf = (shape: Shape): string => picture(shapes[shape]);

const colours = ["#7c5cff", "#ff7a59", "#14b8a6", "#d99a1b", "#3b82f6", "#e0558f", "#5b8c5a"];

/** A made-up picture of somebody; one of three people has none. */
export function avatarOf(index: number): string {
  if (index % 3 === 2) return "";
  const [ground, dress] = [colours[index % colours.length], colours[(index * 3 + 2) % colours.length]];
  return picture(
    `<rect width="64" height="64" fill="${ground}"/><path d="M8 64c2-18 12-24 24-24s22 6 24 24Z" fill="${dress}"/><circle cx="32" cy="26" r="13" fill="#f0cba8"/><path d="M18 26c0-20 28-20 28 0-6-8-20-9-28 0Z" fill="#3a2a22"/>`,
  );
}
