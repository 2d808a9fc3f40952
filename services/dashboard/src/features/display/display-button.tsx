import SlidersHorizontal from "lucide-react/icons/sliders-horizontal";
import { type ComponentType, useState } from "react";
import { IconButton } from "../../ui/button.tsx";

const load = () => import("./display-menu.tsx");
const prepare = () => void load().catch(() => {});

/** The menu of the display. It is loaded when somebody reaches for it: most never do. What fails is tried again by the next press. */
export function DisplayButton() {
  const [menu, setMenu] = useState<{ readonly Menu: ComponentType } | undefined>(undefined);
  const [isBusy, setIsBusy] = useState(false);
  const open = () => {
    setIsBusy(true);
    load().then(
      ({ default: Menu }) => setMenu({ Menu }),
      () => setIsBusy(false),
    );
  };
  if (menu) return <menu.Menu />;
  return (
    <IconButton
      label="Display"
      icon={<SlidersHorizontal size={18} aria-hidden="true" />}
      aria-haspopup="menu"
      aria-busy={isBusy || undefined}
      onPointerEnter={prepare}
      onFocus={prepare}
      onClick={open}
    />
  );
}
