import Flag from "lucide-react/icons/flag";
import Gift from "lucide-react/icons/gift";
import MessageSquare from "lucide-react/icons/message-square";
import Moon from "lucide-react/icons/moon";
import Swords from "lucide-react/icons/swords";
import Users from "lucide-react/icons/users";
import Zap from "lucide-react/icons/zap";
import type { MomentKind } from "./kinds.ts";

const icons: Readonly<Record<MomentKind, typeof Zap>> = {
  spike: Zap,
  lull: Moon,
  milestone: Flag,
  raid: Users,
  battle: Swords,
  gift: Gift,
  chat: MessageSquare,
};

/** The shape of a kind of moment; its sentence stands beside it. */
export function MomentIcon({ kind, size }: { kind: MomentKind; size: number }) {
  const Icon = icons[kind];
  return <Icon size={size} aria-hidden="true" />;
}
