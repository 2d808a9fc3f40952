import type { Figure } from "../measure.ts";

/** Whether a figure reaches what is asked of it; empty where nothing is. */
export function verdictOf({ value, floor, aim, lessIsBetter = false }: Figure): "aim" | "floor" | "below floor" | "" {
  if (floor === undefined) return "";
  const reaches = (goal: number): boolean => (lessIsBetter ? value <= goal : value >= goal);
  if (aim !== undefined && reaches(aim)) return "aim";
  return reaches(floor) ? "floor" : "below floor";
}

/** The figures as a Markdown table. */
export function tableOf(figures: readonly Figure[]): string {
  const head = ["measure", "floor", "aim", "reached", "verdict", "rows"];
  const lines = figures.map((figure) => {
    const shown = (value: number | undefined): string => (value === undefined ? "" : numberOf(value, figure));
    const rows = figure.of === "machine" ? "" : `${figure.rows} ${figure.of}`;
    return [figure.name, shown(figure.floor), shown(figure.aim), shown(figure.value), verdictOf(figure), rows];
  });
  const widths = head.map((title, column) => Math.max(title.length, ...lines.map((line) => (line[column] as string).length)));
  const row = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] as number)).join(" | ")} |`;
  return [row(head), `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...lines.map(row)].join("\n");
}

const numberOf = (value: number, { digits = 3, unit }: Figure): string =>
  `${value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits })}${unit ? ` ${unit}` : ""}`;
