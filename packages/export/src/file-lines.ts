import type { RecordedBroadcast } from "@frontrow/protocol/recording";

/** Of the first line of a file, which says whose broadcast it is. Raise it when files are read in another way. */
export const FILE_SCHEMA = 1;

export const headLine = (broadcast: RecordedBroadcast): string =>
  `${JSON.stringify({ type: "recording", schema: FILE_SCHEMA, broadcast })}\n`;

/** The last line: without it a file that was cut between two lines would pass for a whole one. */
export const endLine = (items: number): string => `${JSON.stringify({ type: "end", items })}\n`;
