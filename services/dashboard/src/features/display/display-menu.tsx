import { currencies } from "@frontrow/protocol/currency";
import BellRing from "lucide-react/icons/bell-ring";
import Check from "lucide-react/icons/check";
import ChevronRight from "lucide-react/icons/chevron-right";
import Coins from "lucide-react/icons/coins";
import History from "lucide-react/icons/history";
import MessageSquareQuote from "lucide-react/icons/message-square-quote";
import SlidersHorizontal from "lucide-react/icons/sliders-horizontal";
import * as Menu from "radix-ui/dropdown-menu";
import { IconButton } from "../../ui/button.tsx";
import { type Display, setDisplay, useDisplay } from "../../ui/display.ts";
import { openCoachSettings } from "../coach/coach-dialog.tsx";
import { useCurrency } from "../currency.ts";
import { openLibrary } from "../library/open-library.ts";
import { openRules } from "../rules/open-rules.ts";
import styles from "./display.module.css";

const themes: readonly (readonly [Display["theme"], string])[] = [
  ["system", "Like the system"],
  ["dark", "Dark"],
  ["light", "Light"],
];
const densities: readonly (readonly [Display["density"], string])[] = [
  ["comfortable", "Comfortable"],
  ["compact", "Compact"],
];

const currencyNames = new Intl.DisplayNames(["en"], { type: "currency" });
const currencyChoices: readonly (readonly [Display["currency"], string])[] = [
  ["auto", "Like the region"],
  ...currencies.map((code) => [code, `${code} · ${currencyNames.of(code) ?? code}`] as const),
];

/** Theme, density, currency and shortcuts, remembered on this machine; and the way to the coach's settings. */
export default function DisplayMenu() {
  const { theme, density, hasShortcuts, currency } = useDisplay();
  const used = useCurrency();
  return (
    // Open at once, because it is loaded when it is asked for. Not modal: the page goes on behind it.
    <Menu.Root modal={false} defaultOpen>
      <Menu.Trigger asChild>
        <IconButton label="Display" icon={<SlidersHorizontal size={18} aria-hidden="true" />} />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Content className={styles["menu"]} align="end" sideOffset={6} collisionPadding={8}>
          <Choice label="Theme" value={theme} choices={themes} onChange={(value) => setDisplay({ theme: value })} />
          <Menu.Separator className={styles["separator"]} />
          <Choice label="Density" value={density} choices={densities} onChange={(value) => setDisplay({ density: value })} />
          <Menu.Separator className={styles["separator"]} />
          <Menu.Sub>
            <Menu.SubTrigger className={styles["item"]}>
              <Coins size={15} className={styles["sign"]} aria-hidden="true" />
              Currency
              <span className={styles["chosen"]}>{used}</span>
              <ChevronRight size={15} aria-hidden="true" />
            </Menu.SubTrigger>
            <Menu.Portal>
              <Menu.SubContent className={`${styles["menu"]} ${styles["long"]}`} sideOffset={6} collisionPadding={8}>
                <Choice
                  label="Estimates of diamonds in"
                  value={currency}
                  choices={currencyChoices}
                  onChange={(value) => setDisplay({ currency: value })}
                />
              </Menu.SubContent>
            </Menu.Portal>
          </Menu.Sub>
          <Menu.Item className={styles["item"]} onSelect={openCoachSettings}>
            <MessageSquareQuote size={15} className={styles["sign"]} aria-hidden="true" />
            Coach and voice…
          </Menu.Item>
          <Menu.Item className={styles["item"]} onSelect={openRules}>
            <BellRing size={15} className={styles["sign"]} aria-hidden="true" />
            Alert rules…
          </Menu.Item>
          <Menu.Item className={styles["item"]} onSelect={() => openLibrary()}>
            <History size={15} className={styles["sign"]} aria-hidden="true" />
            Recordings…
          </Menu.Item>
          <Menu.Separator className={styles["separator"]} />
          <Menu.CheckboxItem
            className={styles["item"]}
            checked={hasShortcuts}
            onCheckedChange={(isOn) => setDisplay({ hasShortcuts: isOn })}
          >
            <Tick />
            Single-key shortcuts
          </Menu.CheckboxItem>
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  );
}

function Choice<Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly (readonly [Value, string])[];
  readonly onChange: (value: Value) => void;
}) {
  const choose = (value: string) => {
    const choice = props.choices.find(([known]) => known === value);
    if (choice) props.onChange(choice[0]);
  };
  return (
    <Menu.RadioGroup value={props.value} onValueChange={choose}>
      <Menu.Label className={styles["label"]}>{props.label}</Menu.Label>
      {props.choices.map(([value, name]) => (
        <Menu.RadioItem key={value} className={styles["item"]} value={value} onSelect={(event) => event.preventDefault()}>
          <Tick />
          {name}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}

const Tick = () => (
  <span className={styles["tick"]}>
    <Menu.ItemIndicator>
      <Check size={15} aria-hidden="true" />
    </Menu.ItemIndicator>
  </span>
);
