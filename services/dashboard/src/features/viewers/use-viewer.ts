import type { User } from "@frontrow/protocol/event";
import type { ViewerStats } from "@frontrow/protocol/insight";
import { useEffect, useMemo, useState } from "react";
import type { ChatRow } from "../../live/chat-log.ts";
import type { Commands } from "../../live/commands.ts";
import type { GiftRow } from "../../live/gift-feed.ts";
import { screenOf } from "../../live/view-state.ts";
import { useCalmView, useCommands } from "../../live/view-store.ts";
import { activityOf, type ViewerActivity } from "./viewer-activity.ts";
import { createViewerList, type ViewerList } from "./viewer-list.ts";

/** `unlisted`: they are not among the most engaged, of whom alone the server keeps a list. */
export type ViewerAnswer =
  | { readonly state: "loading" | "unlisted" | "failed" }
  | { readonly state: "listed"; readonly stats: ViewerStats };

export interface ViewerKnowledge {
  readonly answer: ViewerAnswer;
  readonly activity: ViewerActivity;
  readonly retry: () => void;
}

const lists = new WeakMap<Commands, (screen: string) => Promise<ViewerList>>();
const noChat: readonly ChatRow[] = [];
const noGifts: readonly GiftRow[] = [];
const noRanking: readonly ViewerStats[] = [];

/** All that is known of one viewer: what the server lists, and what this page has seen. */
export function useViewer({ id }: User): ViewerKnowledge {
  const commands = useCommands();
  const screen = useCalmView(screenOf) ?? "";
  const chat = useCalmView((view) => view.broadcast?.chat.rows) ?? noChat;
  const gifts = useCalmView((view) => view.broadcast?.gifts.rows) ?? noGifts;
  const ranking = useCalmView((view) => view.broadcast?.viewerUpdate?.ranking) ?? noRanking;
  const [attempt, setAttempt] = useState(0);
  const [asked, setAsked] = useState<{ readonly of: string; readonly viewers: readonly ViewerStats[] | undefined }>();
  const question = `${screen} ${attempt}`;
  useEffect(() => {
    let isWanted = true;
    const take = (viewers: readonly ViewerStats[] | undefined) => {
      if (isWanted) setAsked({ of: question, viewers });
    };
    listOf(commands)(screen).then(
      ({ viewers }) => take(viewers),
      () => take(undefined),
    );
    return () => {
      isWanted = false;
    };
  }, [commands, screen, question]);
  const activity = useMemo(() => activityOf(id, chat, gifts), [id, chat, gifts]);
  // The ten best are said by themselves, and newer than what was asked for.
  const ranked = ranking.find(({ user }) => user.id === id);
  const answer = ranked ? { state: "listed" as const, stats: ranked } : answerOf(id, asked?.of === question ? asked : undefined);
  return { answer, activity, retry: () => setAttempt(attempt + 1) };
}

function answerOf(id: string, asked: { readonly viewers: readonly ViewerStats[] | undefined } | undefined): ViewerAnswer {
  if (!asked) return { state: "loading" };
  if (!asked.viewers) return { state: "failed" };
  const stats = asked.viewers.find(({ user }) => user.id === id);
  return stats ? { state: "listed", stats } : { state: "unlisted" };
}

function listOf(commands: Commands): (screen: string) => Promise<ViewerList> {
  const held = lists.get(commands);
  if (held) return held;
  const list = createViewerList(
    () => commands.viewers(),
    () => Date.now(),
  );
  lists.set(commands, list);
  return list;
}
