import { z } from "zod";
import { recordingId, recordingSummarySchema } from "../recording.ts";
import { bookmarkBody, bookmarkId, entryChangeSchema, libraryEntrySchema, searchResultSchema } from "./entry.ts";
import { downloadSchema, exportBody, exportId, exportSchema } from "./export.ts";
import { reportAnswerSchema } from "./report.ts";
import { backTestSchema, ruleId, ruleSchema } from "./rule.ts";
import { timelineSchema } from "./timeline.ts";
import { appearanceSchema, knownViewerSchema, regularsSchema, viewerId, viewerNoteBody, viewerNoteSchema } from "./viewer.ts";

const ofRecording = z.object({ recordingId });
const ofBookmark = z.object({ recordingId, bookmarkId });
const ofExport = z.object({ exportId });
const ofViewer = z.object({ userId: viewerId });
const ofRule = z.object({ ruleId });
const entryOk = { status: 200, schema: libraryEntrySchema } as const;

/** What a desk does with its recordings, and what it learns from them. */
export const libraryRoutes = {
  searchRecordings: {
    method: "GET",
    path: "/desks/{deskId}/recordings/search",
    summary: "Which of the desk's recordings have the words in their name, chat, moments or bookmarks, newest first.",
    auth: true,
    query: z.object({ words: z.string().min(2, "give two letters at least").max(100) }),
    ok: { status: 200, schema: z.object({ results: z.array(searchResultSchema) }) },
  },
  readRecording: {
    method: "GET",
    path: "/desks/{deskId}/recordings/{recordingId}",
    summary: "A recording of the desk, and what it noted of it.",
    auth: true,
    params: ofRecording,
    ok: { status: 200, schema: z.object({ recording: recordingSummarySchema, entry: libraryEntrySchema }) },
  },
  changeRecording: {
    method: "PATCH",
    path: "/desks/{deskId}/recordings/{recordingId}",
    summary: "Names or pins a recording, or says where its video begins.",
    auth: true,
    params: ofRecording,
    body: entryChangeSchema,
    ok: entryOk,
  },
  deleteRecording: {
    method: "DELETE",
    path: "/desks/{deskId}/recordings/{recordingId}",
    summary: "Deletes a recording from the desk; for an hour it can be restored.",
    auth: true,
    params: ofRecording,
    ok: { status: 204 },
  },
  restoreRecording: {
    method: "POST",
    path: "/desks/{deskId}/recordings/{recordingId}/restore",
    summary: "Brings back what was deleted in the last hour.",
    auth: true,
    params: ofRecording,
    ok: entryOk,
  },
  setBookmark: {
    method: "PUT",
    path: "/desks/{deskId}/recordings/{recordingId}/bookmarks/{bookmarkId}",
    summary: "Sets a bookmark, or changes one.",
    auth: true,
    params: ofBookmark,
    body: bookmarkBody,
    ok: entryOk,
  },
  deleteBookmark: {
    method: "DELETE",
    path: "/desks/{deskId}/recordings/{recordingId}/bookmarks/{bookmarkId}",
    summary: "Removes a bookmark.",
    auth: true,
    params: ofBookmark,
    ok: entryOk,
  },
  readTimeline: {
    method: "GET",
    path: "/desks/{deskId}/recordings/{recordingId}/timeline",
    summary: "A recording at a glance: lanes, moments, minutes, gaps.",
    auth: true,
    params: ofRecording,
    ok: { status: 200, schema: timelineSchema },
  },
  readReport: {
    method: "GET",
    path: "/desks/{deskId}/recordings/{recordingId}/report",
    summary: "How a broadcast went; so far, while it goes on.",
    auth: true,
    params: ofRecording,
    ok: { status: 200, schema: reportAnswerSchema },
  },
  createExport: {
    method: "POST",
    path: "/desks/{deskId}/recordings/{recordingId}/exports",
    summary: "Begins an export.",
    auth: true,
    params: ofRecording,
    body: exportBody,
    ok: { status: 202, schema: exportSchema },
  },
  listExports: {
    method: "GET",
    path: "/desks/{deskId}/exports",
    summary: "The desk's exports, and how far they are; newest first.",
    auth: true,
    ok: { status: 200, schema: z.object({ exports: z.array(exportSchema) }) },
  },
  deleteExport: {
    method: "DELETE",
    path: "/desks/{deskId}/exports/{exportId}",
    summary: "Cancels an export, or deletes its file.",
    auth: true,
    params: ofExport,
    ok: { status: 204 },
  },
  createDownload: {
    method: "POST",
    path: "/desks/{deskId}/exports/{exportId}/download",
    summary: "An address from which a browser can download the file, for a minute.",
    auth: true,
    params: ofExport,
    ok: { status: 201, schema: downloadSchema },
  },
  importRecording: {
    method: "POST",
    path: "/desks/{deskId}/recordings/import",
    summary: "A recording from a file that was exported: its bytes, as `application/gzip` or `application/x-ndjson`.",
    auth: true,
    ok: { status: 201, schema: recordingSummarySchema },
  },
  readViewer: {
    method: "GET",
    path: "/desks/{deskId}/viewers/{userId}",
    summary: "What the desk's recordings of the creator it watches or replays say of a viewer.",
    auth: true,
    params: ofViewer,
    ok: { status: 200, schema: knownViewerSchema.partial({ user: true }).extend({ recordings: z.array(appearanceSchema) }) },
  },
  noteViewer: {
    method: "PUT",
    path: "/desks/{deskId}/viewers/{userId}",
    summary: "Notes and tags of a viewer, for this desk alone.",
    auth: true,
    params: ofViewer,
    body: viewerNoteBody,
    ok: { status: 200, schema: viewerNoteSchema },
  },
  readRegulars: {
    method: "GET",
    path: "/desks/{deskId}/regulars",
    summary: "Who comes to the broadcasts of the creator whom the desk watches or replays, by its recordings.",
    auth: true,
    ok: { status: 200, schema: regularsSchema },
  },
  listRules: {
    method: "GET",
    path: "/desks/{deskId}/rules",
    summary: "The desk's alert rules.",
    auth: true,
    ok: { status: 200, schema: z.object({ rules: z.array(ruleSchema) }) },
  },
  setRule: {
    method: "PUT",
    path: "/desks/{deskId}/rules/{ruleId}",
    summary: "Sets an alert rule, or changes one.",
    auth: true,
    params: ofRule,
    body: ruleSchema.omit({ ruleId: true }),
    ok: { status: 200, schema: ruleSchema },
  },
  deleteRule: {
    method: "DELETE",
    path: "/desks/{deskId}/rules/{ruleId}",
    summary: "Removes an alert rule.",
    auth: true,
    params: ofRule,
    ok: { status: 204 },
  },
  createBackTest: {
    method: "POST",
    path: "/desks/{deskId}/back-tests",
    summary: "Tries a rule on the desk's last recordings.",
    auth: true,
    body: z.object({ rule: ruleSchema.omit({ ruleId: true }) }),
    ok: { status: 202, schema: backTestSchema },
  },
  readBackTest: {
    method: "GET",
    path: "/desks/{deskId}/back-tests/{backTestId}",
    summary: "How far the trial of a rule is, and what it would have done.",
    auth: true,
    params: z.object({ backTestId: z.string().regex(/^bt_[a-z0-9]{26}$/, "give the id of a back-test, as it came") }),
    ok: { status: 200, schema: backTestSchema },
  },
} as const;
