import { type FormEvent, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Select, Switch } from "../../ui/field.tsx";
import { spoken } from "../../ui/format.ts";
import { setSpeech } from "../coach/speech-settings.ts";
import { Problem } from "../library/problem.tsx";
import { useAction } from "../library/use-action.ts";
import { BackTestPanel } from "./back-test-panel.tsx";
import { ConditionFields } from "./condition-fields.tsx";
import { conditionOf, type Draft, type Edited, type Fault, ruleOf } from "./draft.ts";
import styles from "./rules.module.css";
import { TextField } from "./text-field.tsx";
import { sentenceOf } from "./words.ts";

const quietTimes = [0, 30_000, 60_000, 300_000, 900_000, 3_600_000].map((ms) => ({
  value: String(ms),
  name: ms === 0 ? "no time" : spoken(ms),
}));

interface RuleFormProps {
  readonly edited: Edited;
  readonly onDone: () => void;
  /** The dialog closes: a moment is shown. */
  readonly onClose: () => void;
}

/** Writes a rule in plain language, tries it on the last broadcasts, and saves it. */
export function RuleForm({ edited: { ruleId, rule, draft: first }, onDone, onClose }: RuleFormProps) {
  const [draft, setDraft] = useState(first);
  const [fault, setFault] = useState<Fault>();
  const { run, isBusy, failure } = useAction();
  const change = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part });
    setFault(undefined);
  };
  const meant = conditionOf(draft);
  const sentence = "condition" in meant ? sentenceOf(meant.condition) : undefined;

  /** What is meant, or the fault said where it is. */
  const complete = () => {
    if ("condition" in meant) return ruleOf(draft, meant.condition, rule?.isOn ?? true);
    setFault(meant.fault);
    document.querySelector<HTMLElement>(`[data-field=${meant.fault.field}]`)?.focus();
    return undefined;
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const made = complete();
    if (made && (await run((library) => library.setRule(ruleId, made)))) onDone();
  };

  return (
    <form className={styles["form"]} noValidate onSubmit={save}>
      <ConditionFields draft={draft} fault={fault} onChange={change} />
      <p className={styles["sentence"]} data-testid="rule-sentence">
        {sentence ? <bdi>{sentence}.</bdi> : "…"}
      </p>
      <TextField
        label="Name"
        value={draft.name}
        placeholder={sentence ?? ""}
        maxLength={80}
        onChange={(name) => change({ name })}
      />
      <Select
        label="Then quiet for"
        value={String(draft.quietMs)}
        choices={quietTimes}
        onChange={(ms) => change({ quietMs: Number(ms) })}
      />
      <Switch
        label="With a sound"
        note="A short one, while the broadcast is LIVE. M mutes it, wherever you are on the page."
        isOn={draft.hasSound}
        onChange={(hasSound) => {
          // Who asks for a sound wants to hear it.
          if (hasSound) setSpeech({ isMuted: false });
          change({ hasSound });
        }}
      />
      <BackTestPanel
        meant={"condition" in meant ? meant.condition : undefined}
        quietMs={draft.quietMs}
        ruleOf={complete}
        onReplay={onClose}
      />
      <Problem failure={failure} what="The rule is not saved." saysMessage />
      <div className={styles["buttons"]}>
        <Button look="primary" type="submit" aria-busy={isBusy}>
          Save
        </Button>
        <Button onClick={onDone}>Cancel</Button>
      </div>
    </form>
  );
}
