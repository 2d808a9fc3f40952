/** Our sign: a front row under a light. */
export const Mark = ({ size }: { size: number }) => (
  <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <path d="M16 3 27 18H5Z" fill="var(--accent)" opacity=".3" />
    <g fill="var(--accent)">
      <path d="M2.5 20a3.5 3.5 0 0 1 7 0v8h-7Z" />
      <path d="M12.500 19a3.500 3.500 0 0 1 7 0v9h-7Z" />
      <path d="M22.500 20a3.500 3.500 0 0 1 7 0v8h-7Z" />
    </g>
  </svg>
);
